"""Weeks of many programmes as plain facts, in few statements."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import or_, select

from pro_am.foundation import time_zones
from pro_am.foundation.database import db
from pro_am.programmes.models import (
    Item,
    Programme,
    ProgrammeBreak,
    ProgrammeException,
    ProgrammeWeek,
)
from pro_am.programmes.rules.weeks import (
    ExceptionFacts,
    ItemFacts,
    WeekFacts,
    between,
    day_of,
)

AT_ONCE = 900  # ids in one statement: SQLite takes 999
LAST_DAY = timedelta(days=6)


def facts_of(programme_ids: Sequence[int], monday: date) -> dict[int, WeekFacts]:
    """That week of each of these programmes, with or without a plan: four statements for 900."""
    found: dict[int, WeekFacts] = {}
    for start in range(0, len(programme_ids), AT_ONCE):
        found.update(_facts_of_some(programme_ids[start : start + AT_ONCE], monday))
    return found


def _facts_of_some(programme_ids: Sequence[int], monday: date) -> dict[int, WeekFacts]:
    items, words = _plans(programme_ids, monday)
    exceptions, breaks = _exceptions(programme_ids, monday), _breaks(programme_ids, monday)
    return {
        key: WeekFacts(
            key,
            monday,
            tuple(items[key]),
            tuple(exceptions[key]),
            breaks.get(key, frozenset()),
            *words.get(key, ("", "")),
        )
        for key in programme_ids
    }


def _plans(
    programme_ids: Sequence[int], monday: date
) -> tuple[dict[int, list[ItemFacts]], dict[int, tuple[str, str]]]:
    rows = db.session.execute(
        select(
            ProgrammeWeek.programme_id,
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
        .where(ProgrammeWeek.programme_id.in_(programme_ids), ProgrammeWeek.monday == monday)
        .order_by(Item.day, Item.position, Item.id)
    )
    items: dict[int, list[ItemFacts]] = defaultdict(list)
    words = {}
    for key, coach_words, client_words, item_id, day, *rest in rows:
        words[key] = (coach_words, client_words)
        if item_id is not None:
            items[key].append(ItemFacts(item_id, day_of(monday, day), *rest))
    return items, words


def _exceptions(programme_ids: Sequence[int], monday: date) -> dict[int, list[ExceptionFacts]]:
    rows = db.session.execute(
        select(
            ProgrammeException.programme_id,
            ProgrammeException.from_day,
            ProgrammeException.to_day,
            ProgrammeException.kind,
            ProgrammeException.words,
        )
        .where(
            ProgrammeException.programme_id.in_(programme_ids),
            ProgrammeException.taken_back_at.is_(None),
            ProgrammeException.from_day <= monday + LAST_DAY,
            ProgrammeException.to_day >= monday,
        )
        .order_by(ProgrammeException.from_day, ProgrammeException.id)
    )
    found: dict[int, list[ExceptionFacts]] = defaultdict(list)
    for key, from_day, to_day, kind, words in rows:
        found[key].append(ExceptionFacts(from_day, to_day, kind, words))
    return found


def _breaks(programme_ids: Sequence[int], monday: date) -> dict[int, frozenset[date]]:
    """Days of a break, and those after the end of what has ended."""
    sunday = monday + LAST_DAY
    rows = db.session.execute(
        select(ProgrammeBreak.programme_id, ProgrammeBreak.from_day, ProgrammeBreak.to_day).where(
            ProgrammeBreak.programme_id.in_(programme_ids),
            ProgrammeBreak.from_day <= sunday,
            or_(ProgrammeBreak.to_day.is_(None), ProgrammeBreak.to_day >= monday),
        )
    )
    found: dict[int, set[date]] = defaultdict(set)
    for key, from_day, to_day in rows:
        found[key].update(between(max(from_day, monday), min(to_day or sunday, sunday)))
    ended = db.session.execute(
        select(Programme.id, Programme.ended_at, Programme.time_zone).where(
            Programme.id.in_(programme_ids), Programme.ended_at.is_not(None)
        )
    )
    for key, ended_at, zone in ended:
        assert ended_at is not None  # noqa: S101 - asked for
        last = time_zones.to_local(ended_at, time_zones.zone(zone)).date()
        found[key].update(between(max(last + timedelta(days=1), monday), sunday))
    return {key: frozenset(days) for key, days in found.items()}
