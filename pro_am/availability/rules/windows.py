"""Windows: the stretches of real time in which a calendar is open."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pro_am.availability.rules.calendar_rules import CalendarRules, Hours
from pro_am.availability.rules.wall_time import instant_of
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import to_local

# Local days, each with the hours of the windows that start on it.
DaysOpen = tuple[tuple[date, tuple[Hours, ...]], ...]


class Window(NamedTuple):
    """Instants, half-open. A tuple because a year of them is made for every search result."""

    start: datetime
    end: datetime
    capacity: int


def open_windows(rules: CalendarRules, span: TimeSlot) -> list[Window]:
    """The windows that touch the span, whole, in order of their start; they may overlap."""
    return windows_of(days_open(rules, span), rules.zone, span)


def days_open(rules: CalendarRules, span: TimeSlot) -> DaysOpen:
    """The local days whose windows may touch the span: all that `windows_of` needs of the rules."""
    days = _days_around(rules.zone, span)
    return tuple((day, hours) for day in days if (hours := rules.hours_on(day)))


@lru_cache(maxsize=1024)
def _days_around(zone: ZoneInfo, span: TimeSlot) -> tuple[date, ...]:
    """From the day before, as a window lasts a day at most, to the last one that is touched."""
    first = to_local(span.start, zone).toordinal() - 1
    last = to_local(span.end, zone).toordinal()
    return tuple(map(date.fromordinal, range(first, last + 1)))


def windows_of(days: DaysOpen, zone: ZoneInfo, span: TimeSlot) -> list[Window]:
    """The windows of these days that touch the span, whole, in order of their start."""
    windows = []
    for day, hours in days:
        midnight = datetime.combine(day, time())
        for opens, closes, capacity in hours:
            start = instant_of(midnight + timedelta(minutes=opens), zone)
            end = instant_of(midnight + timedelta(minutes=closes), zone)
            # Inside an hour that spring skips, both are the change itself.
            if start < end and start < span.end and end > span.start:
                windows.append(Window(start, end, capacity))
    windows.sort()
    return windows
