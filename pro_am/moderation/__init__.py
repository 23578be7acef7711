"""Reports, restrictions with their reasons, appeals, the public log, and blocks."""
