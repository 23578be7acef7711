"""Pure: a map drawn from the gazetteer and the outlines. Everything is in units of the drawing."""
