"""Breaking things on purpose, in a throw-away place, to see that promises hold."""
