"""The numbers of a score as people read them: whole, and still adding up."""

from collections.abc import Mapping
from math import ceil, floor

from pro_am.standing.rules import constants as c


def whole_points(points: Mapping[str, float], total: int) -> dict[str, int]:
    """Round each line so that all add up to the total, the rounded sum of the points.

    By largest remainders (Hamilton's method): no line is off by a whole point, and a line of
    whole points stays as it is.
    """
    rounded = {line: floor(amount) for line, amount in points.items()}
    missing = total - sum(rounded.values())
    remainders = {line: points[line] - rounded[line] for line in points}
    for line in sorted(points, key=remainders.__getitem__, reverse=True)[:missing]:
        rounded[line] += 1
    return rounded


def reviews_missing(evidence: float) -> int:
    """How many more reviews, each by another verified member, make an unproven score proven.

    `evidence` is the weight of all reviews so far. If it is anything, somebody has spoken already.
    """
    usual_weight = c.SEEN_EVIDENCE * c.PRIOR_RELIABILITY
    for_weight = ceil(max(0.0, c.PROVEN_WEIGHT - evidence) / usual_weight)
    voices = 1 if evidence > 0 else 0
    return max(for_weight, c.PROVEN_VOICES - voices)
