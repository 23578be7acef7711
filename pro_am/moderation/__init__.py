"""Reports and what became of them, blocks between two people, and pauses in writing."""
