"""How good an order is, as `trec_eval` defines it (ndcg_cut_10 and map)."""

from collections.abc import Mapping, Sequence
from math import log2

CUT = 10


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain at 10, between 0 and 1.

    A document gains its grade, if that is positive, divided by log2(rank + 1); the sum over the
    first ten is divided by the largest that the judged documents allow. What is not judged gains
    nothing. Järvelin and Kekäläinen (2002) with the discount of `trec_eval`.
    """
    best = sorted((grade for grade in grades.values() if grade > 0), reverse=True)
    if not best:
        return 0.0
    return _gain([grades.get(name, 0) for name in found]) / _gain(best)


def _gain(grades: Sequence[int]) -> float:
    return sum(max(grade, 0) / log2(rank + 1) for rank, grade in enumerate(grades[:CUT], 1))


def average_precision(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """The mean, over all relevant documents, of the precision at the rank where each is found.

    Relevant is what has a positive grade; one that is not found counts 0. No rank is cut off.
    """
    relevant = {name for name, grade in grades.items() if grade > 0}
    precisions, hits = 0.0, 0
    for rank, name in enumerate(found, 1):
        if name in relevant:
            hits += 1
            precisions += hits / rank
    return precisions / len(relevant) if relevant else 0.0
