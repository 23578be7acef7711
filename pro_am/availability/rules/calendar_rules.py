"""What a pro-am says about their calendar, in the words of the clock on their wall."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from pro_am.availability.rules.wall_time import MINUTES_A_DAY


class Hours(NamedTuple):
    """Minutes of the clock since the midnight that a day begins with; up to two days."""

    opens: int
    closes: int
    capacity: int


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
    def hours(self) -> Hours:
        crosses_midnight = self.end_minute <= self.start_minute
        closes = self.end_minute + crosses_midnight * MINUTES_A_DAY
        return Hours(self.start_minute, closes, self.capacity)


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
    def hours(self) -> Hours:
        return DayWindow(self.start_minute, self.end_minute, self.capacity).hours

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


@dataclass(frozen=True)
class CalendarRules:
    """All that decides when a calendar is open and how early or late it can be booked.

    An offer may have a notice and a horizon of its own: see `timing.OfferTiming`.
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

    def hours_on(self, day: date) -> tuple[Hours, ...]:
        """Of the windows that start on a local day."""
        overridden = self._overridden.get(day)
        if overridden is not None:
            return overridden
        weekly = self._weekly_by_day[day.weekday()]
        return tuple(hours for window, hours in weekly if window.applies_on(day))

    @cached_property
    def _overridden(self) -> dict[date, tuple[Hours, ...]]:
        by_day: dict[date, tuple[Hours, ...]] = {}
        for override in self.overrides:
            hours = tuple(window.hours for window in override.windows)
            by_day[override.day] = by_day.get(override.day, ()) + hours
        return by_day

    @cached_property
    def _weekly_by_day(self) -> list[list[tuple[WeeklyWindow, Hours]]]:
        by_day: list[list[tuple[WeeklyWindow, Hours]]] = [[] for _ in range(7)]
        for window in self.weekly:
            by_day[window.weekday].append((window, window.hours))
        return by_day
