"""A week of a client in what a friend may see of it. It never holds weight, notes or reasons."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from pro_am.foundation.words import mark
from pro_am.programmes.rules.adherence import DONE, Adherence, adherence, excepted_items
from pro_am.programmes.rules.weeks import ItemFacts, WeekFacts
from pro_am.programmes.rules.words import ItemState
from pro_am.supporters.rules.sight import Field


@dataclass(frozen=True)
class ProgrammeTold:
    title: str
    coach: str
    week: WeekFacts
    ahead: int
    """How many activities are planned for the week after."""


@dataclass(frozen=True)
class ClientWeek:
    """All of it, before anybody looks."""

    monday: date
    programmes: tuple[ProgrammeTold, ...]
    cheers: int

    @property
    def adherences(self) -> list[Adherence]:
        return [adherence(each.week) for each in self.programmes]

    @property
    def says_something(self) -> bool:
        return any(each.share is not None for each in self.adherences)


class Outcome(StrEnum):
    DONE = "done"
    PARTLY = "partly"
    OTHERWISE = "otherwise"
    SET_ASIDE = "set aside"


OUTCOMES = {
    Outcome.DONE: mark("Done"),
    Outcome.PARTLY: mark("Partly done"),
    Outcome.OTHERWISE: mark("Not this time"),
    Outcome.SET_ASIDE: mark("Set aside"),
}
_OF_STATE = {
    ItemState.DONE: Outcome.DONE,
    ItemState.PARTLY: Outcome.PARTLY,
    ItemState.SKIPPED: Outcome.OTHERWISE,
    ItemState.PLANNED: Outcome.OTHERWISE,
}


@dataclass(frozen=True)
class DayTold:
    day: date | None  # None: what any day would do for
    done: Fraction
    counted: int

    @property
    def share(self) -> Fraction:
        return self.done / self.counted


@dataclass(frozen=True)
class Part:
    """Of one programme; what is not to be seen is empty."""

    title: str
    coach: str
    share: Fraction | None = None
    why_none: str = ""
    counts: tuple[tuple[Outcome, int], ...] = ()
    days: tuple[DayTold, ...] = ()
    items: tuple[tuple[Outcome, tuple[str, ...]], ...] = ()
    coach_words: str = ""
    client_words: str = ""
    ahead: int = 0

    @property
    def percent(self) -> int | None:
        return None if self.share is None else round(100 * self.share)


@dataclass(frozen=True)
class Recap:
    monday: date
    parts: tuple[Part, ...]
    cheers: int


def told(week: ClientWeek, sees: Collection[str]) -> Recap:
    """Without parts when nothing of programmes may be seen: not even what they are called."""
    seen = frozenset(sees) & {Field.ADHERENCE, Field.ITEMS, Field.WORDS}
    parts = tuple(_part(each, seen) for each in week.programmes) if seen else ()
    return Recap(week.monday, parts, week.cheers)


def _part(programme: ProgrammeTold, sees: Collection[str]) -> Part:
    week = programme.week
    excepted = excepted_items(week)
    outcomes = [(_outcome(item, excepted), item) for item in week.items]
    counted = adherence(week)
    shows_share, shows_words = Field.ADHERENCE in sees, Field.WORDS in sees
    return Part(
        programme.title,
        programme.coach,
        share=counted.share if shows_share else None,
        why_none=counted.why_none if shows_share else "",
        counts=_counts(outcome for outcome, _ in outcomes) if shows_share else (),
        days=_days(week.items, excepted) if shows_share else (),
        items=_titles(outcomes) if Field.ITEMS in sees else (),
        coach_words=week.coach_words if shows_words else "",
        client_words=week.client_words if shows_words else "",
        ahead=programme.ahead if shows_share or Field.ITEMS in sees else 0,
    )


def _outcome(item: ItemFacts, excepted: Collection[int]) -> Outcome:
    return Outcome.SET_ASIDE if item.id in excepted else _OF_STATE[item.state]


def _counts(outcomes: Iterable[Outcome]) -> tuple[tuple[Outcome, int], ...]:
    """What went otherwise is in the whole already, and is not counted up."""
    counted = Counter(outcomes)
    told = (Outcome.DONE, Outcome.PARTLY, Outcome.SET_ASIDE)
    return tuple((each, counted[each]) for each in told if counted[each])


def _titles(
    outcomes: Iterable[tuple[Outcome, ItemFacts]],
) -> tuple[tuple[Outcome, tuple[str, ...]], ...]:
    known = list(outcomes)
    found = ((each, Counter(item.title for of, item in known if of is each)) for each in Outcome)
    return tuple(
        (each, tuple(_times(title, count) for title, count in titles.items()))
        for each, titles in found
        if titles
    )


def _times(title: str, count: int) -> str:
    return title if count == 1 else f"{title}\u00a0×\u00a0{count}"


def _days(items: Iterable[ItemFacts], excepted: Collection[int]) -> tuple[DayTold, ...]:
    """The days on which something counts, in order; what any day would do for comes last."""
    done: dict[date | None, Fraction] = {}
    counted: dict[date | None, int] = {}
    for item in items:
        if item.id not in excepted:
            done[item.day] = done.get(item.day, Fraction(0)) + item.weight * DONE[item.state]
            counted[item.day] = counted.get(item.day, 0) + item.weight
    in_order = sorted(counted, key=lambda day: (day is None, day or date.min))
    return tuple(DayTold(day, done[day], counted[day]) for day in in_order)
