"""Reading friends who follow: by their client, by their own address, and for the recap."""

from pro_am.supporters.queries.own import (
    own_supporter,
    reached_by,
    rhythm_of,
    supporter_facts,
    supporters_of,
)

__all__ = ["own_supporter", "reached_by", "rhythm_of", "supporter_facts", "supporters_of"]
