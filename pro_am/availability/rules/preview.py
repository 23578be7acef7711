"""What people will see of a calendar, day by day, and what is agreed outside its hours."""

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pro_am.availability.rules.bookable_time import bookable_span, bookable_time
from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.free_time import ONE_BOOKING, Load, fits, free_time
from pro_am.availability.rules.wall_time import instant
from pro_am.availability.rules.windows import Window, open_windows
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import to_local


class Shown(enum.StrEnum):
    """What a day has to show, or why it shows nothing."""

    FREE = "free"
    CLOSED = "closed"
    FULL = "full"
    TOO_SOON = "too_soon"
    TOO_FAR = "too_far"


@dataclass(frozen=True)
class PreviewDay:
    day: date
    shown: Shown
    free: tuple[TimeSlot, ...] = ()
    elsewhere: tuple[TimeSlot, ...] = ()  # open, if it were not for calendars kept elsewhere


def preview(
    rules: CalendarRules,
    loads: Iterable[Load],
    now: datetime,
    *,
    days: int,
    busy: Iterable[TimeSlot] = (),
) -> list[PreviewDay]:
    """The next local days, today included; a window is on the day on which it opens.

    `busy` is what calendars kept elsewhere take.
    """
    today = to_local(now, rules.zone).date()
    span = _span(rules, today, days)
    bookable = bookable_span(rules, span, now)
    # A window of the last day may run into the next.
    around = TimeSlot(span.start, span.end + timedelta(days=2))
    busy = list(busy)
    taken = [*loads, *(Load(slot.start, slot.end, None) for slot in busy)]
    free = bookable_time(rules, taken, around, ONE_BOOKING, now)
    elsewhere = free_time([Window(slot.start, slot.end, 1) for slot in busy], (), around)
    by_day: dict[date, list[Window]] = {}
    for window in open_windows(rules, span):
        by_day.setdefault(to_local(window.start, rules.zone).date(), []).append(window)
    return [
        _day(today + timedelta(days=number), by_day, free, elsewhere, bookable)
        for number in range(days)
    ]


def outside_hours(
    rules: CalendarRules, agreed: Sequence[TimeSlot], now: datetime
) -> list[TimeSlot]:
    """What is agreed and lies, wholly or in part, where the calendar is closed."""
    coming = [slot for slot in agreed if slot.end > now]
    if not coming:
        return []
    first, last = min(slot.start for slot in coming), max(slot.end for slot in coming)
    windows = open_windows(rules, TimeSlot(first, last))
    return [slot for slot in coming if not fits(windows, (), slot)]


def _day(
    day: date,
    by_day: dict[date, list[Window]],
    free: Sequence[TimeSlot],
    elsewhere: Sequence[TimeSlot],
    bookable: TimeSlot | None,
) -> PreviewDay:
    windows = by_day.get(day, [])
    if left := _within(windows, free):
        return PreviewDay(day, Shown.FREE, left, _within(windows, elsewhere))
    if not windows:
        return PreviewDay(day, Shown.CLOSED)
    if bookable is None or windows[-1].end <= bookable.start:
        return PreviewDay(day, Shown.TOO_SOON)
    if windows[0].start >= bookable.end:
        return PreviewDay(day, Shown.TOO_FAR)
    return PreviewDay(day, Shown.FULL, elsewhere=_within(windows, elsewhere))


def _within(windows: Iterable[Window], slots: Sequence[TimeSlot]) -> tuple[TimeSlot, ...]:
    return tuple(
        TimeSlot(max(window.start, slot.start), min(window.end, slot.end))
        for window in windows
        for slot in slots
        if slot.start < window.end and window.start < slot.end
    )


def _span(rules: CalendarRules, first: date, days: int) -> TimeSlot:
    last = first + timedelta(days=days - 1)
    return TimeSlot(instant(first, 0, rules.zone), instant(last, 24 * 60, rules.zone))
