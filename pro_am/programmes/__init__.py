"""Programmes of the week: what a coach plans for a client, what became of it, and exceptions."""
