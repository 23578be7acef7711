"""Ground floor shared by every feature; it knows no feature."""
