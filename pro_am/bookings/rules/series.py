"""Weekly series: the same time on the clock of the wall, week after week."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pro_am.availability.rules.slots import nearest_slots
from pro_am.availability.rules.wall_time import instant
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import to_local
from pro_am.foundation.words import mark

FEWEST_WEEKS = 2
MOST_WEEKS = 26
# Nearer to its own week than to the next: no two weeks of a series can get in each other's way.
ANOTHER_TIME_WITHIN = timedelta(days=3)


class WrongNumberOfWeeks(Refusal):
    message = mark("A series has %(least)s to %(most)s weeks.")
    field = "weeks"


class NoSeriesOfProgrammes(Refusal):
    message = mark("A programme has its own weeks: book its first talk once.")
    field = "weeks"


class WeeksToChoose(Refusal):
    """Some weeks are not free: nothing is booked until the host has chosen for each of them."""

    message = mark("Some weeks are not free. Choose for each of them what you would like.")

    def __init__(self, weeks: Sequence["Week"]) -> None:
        super().__init__()
        self.weeks = list(weeks)


class NothingLeft(Refusal):
    message = mark(
        "With these weeks left out, fewer than two remain: ask for a single time instead."
    )


@dataclass(frozen=True)
class Week:
    """One week of a series as it was wished."""

    number: int  # from 1
    wished: datetime  # UTC, as all instants
    start: datetime | None  # when it would be booked; None while it is not free, or left out
    others: tuple[datetime, ...] = ()  # the nearest free starts, when it is not
    is_left_out: bool = False

    @property
    def is_open(self) -> bool:
        """Whether its host has to choose."""
        return self.start is None and not self.is_left_out


# For weeks by their number: another start, or None to leave the week out.
Choices = Mapping[int, datetime | None]


def weekly_starts(first: datetime, zone: ZoneInfo, weeks: int) -> list[datetime]:
    """The first start and those at the same wall time in the weeks after it.

    A wall time that spring skips becomes the change itself, and one that comes twice means its
    first coming, except in the first week, whose instant was chosen.
    """
    if not FEWEST_WEEKS <= weeks <= MOST_WEEKS:
        raise WrongNumberOfWeeks(least=FEWEST_WEEKS, most=MOST_WEEKS)
    wall = to_local(first, zone)
    minute = wall.hour * 60 + wall.minute
    later = [
        instant(wall.date() + timedelta(weeks=number), minute, zone) for number in range(1, weeks)
    ]
    return [first, *later]


def span_of(starts: Sequence[datetime]) -> TimeSlot:
    """All the time in which the weeks and their nearest other times may start."""
    return TimeSlot(starts[0] - ANOTHER_TIME_WITHIN, starts[-1] + ANOTHER_TIME_WITHIN)


def plan(starts: Sequence[datetime], free: Collection[datetime], choices: Choices) -> list[Week]:
    """What each week would be, given the free starts around all of them and the choices so far."""
    return [_week(number, wished, free, choices) for number, wished in enumerate(starts, start=1)]


def check_chosen(weeks: Sequence[Week]) -> list[datetime]:
    """The starts to book; raises WeeksToChoose while a week is open, NothingLeft below two."""
    if any(week.is_open for week in weeks):
        raise WeeksToChoose(weeks)
    chosen = [week.start for week in weeks if week.start is not None]
    if len(chosen) < FEWEST_WEEKS:
        raise NothingLeft
    return chosen


def _week(number: int, wished: datetime, free: Collection[datetime], choices: Choices) -> Week:
    if number in choices and choices[number] is None:
        return Week(number, wished, None, is_left_out=True)
    start = choices.get(number) or wished
    if start in free and abs(start - wished) <= ANOTHER_TIME_WITHIN:
        return Week(number, wished, start)
    near = [start for start in free if abs(start - wished) <= ANOTHER_TIME_WITHIN]
    return Week(number, wished, None, tuple(nearest_slots(near, wished)))
