"""What may be measured, what a value may be, when a gap is one, and how files are read."""
