"""An SOS: somebody calls the friends who follow them, and they answer. People, not guilt."""
