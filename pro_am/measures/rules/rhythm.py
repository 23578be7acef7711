"""When a gap is one: after longer without a value than is usual for the series.

A gap is not a zero. It is said once, beside the values, and counts for nothing.
"""

import itertools
from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median_low

LOOKED_AT = 30  # intervals: what somebody did a year ago is no rhythm of today
FEWEST_DAYS = 3  # before them there is no rhythm
UNKNOWN = timedelta(days=7)  # what parts the dots of a chart when there is none


def patience(days: Sequence[date]) -> timedelta | None:
    """How long after a value the next may come: twice the usual interval, two days at least.

    The days are different ones, in order. None while there are too few to tell.
    """
    if len(days) < FEWEST_DAYS:
        return None
    recent = days[-LOOKED_AT - 1 :]
    usual = median_low([(b - a).days for a, b in itertools.pairwise(recent)])
    return timedelta(days=max(2, 2 * usual))


def gap_since(days: Sequence[date], today: date) -> date | None:
    """The day of the last value, once it is longer ago than usual."""
    allowed = patience(days)
    if allowed is None or today - days[-1] <= allowed:
        return None
    return days[-1]


def stretches(days: Sequence[date], allowed: timedelta | None = None) -> list[range]:
    """The positions of days that belong together; between two stretches the line breaks."""
    limit = allowed or patience(days) or UNKNOWN
    starts = [
        0,
        *(i for i in range(1, len(days)) if days[i] - days[i - 1] > limit),
    ]
    ends = [*starts[1:], len(days)]
    return [range(a, b) for a, b in zip(starts, ends, strict=True) if a < b]
