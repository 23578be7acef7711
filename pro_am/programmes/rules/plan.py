"""What a coach plans: the words of an item, how much fits, and what may still be changed."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.programmes.rules.words import ItemKind

MOST_WEEKS = 52
MOST_ITEMS = 60  # in one week
MOST_WEIGHT = 10


class Over(enum.StrEnum):
    """What becomes of what a week has already, when more is given to it."""

    ASK = "ask"
    AFTER = "after"
    REPLACE = "replace"


class WeekIsFull(Refusal):
    message = mark("A week holds at most %(most)s activities.")


class WeeksInUse(Refusal):
    message = mark("Week %(week)s has activities. Take them away first, or keep the week.")
    field = "weeks"


class WeekIsPlanned(Refusal):
    """Somebody's week has items: the coach says what becomes of them."""

    message = mark(
        "Something is planned already for %(names)s. Say what should become of it: what was"
        " answered stays in any case."
    )
    field = "over"


class NothingInIt(Refusal):
    message = mark("This template has no activities yet. Add some, then give it to people.")


class AnsweredAlready(Refusal):
    message = mark("This was answered meanwhile, so it stays as it is.")


@dataclass(frozen=True)
class ItemText:
    """What a coach says of one thing to do."""

    kind: ItemKind
    title: str
    amount: Decimal | None = None
    unit: str = ""
    note: str = ""
    weight: int = 1
    picture_id: int | None = None


def check_room(count: int) -> None:
    """How many items a week would have."""
    if count > MOST_ITEMS:
        raise WeekIsFull(most=MOST_ITEMS)


def check_weeks(weeks: int, used: Iterable[int]) -> None:
    """A template does not lose weeks that have items."""
    if last := max((week for week in used if week > weeks), default=0):
        raise WeeksInUse(week=last)
