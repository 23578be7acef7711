"""Searches that are kept: letters when somebody new fits, and any search as a feed."""
