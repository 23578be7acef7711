"""How much of a week was done: of what was planned and counts, and without blame.

adherence = done / (planned - excepted), in weights. A partly done item is half done. Done and
partly done items count whatever day it was; what else was planned for days that are exceptional
or of a break is excepted, and what any day would do for only when the whole week is such.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from pro_am.foundation.words import mark
from pro_am.programmes.rules.course import DAYS
from pro_am.programmes.rules.weeks import ItemFacts, WeekFacts, exceptional_days, uncounted_days
from pro_am.programmes.rules.words import ItemState

NO_PLAN = mark("Nothing is planned for this week, so there is nothing to count.")
ON_BREAK = mark("This week is a break: nothing is asked for, and nothing is counted.")
ALL_EXCEPTED = mark("All of this week went otherwise, so there is nothing to count.")

DONE = {
    ItemState.DONE: Fraction(1),
    ItemState.PARTLY: Fraction(1, 2),
    ItemState.PLANNED: Fraction(0),
    ItemState.SKIPPED: Fraction(0),
}


@dataclass(frozen=True)
class Adherence:
    """Weights of a week; `share` is None where nothing counts, and `why_none` says why."""

    planned: int
    done: Fraction
    excepted: int
    share: Fraction | None
    why_none: str = ""

    @property
    def counted(self) -> int:
        return self.planned - self.excepted


def adherence(week: WeekFacts) -> Adherence:
    uncounted = uncounted_days(week)
    planned = sum(item.weight for item in week.items)
    done = sum((item.weight * DONE[item.state] for item in week.items), Fraction(0))
    excepted = sum(item.weight for item in week.items if _is_excepted(item, uncounted))
    if planned > excepted:
        return Adherence(planned, done, excepted, done / (planned - excepted))
    return Adherence(planned, done, excepted, None, _why_none(week))


def excepted_items(week: WeekFacts) -> frozenset[int]:
    """The ids of the items that do not count."""
    uncounted = uncounted_days(week)
    return frozenset(item.id for item in week.items if _is_excepted(item, uncounted))


def _is_excepted(item: ItemFacts, uncounted: frozenset[date]) -> bool:
    if DONE[item.state]:
        return False
    if item.day is None:
        return len(uncounted) == DAYS
    return item.day in uncounted


def _why_none(week: WeekFacts) -> str:
    if not exceptional_days(week) and len(week.breaks) == DAYS:
        return ON_BREAK
    return ALL_EXCEPTED if week.items else NO_PLAN
