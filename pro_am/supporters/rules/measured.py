"""What a week of a series comes to, in one figure."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from pro_am.measures.rules.kinds import ADDED, SeriesKind

LAST_DAY = timedelta(days=6)


def figure_of(
    kind: SeriesKind, points: Sequence[tuple[date, Decimal]], monday: date
) -> Decimal | None:
    """The sum of what adds up, the last value of what does not; None when there is none."""
    values = [value for day, value in points if monday <= day <= monday + LAST_DAY]
    if not values:
        return None
    return sum(values, Decimal(0)) if kind in ADDED else values[-1]
