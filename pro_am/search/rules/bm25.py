"""BM25 (Robertson and Zaragoza, 2009, "The Probabilistic Relevance Framework", section 3.4)."""

from math import log

K1 = 1.2  # how soon saying a word again stops to matter
B = 0.75  # how much long texts are held back


def idf(offers: int, having: int) -> float:
    """Weight of a word that `having` of all `offers` have; never negative."""
    return log(1 + (offers - having + 0.5) / (having + 0.5))
