"""Pages that show many features at once: home, the public profile, the first offer."""
