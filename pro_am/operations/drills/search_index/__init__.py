"""Breaking the search index in every way we know, to see that it heals and that nobody notices."""
