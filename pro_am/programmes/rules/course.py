"""Which weeks a programme has: those agreed, and between them those of a break."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice, takewhile

WEEK = timedelta(weeks=1)
DAYS = 7


@dataclass(frozen=True)
class Break:
    from_day: date
    to_day: date | None  # the last one; None: until it goes on

    def holds(self, day: date) -> bool:
        return self.from_day <= day and (self.to_day is None or day <= self.to_day)


@dataclass(frozen=True)
class Course:
    """Weeks begin on Mondays. One that is a break from end to end is none of those agreed."""

    starts_on: date
    weeks_agreed: int
    breaks: tuple[Break, ...] = ()

    def is_on_break(self, day: date) -> bool:
        return any(each.holds(day) for each in self.breaks)

    def break_days(self, monday: date) -> tuple[date, ...]:
        return tuple(day for day in days_of(monday) if self.is_on_break(day))

    def counts(self, monday: date) -> bool:
        """Whether a week is one of those agreed, and paid for."""
        return monday >= self.starts_on and len(self.break_days(monday)) < DAYS

    @property
    def last_monday(self) -> date | None:
        """The Monday of its last week; None while a break has no end and weeks remain."""
        return next(islice(self._counted(), self.weeks_agreed - 1, None), None)

    @property
    def last_day(self) -> date | None:
        return None if self.last_monday is None else self.last_monday + timedelta(days=DAYS - 1)

    def is_over(self, today: date) -> bool:
        return self.last_day is not None and self.last_day < today

    def weeks_begun(self, today: date) -> int:
        """How many of the weeks agreed have begun by that day."""
        begun = takewhile(lambda monday: monday <= today, self._counted())
        return sum(1 for _ in islice(begun, self.weeks_agreed))

    def week_number(self, monday: date) -> int | None:
        """The first is 1; None for weeks before, between (a break) and after."""
        numbered = enumerate(islice(self._counted(), self.weeks_agreed), start=1)
        upto = takewhile(lambda each: each[1] <= monday, numbered)
        return next((number for number, each in upto if each == monday), None)

    def mondays(self) -> list[date]:
        """Of the weeks agreed; those behind a break without an end are not known yet."""
        return list(islice(self._counted(), self.weeks_agreed))

    def _counted(self) -> Iterator[date]:
        for number in count():
            monday = self.starts_on + number * WEEK
            if any(each.to_day is None and each.from_day <= monday for each in self.breaks):
                return
            if self.counts(monday):
                yield monday


def days_of(monday: date) -> tuple[date, ...]:
    return tuple(monday + timedelta(days=number) for number in range(DAYS))


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def first_monday(day: date) -> date:
    """The Monday on a day or after it."""
    return monday_of(day + timedelta(days=DAYS - 1))
