"""`flask search evaluate`: how good the order of an engine is, on judged collections."""
