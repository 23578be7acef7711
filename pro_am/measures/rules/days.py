"""Values of a series made one point for each day."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from pro_am.measures.rules.kinds import ADDED, SeriesKind


class Taken(NamedTuple):
    """A value with its day; the moment is None where only the day is known."""

    day: date
    at: datetime | None
    value: Decimal


Point = tuple[date, Decimal]


def by_day(kind: SeriesKind, taken: Iterable[Taken]) -> tuple[Point, ...]:
    """In the order of days: the sum of each, or its last value where a sum means nothing.

    Without a moment, the order in which they come tells which is the last.
    """
    points: dict[date, Decimal] = {}
    latest: dict[date, datetime] = {}
    for each in taken:
        if kind in ADDED:
            points[each.day] = points.get(each.day, Decimal()) + each.value
        elif each.day not in latest or (each.at or latest[each.day]) >= latest[each.day]:
            points[each.day] = each.value
        if each.at:
            latest[each.day] = max(each.at, latest.get(each.day, each.at))
    return tuple(sorted(points.items()))
