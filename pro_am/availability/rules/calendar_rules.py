"""What a pro-am says about their calendar, in the words of the clock on their wall."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from pro_am.availability.rules.wall_time import MINUTES_A_DAY


@dataclass(frozen=True, slots=True)
class DayWindow:
    """Open from one minute of a day to another; an end at or before the start is the next day's."""

    start_minute: int
    end_minute: int
    capacity: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.start_minute < MINUTES_A_DAY:
            raise ValueError(f"No window starts at minute {self.start_minute} of a day")
        if not 0 <= self.end_minute <= MINUTES_A_DAY:
            raise ValueError(f"No window ends at minute {self.end_minute} of a day")
        if self.capacity < 1:
            raise ValueError("A window has at least one seat; to close a day, override it")

    @property
    def opens(self) -> timedelta:
        """Wall time since the midnight its day begins with."""
        return timedelta(minutes=self.start_minute)

    @property
    def closes(self) -> timedelta:
        """Wall time since the same midnight, so up to two days."""
        crosses_midnight = self.end_minute <= self.start_minute
        return timedelta(days=crosses_midnight, minutes=self.end_minute)


@dataclass(frozen=True, slots=True)
class WeeklyWindow:
    """A window on a day of the week (0 is Monday), every week or every n-th.

    Weeks run from Monday to Sunday, and `anchor` is any day of a week that counts. The window
    applies to the days on which it starts, from `valid_from` to `valid_until`, both included.
    """

    weekday: int
    start_minute: int
    end_minute: int
    capacity: int = 1
    every: int = 1
    anchor: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"No day of the week has the number {self.weekday}")
        if self.every < 1:
            raise ValueError("A weekly window returns every week, or every n-th")
        if self.every > 1 and self.anchor is None:
            raise ValueError(f"Every {self.every} weeks, counted from which one?")
        DayWindow(self.start_minute, self.end_minute, self.capacity)

    @property
    def hours(self) -> DayWindow:
        return DayWindow(self.start_minute, self.end_minute, self.capacity)

    def applies_on(self, day: date) -> bool:
        """Whether it opens on a day; the caller has seen to the day of the week."""
        if self.valid_from is not None and day < self.valid_from:
            return False
        if self.valid_until is not None and day > self.valid_until:
            return False
        return self.anchor is None or (_week(day) - _week(self.anchor)) % self.every == 0


class HasCapacity(Protocol):
    @property
    def capacity(self) -> int: ...


def usual_capacity(windows: Iterable[HasCapacity]) -> int:
    """What most windows of a calendar have, the smaller of two as usual; one without windows."""
    counts = Counter(window.capacity for window in windows)
    return min(counts, key=lambda capacity: (-counts[capacity], capacity), default=1)


def _week(day: date) -> int:
    """Weeks since the Monday with which the calendar of `date` begins."""
    return (day.toordinal() - 1) // 7


@dataclass(frozen=True, slots=True)
class DateOverride:
    """Takes the place of the weekly windows that start on a day. Without windows it is closed."""

    day: date
    windows: tuple[DayWindow, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarRules:
    """All that decides when a calendar is open and how early or late it can be booked.

    An offer may have a notice and a horizon of its own: see `slots.OfferTiming`.
    Overrides of the same day add up. `most_a_day` is how many bookings may start on a local day.
    `full_days` are the days that already have them: no slot starts there (see `daily_most`).
    """

    zone: ZoneInfo
    weekly: tuple[WeeklyWindow, ...] = ()
    overrides: tuple[DateOverride, ...] = ()
    notice_minutes: int = 0
    horizon_days: int | None = None
    most_a_day: int | None = None
    full_days: frozenset[date] = frozenset()
