"""`flask search bench`: how fast an engine answers, on documents made for it."""
