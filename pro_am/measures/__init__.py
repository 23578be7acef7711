"""What clients measure, with whom they share it; a gap is not a zero."""
