"""Free time of a UTC day as 96 bits, one per quarter hour, to ask many calendars at once.

The bits may say too much, never too little: a quarter is set when any of it is free, and
who has the bits is then looked at exactly. They are kept as two integers of 48 bits, which any
database compares: `low & :m = :m AND high & :n = :n`.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from pro_am.foundation.time_slots import TimeSlot

_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)
_QUARTERS = 96
_HALF = 48


class DayBits(NamedTuple):
    """Quarters 0 to 47 of a UTC day in `low`, 48 to 95 in `high`, the first in the lowest bit."""

    low: int
    high: int

    def cover(self, mask: "DayBits") -> bool:
        """The question the database answers: is every quarter of the mask set?"""
        return self.low & mask.low == mask.low and self.high & mask.high == mask.high


def day_bits(stretches: Iterable[TimeSlot], day: date) -> DayBits:
    """The quarters of the UTC day that any of the stretches touches."""
    return bits_by_day(stretches).get(day, DayBits(0, 0))


def bits_by_day(stretches: Iterable[TimeSlot]) -> dict[date, DayBits]:
    """The same for all days at once; a day that no stretch touches is absent."""
    bits: dict[date, int] = {}
    for stretch in stretches:
        for day, first, last in _quarters(stretch):
            bits[day] = bits.get(day, 0) | _run(first, last)
    return {day: _halves(run) for day, run in bits.items()}


def quarters_missing(pictured: Mapping[date, DayBits], true: Mapping[date, DayBits]) -> int:
    """How many quarters are free in truth and not in the picture."""
    nothing = DayBits(0, 0)
    kept = {day: pictured.get(day, nothing) for day in true}
    return sum(
        (bits.low & ~kept[day].low).bit_count() + (bits.high & ~kept[day].high).bit_count()
        for day, bits in true.items()
    )


def mask(span: TimeSlot) -> dict[date, DayBits]:
    """What a calendar has, day by day, when it is free during the whole span.

    These are all the quarters it touches: whoever is free throughout has some of each.
    """
    return bits_by_day([span])


def start_masks(span: TimeSlot, duration_minutes: int) -> dict[date, list[DayBits]]:
    """Masks of which a calendar has one when a service starts in the span and fits.

    One per quarter in which it may start, listed under that quarter's UTC day. A start anywhere
    in a quarter touches at least as many quarters as one at its beginning, so this mask is right
    for all of them. What runs over midnight UTC is not asked of the next day.
    """
    more = (duration_minutes - 1) // 15
    return {
        day: [
            _halves(_run(quarter, min(quarter + more, _QUARTERS - 1)))
            for quarter in range(first, last + 1)
        ]
        for day, first, last in _quarters(span)
    }


def covers_any(picture: Mapping[date, DayBits], masks: Mapping[date, Iterable[DayBits]]) -> bool:
    """Whether a calendar's days have all the quarters of one of the masks."""
    return any(
        picture[day].cover(mask)
        for day, of_day in masks.items()
        if day in picture
        for mask in of_day
    )


def earliest_start(
    picture: Mapping[date, DayBits], span: TimeSlot, duration_minutes: int
) -> datetime | None:
    """No service of this duration starts in the span before this; None when none does at all.

    Like the bits, it may say too much: the true first start is this one or later.
    """
    quarters = -(-duration_minutes // 15)
    for day, first, last in _quarters(span):
        if day not in picture:
            continue
        bits = picture[day].low | picture[day].high << _HALF
        bits |= _run(_QUARTERS, _QUARTERS + quarters)  # what runs over midnight is not asked
        for _ in range(quarters - 1):
            bits &= bits >> 1
        starts = bits & _run(first, last)
        if starts:
            quarter = (starts & -starts).bit_length() - 1  # the lowest bit
            return max(span.start, datetime.combine(day, time()) + quarter * _QUARTER)
    return None


def _quarters(span: TimeSlot) -> Iterator[tuple[date, int, int]]:
    """Day by day, the first and the last quarter it touches."""
    midnight = datetime.combine(span.start, time())
    while midnight < span.end:
        start, end = max(span.start, midnight), min(span.end, midnight + _DAY)
        last = -((midnight - end) // _QUARTER) - 1  # the quarter that holds the last moment
        yield midnight.date(), (start - midnight) // _QUARTER, last
        midnight += _DAY


def _run(first: int, last: int) -> int:
    return (1 << last + 1) - (1 << first)


def _halves(bits: int) -> DayBits:
    return DayBits(bits & (1 << _HALF) - 1, bits >> _HALF)
