"""The first of many candidates, without putting the others in order."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pro_am.search.engines.segments import Floats, Rows, Segment
from pro_am.search.rules.documents import Hit, Order


class Candidates(NamedTuple):
    """The offers of one segment that are an answer: a column each."""

    offer_id: Rows
    price_minor: Rows
    score: Floats
    distance: Floats
    """Infinite where it is not known."""

    @classmethod
    def of(cls, segment: Segment, rows: Rows, scores: Floats, distances: Floats) -> "Candidates":
        facts = segment.facts
        far = np.where(np.isnan(distances), np.inf, distances)
        return cls(facts["offer_id"][rows], facts["price_minor"][rows], scores.round(6), far)


def hits(candidates: Iterable[Candidates], order: Order, limit: int) -> list[Hit]:
    """The rule `arranged`, for many at once."""
    columns = [np.concatenate(column) for column in zip(*candidates, strict=True)]
    if not columns:
        return []
    found = Candidates(*columns)
    keys = [-found.score, found.offer_id]
    if order is Order.DISTANCE:
        keys.insert(0, found.distance)
    elif order is Order.PRICE:
        keys.insert(0, found.price_minor)
    rows = _first(keys, limit)
    distances = found.distance[rows].tolist()
    return [
        Hit(offer_id, score, None if distance == np.inf else distance)
        for offer_id, score, distance in zip(
            found.offer_id[rows].tolist(), found.score[rows].tolist(), distances, strict=True
        )
    ]


def _first(keys: list[NDArray[np.generic]], limit: int) -> NDArray[np.int64]:
    """The rows of the smallest keys in order; of equal ones, the next key decides."""
    tied = np.arange(len(keys[0]))
    first = [tied[:0]]
    wanted = min(limit, len(tied))
    for key in keys:
        if not 0 < wanted < len(tied):
            break
        values = key[tied]
        last = np.partition(values, wanted - 1)[wanted - 1]
        before = tied[values < last]
        first.append(before)
        tied, wanted = tied[values == last], wanted - len(before)
    rows = np.concatenate([*first, tied[:wanted]])
    return rows[np.lexsort([key[rows] for key in reversed(keys)])]
