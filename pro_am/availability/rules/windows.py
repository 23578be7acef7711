"""Windows: the stretches of real time in which a calendar is open."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import NamedTuple

from pro_am.availability.rules.calendar_rules import CalendarRules, DayWindow, WeeklyWindow
from pro_am.availability.rules.wall_time import instant_of
from pro_am.foundation.time_slots import TimeSlot

# A window lasts up to a day and more when the clock goes back, in a zone up to 14 hours away.
_MARGIN = timedelta(days=2)

# Opens, closes (both since the midnight its day begins with), capacity.
_Hours = tuple[timedelta, timedelta, int]


class Window(NamedTuple):
    """Instants, half-open. A tuple because a year of them is made for every search result."""

    start: datetime
    end: datetime
    capacity: int


def open_windows(rules: CalendarRules, span: TimeSlot) -> list[Window]:
    """The windows that touch the span, whole, in order of their start; they may overlap."""
    zone = rules.zone
    windows = []
    for midnight, hours in _hours_by_day(rules, span):
        for opens, closes, capacity in hours:
            start = instant_of(midnight + opens, zone)
            end = instant_of(midnight + closes, zone)
            # Inside an hour that spring skips, both are the change itself.
            if start < end and start < span.end and end > span.start:
                windows.append(Window(start, end, capacity))
    windows.sort()
    return windows


def _hours_by_day(rules: CalendarRules, span: TimeSlot) -> Iterator[tuple[datetime, list[_Hours]]]:
    """Local midnights around the span, with the hours of the windows that start on their day."""
    overrides: dict[datetime, list[_Hours]] = {}
    for override in rules.overrides:
        hours = overrides.setdefault(datetime.combine(override.day, time()), [])
        hours += [_hours(window) for window in override.windows]

    weekly: list[list[tuple[WeeklyWindow, _Hours]]] = [[] for _ in range(7)]
    for weekly_window in rules.weekly:
        hours_of_day = _hours(weekly_window.hours)
        weekly[weekly_window.weekday].append((weekly_window, hours_of_day))

    midnight = datetime.combine(span.start - _MARGIN, time())
    while midnight < span.end + _MARGIN:
        if midnight in overrides:
            yield midnight, overrides[midnight]
        elif candidates := weekly[midnight.weekday()]:
            day = midnight.date()
            yield midnight, [hours for window, hours in candidates if window.applies_on(day)]
        midnight += timedelta(days=1)


def _hours(window: DayWindow) -> _Hours:
    return window.opens, window.closes, window.capacity
