"""Each member's standing and scores, as last computed, and what stewards have verified."""
