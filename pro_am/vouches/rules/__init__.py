"""Pure: who may vouch for whom, how many times, for how long, and what counts."""
