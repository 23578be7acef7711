"""A week of a programme as plain facts: what was planned for it, and which days went otherwise.

A week runs from Monday to Sunday, in days of the client's own zone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pro_am.programmes.rules.course import days_of
from pro_am.programmes.rules.words import ExceptionKind, ItemKind, ItemState

ANY_DAY = 7  # what stands in the place of a day, Monday being 0


@dataclass(frozen=True)
class ItemFacts:
    """One thing to do; its `day` is None when any day of the week will do."""

    id: int
    day: date | None
    kind: ItemKind
    title: str
    amount: Decimal | None
    unit: str
    weight: int
    state: ItemState


@dataclass(frozen=True)
class ExceptionFacts:
    """Days, the last one included, that went otherwise."""

    from_day: date
    to_day: date
    kind: ExceptionKind
    words: str


@dataclass(frozen=True)
class WeekFacts:
    programme_id: int
    monday: date
    items: tuple[ItemFacts, ...] = ()
    exceptions: tuple[ExceptionFacts, ...] = ()
    breaks: frozenset[date] = frozenset()
    """Days on which the programme asked for nothing: of a break, or after its end."""
    coach_words: str = ""
    client_words: str = ""


def day_of(monday: date, number: int) -> date | None:
    """The date of a numbered day; None for any day of the week."""
    return None if number == ANY_DAY else monday + timedelta(days=number)


def uncounted_days(week: WeekFacts) -> frozenset[date]:
    """The days of the week that are exceptional, or of a break; each once, however often named."""
    return week.breaks | exceptional_days(week)


def exceptional_days(week: WeekFacts) -> frozenset[date]:
    return frozenset(
        day
        for day in days_of(week.monday)
        if any(each.from_day <= day <= each.to_day for each in week.exceptions)
    )


def between(first: date, last: date) -> Iterator[date]:
    """The days from the first to the last, both included; none when they are the other way."""
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)
