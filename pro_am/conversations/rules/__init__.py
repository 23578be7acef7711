"""Pure: what a message may be, who may ask how much, and what is better left for later."""
