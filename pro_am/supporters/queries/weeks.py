"""The weeks of many clients at once, as recaps tell them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.accounts.rules.names import first_name
from pro_am.foundation.database import db
from pro_am.programmes.models import Item, Programme, ProgrammeWeek
from pro_am.programmes.queries.weeks import facts_of
from pro_am.supporters.models import Cheer, Supporter
from pro_am.supporters.rules.recap import ClientWeek, ProgrammeTold

WEEK = timedelta(weeks=1)
LAST_DAY = timedelta(days=6)


class Running(NamedTuple):
    programme_id: int
    title: str
    coach: str
    ahead: int


def weeks_of(client_ids: Sequence[int], monday: date) -> dict[int, ClientWeek]:
    """That week of each of at most 900 clients, in a fixed number of statements.

    Without programmes when none of theirs ran then.
    """
    running = _running(client_ids, monday)
    weeks = facts_of([each.programme_id for some in running.values() for each in some], monday)
    cheers = _cheers(client_ids, monday)
    return {
        client_id: ClientWeek(
            monday,
            tuple(
                ProgrammeTold(each.title, each.coach, weeks[each.programme_id], each.ahead)
                for each in running.get(client_id, ())
            ),
            cheers.get(client_id, 0),
        )
        for client_id in client_ids
    }


def _running(client_ids: Sequence[int], monday: date) -> dict[int, list[Running]]:
    """What had begun by then, and not ended before."""
    coach, began = aliased(Member), datetime.combine(monday, time())
    ahead = (
        select(func.count(Item.id))
        .select_from(ProgrammeWeek)
        .join(ProgrammeWeek.items)
        .where(ProgrammeWeek.programme_id == Programme.id, ProgrammeWeek.monday == monday + WEEK)
        .correlate(Programme)
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(Programme.client_id, Programme.id, Programme.title, coach.name, ahead)
        .join(coach, coach.id == Programme.coach_id)
        .where(
            Programme.client_id.in_(client_ids),
            Programme.starts_on <= monday + LAST_DAY,
            or_(Programme.ended_at.is_(None), Programme.ended_at >= began),
        )
        .order_by(Programme.id)
    )
    found = defaultdict(list)
    for client_id, programme_id, title, name, count in rows:
        coach_name = first_name(name, is_erased=False)
        found[client_id].append(Running(programme_id, title, coach_name, count))
    return found


def _cheers(client_ids: Sequence[int], monday: date) -> dict[int, int]:
    rows = db.session.execute(
        select(Supporter.client_id, func.count())
        .join(Cheer, Cheer.supporter_id == Supporter.id)
        .where(
            Supporter.client_id.in_(client_ids),
            Cheer.day >= monday,
            Cheer.day <= monday + LAST_DAY,
        )
        .group_by(Supporter.client_id)
    )
    return {client_id: count for client_id, count in rows}
