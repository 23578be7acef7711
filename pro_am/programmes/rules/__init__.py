"""Pure: what a programme is made of, and what became of its weeks."""
