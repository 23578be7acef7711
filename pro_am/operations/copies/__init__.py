"""Copies of a whole community: made while it runs, checked before they are put back."""
