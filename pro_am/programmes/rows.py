"""A week as its page shows it: day by day, with what counts and how that was reckoned."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_decimal
from flask_babel import gettext, ngettext

from pro_am.foundation.web import wording
from pro_am.programmes.models import Item, Programme, ProgrammeException, ProgrammeWeek
from pro_am.programmes.queries.plans import facts_from
from pro_am.programmes.rules.adherence import Adherence, adherence, excepted_items
from pro_am.programmes.rules.course import days_of
from pro_am.programmes.rules.weeks import WeekFacts, day_of, exceptional_days
from pro_am.programmes.rules.words import ItemState


@dataclass(frozen=True)
class ItemRow:
    item: Item
    amount: str
    is_excepted: bool


@dataclass(frozen=True)
class DayRow:
    """A day of the week, or None for what any day will do for."""

    day: date | None
    is_today: bool
    is_past: bool
    is_exceptional: bool
    is_break: bool
    items: tuple[ItemRow, ...]


@dataclass(frozen=True)
class WeekRows:
    monday: date
    sunday: date
    days: tuple[DayRow, ...]
    adherence: Adherence
    headline: str
    reckoning: tuple[str, ...]
    has_break: bool

    @property
    def today(self) -> DayRow | None:
        return next((each for each in self.days if each.is_today), None)

    @property
    def earlier(self) -> list[DayRow]:
        """The days before today, in its week; of other weeks no day is earlier than another."""
        return [each for each in self.days if each.is_past] if self.today else []

    @property
    def asks_earlier(self) -> bool:
        """Something of those days was not answered yet."""
        rows = [row for day in self.earlier for row in day.items]
        return any(row.item.state is ItemState.PLANNED and not row.is_excepted for row in rows)


def week_rows(
    programme: Programme,
    monday: date,
    week: ProgrammeWeek | None,
    exceptions: list[ProgrammeException],
    today: date,
) -> WeekRows:
    facts = facts_from(programme, monday, week, exceptions)
    excepted, different = excepted_items(facts), exceptional_days(facts)
    rows: dict[date | None, list[ItemRow]] = {day: [] for day in days_of(monday)}
    rows[None] = []
    for row in item_rows(week.items if week else (), excepted):
        rows[day_of(monday, row.item.day)].append(row)
    counted = adherence(facts)
    return WeekRows(
        monday,
        days_of(monday)[-1],
        tuple(
            DayRow(
                day,
                day == today,
                day is not None and day < today,
                day in different,
                day in facts.breaks,
                tuple(items),
            )
            for day, items in rows.items()
        ),
        counted,
        headline(counted),
        tuple(reckoning(counted, facts)),
        bool(facts.breaks),
    )


def item_rows(items: Iterable[Item], excepted: Collection[int] = ()) -> list[ItemRow]:
    return [
        ItemRow(each, amount_words(each.amount, each.unit), each.id in excepted) for each in items
    ]


def amount_words(amount: Decimal | None, unit: str) -> str:
    """`25 min`, `2,5 km`; only the unit, or nothing."""
    return unit if amount is None else wording.quantity(amount, unit)


def headline(counted: Adherence) -> str:
    if counted.share is None:
        return gettext(counted.why_none)
    return gettext("%(done)s of %(all)s done", done=_number(counted.done), all=counted.counted)


def reckoning(counted: Adherence, week: WeekFacts) -> list[str]:
    """How the numbers came about, where they are not what was planned."""
    lines = []
    if counted.excepted and counted.share is not None:
        facts = {"counted": counted.counted, "planned": counted.planned}
        if week.exceptions:
            words = ngettext(
                "%(counted)s of %(planned)s counted: %(num)s was on exceptional days.",
                "%(counted)s of %(planned)s counted: %(num)s were on exceptional days.",
                counted.excepted,
                **facts,
            )
        else:
            words = ngettext(
                "%(counted)s of %(planned)s counted: %(num)s was on days of a break.",
                "%(counted)s of %(planned)s counted: %(num)s were on days of a break.",
                counted.excepted,
                **facts,
            )
        lines.append(words)
    if counted.done != int(counted.done):
        lines.append(gettext("What was partly done counts for half."))
    if any(item.weight > 1 for item in week.items):
        lines.append(gettext("What is larger counts for more."))
    return lines


def _number(value: Fraction) -> str:
    return str(format_decimal(float(value), format="0.#", locale=wording.locale()))
