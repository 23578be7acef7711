"""Reading what trust rests on, and what it has computed."""

from pro_am.trust.queries.reviews import reviews_by_id, weights_of

__all__ = ["reviews_by_id", "weights_of"]
