"""Several weeks of several programmes as plain facts, in two statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.programmes.models import Item, Programme, ProgrammeException, ProgrammeWeek
from pro_am.programmes.rules.course import WEEK
from pro_am.programmes.rules.weeks import ExceptionFacts, ItemFacts, WeekFacts, day_of

Weeks = dict[date, WeekFacts]  # by their Mondays


def weeks_of(programmes: Sequence[Programme], first: date, last: date) -> dict[int, Weeks]:
    """The weeks of each programme between two Mondays, both included, with or without a plan."""
    ids = [each.id for each in programmes]
    items, words = _plans(ids, first, last)
    exceptions = _exceptions(ids, first, last + WEEK)
    return {
        each.id: {
            monday: WeekFacts(
                each.id,
                monday,
                tuple(items[each.id, monday]),
                tuple(exceptions[each.id]),
                frozenset(each.course.break_days(monday)),
                *words.get((each.id, monday), ("", "")),
            )
            for monday in _mondays(first, last)
        }
        for each in programmes
    }


def _mondays(first: date, last: date) -> Iterable[date]:
    return (first + number * WEEK for number in range((last - first) // WEEK + 1))


def _plans(
    ids: Sequence[int], first: date, last: date
) -> tuple[dict[tuple[int, date], list[ItemFacts]], dict[tuple[int, date], tuple[str, str]]]:
    rows = db.session.execute(
        select(
            ProgrammeWeek.programme_id,
            ProgrammeWeek.monday,
            ProgrammeWeek.coach_words,
            ProgrammeWeek.client_words,
            Item.id,
            Item.day,
            Item.kind,
            Item.title,
            Item.amount,
            Item.unit,
            Item.weight,
            Item.state,
        )
        .outerjoin(Item, Item.week_id == ProgrammeWeek.id)
        .where(ProgrammeWeek.programme_id.in_(ids), ProgrammeWeek.monday.between(first, last))
        .order_by(ProgrammeWeek.monday, Item.day, Item.position, Item.id)
    )
    items: dict[tuple[int, date], list[ItemFacts]] = defaultdict(list)
    words = {}
    for key, monday, coach_words, client_words, item_id, day, *rest in rows:
        words[key, monday] = (coach_words, client_words)
        if item_id is not None:
            items[key, monday].append(ItemFacts(item_id, day_of(monday, day), *rest))
    return items, words


def _exceptions(ids: Sequence[int], first: date, end: date) -> dict[int, list[ExceptionFacts]]:
    rows = db.session.execute(
        select(
            ProgrammeException.programme_id,
            ProgrammeException.from_day,
            ProgrammeException.to_day,
            ProgrammeException.kind,
            ProgrammeException.words,
        )
        .where(
            ProgrammeException.programme_id.in_(ids),
            ProgrammeException.taken_back_at.is_(None),
            ProgrammeException.from_day < end,
            ProgrammeException.to_day >= first,
        )
        .order_by(ProgrammeException.from_day, ProgrammeException.id)
    )
    found: dict[int, list[ExceptionFacts]] = defaultdict(list)
    for key, from_day, to_day, kind, words in rows:
        found[key].append(ExceptionFacts(from_day, to_day, kind, words))
    return found
