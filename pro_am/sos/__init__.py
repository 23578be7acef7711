"""A call for company in a weak moment, and the answers to it."""
