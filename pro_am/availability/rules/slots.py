"""Slots: the starts at which an offer fits into a calendar."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from pro_am.availability.rules.bookable_time import bookable_span
from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.free_time import (
    Load,
    Occupancy,
    free_stretches,
    occupancy,
)
from pro_am.availability.rules.timing import OfferTiming
from pro_am.availability.rules.windows import DaysOpen, days_open, open_windows, windows_of
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import constant_offsets, to_local

_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)


def slots(
    rules: CalendarRules,
    loads: Iterable[Load],
    timing: OfferTiming,
    span: TimeSlot,
    seats: int | None = 1,
    now: datetime | None = None,
) -> list[datetime]:
    """The starts within the span at which the offer fits, in order.

    A start is a multiple of the step on the local clock, counted from midnight, and so comes
    twice in an hour that comes twice. The service lies inside one free stretch; it may end after
    the span. Its buffers may leave the opening hours, but share their time with others only as
    far as there are seats (see `is_clear`). `loads` are all those that touch
    `timing.reach(span)`, each with its own buffers, so that the buffers of neighbours add up.
    Notice and horizon, the offer's own or the calendar's, apply when there is a `now`.

    A group is together, and alone: what overlaps it and is not its own start does not fit. On a
    full day there is still room beside those who come already.
    """
    bookable = bookable_span(timing.limits(rules), span, now)
    if bookable is None:
        return []
    loads, days = list(loads), days_open(rules, timing.reach(bookable))
    if not loads and not rules.full_days:
        plain = (timing.duration_minutes, timing.step_minutes)
        buffers = (timing.buffer_before, timing.buffer_after)
        return list(_while_empty(rules.zone, days, bookable, (*plain, *buffers), seats))
    found = _starts(rules.zone, days, loads, bookable, timing, seats)
    if timing.is_group or any(load.group for load in loads):
        found = [at for at in found if is_apart(loads, timing.load(at))]
    if rules.full_days:
        joined = {load.group for load in loads if load.group}
        found = [
            at
            for at in found
            if timing.group(at) in joined or to_local(at, rules.zone).date() not in rules.full_days
        ]
    return found


@lru_cache(maxsize=2048)
def _while_empty(
    zone: ZoneInfo,
    days: DaysOpen,
    bookable: TimeSlot,
    minutes: tuple[int, int, int, int],
    seats: int | None,
) -> tuple[datetime, ...]:
    """Many calendars are open from nine to six: what is free then is worked out once for all."""
    return tuple(_starts(zone, days, [], bookable, OfferTiming(*minutes), seats))


def _starts(
    zone: ZoneInfo,
    days: DaysOpen,
    loads: list[Load],
    bookable: TimeSlot,
    timing: OfferTiming,
    seats: int | None,
) -> list[datetime]:
    """Where it fits beside the others, whoever they are."""
    stretches = occupancy(windows_of(days, zone, timing.reach(bookable)), loads)
    duration = timedelta(minutes=timing.duration_minutes)
    before = timedelta(minutes=timing.buffer_before)
    after = timedelta(minutes=timing.buffer_after)
    found = []
    for free_from, free_until in free_stretches(stretches, seats):
        earliest = max(free_from, bookable.start)
        too_late = min(free_until - duration + _INSTANT, bookable.end)
        for start in _steps(zone, timing.step_minutes, earliest, too_late):
            end = start + duration
            surely_clear = start - before >= free_from and end + after <= free_until
            if surely_clear or is_clear(stretches, timing, start, seats):
                found.append(start)
    return found


def slot_is_bookable(
    rules: CalendarRules,
    loads: Iterable[Load],
    timing: OfferTiming,
    start: datetime,
    seats: int | None = 1,
    now: datetime | None = None,
) -> bool:
    """Whether `slots` offers this very start: the same question, so always the same answer."""
    return slots(rules, loads, timing, TimeSlot(start, start + _INSTANT), seats, now) == [start]


def nearest_slots(starts: Iterable[datetime], wanted: datetime, count: int = 2) -> list[datetime]:
    """The starts nearest to the wanted one, the earlier of two as near, in order of time."""
    return sorted(sorted(starts, key=lambda start: (abs(start - wanted), start))[:count])


def _steps(
    zone: ZoneInfo, step_minutes: int, earliest: datetime, too_late: datetime
) -> Iterator[datetime]:
    """Instants in [earliest, too_late) at which the local clock reads a multiple of the step."""
    step = timedelta(minutes=step_minutes)
    for first, until, offset in constant_offsets(zone, earliest, too_late):
        midnight = datetime.combine(first + offset, time()) - offset
        while midnight < until:
            next_midnight = midnight + _DAY
            start = midnight
            if start < first:
                start -= (midnight - first) // step * step  # rounded up to the step
            end = min(until, next_midnight)
            while start < end:
                yield start
                start += step
            midnight = next_midnight


def seats_left(
    rules: CalendarRules, loads: Iterable[Load], timing: OfferTiming, start: datetime
) -> int:
    """How many more could come to this start: what is left at the fullest moment of it."""
    service, loads = timing.service(start), list(loads)
    if not is_apart(loads, timing.load(start)):
        return 0
    stretches = occupancy(open_windows(rules, service), loads)
    during = _overlapping(stretches, service.start, service.end)
    return max(
        0, min((0 if each.blocked else each.capacity - each.load for each in during), default=0)
    )


def is_apart(loads: Iterable[Load], wanted: Load) -> bool:
    """Whether nobody has this time who would not share it: a group with others, or another start.

    Neighbours' buffers and its own count as they do for everybody, in `is_clear`.
    """
    return all(
        load.group == wanted.group or load.end <= wanted.start or load.start >= wanted.end
        for load in loads
    )


def is_clear(
    stretches: Sequence[Occupancy], timing: OfferTiming, start: datetime, seats: int | None
) -> bool:
    """Whether the buffers around a service that fits are clear of other people's time.

    They are where nobody else is. With several seats they may be shared as the service is:
    the second guest of a class brings the same buffers as the first. Closed time then has as
    many seats as there are throughout the service.
    """
    service, buffered = timing.service(start), timing.load(start)
    around = _overlapping(stretches, buffered.start, buffered.end)
    during = _overlapping(stretches, service.start, service.end)
    least = min(stretch.capacity for stretch in during)
    return all(
        stretch.is_empty or stretch._replace(capacity=stretch.capacity or least).has_room(seats)
        for stretch in around
    )


def _overlapping(
    stretches: Sequence[Occupancy], start: datetime, end: datetime
) -> Sequence[Occupancy]:
    first = bisect_right(stretches, start, key=lambda stretch: stretch.end)
    last = bisect_left(stretches, end, key=lambda stretch: stretch.start)
    return stretches[first:last]
