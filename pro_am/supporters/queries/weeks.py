"""The weeks of many clients at once, as recaps tell them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.accounts.rules.names import first_name
from pro_am.foundation.database import db
from pro_am.programmes.models import Programme
from pro_am.programmes.queries.weeks import facts_of
from pro_am.supporters.models import Cheer, Supporter
from pro_am.supporters.rules.recap import ClientWeek, ProgrammeWeek

WEEK = timedelta(weeks=1)
LAST_DAY = timedelta(days=6)


def weeks_of(client_ids: Sequence[int], monday: date) -> dict[int, ClientWeek]:
    """That week of each of at most 900 clients, in a fixed number of statements.

    Without programmes when none of theirs ran then.
    """
    programmes = _programmes(client_ids, monday)
    ids = [programme_id for rows in programmes.values() for programme_id, _, _ in rows]
    weeks, after = facts_of(ids, monday), facts_of(ids, monday + WEEK)
    cheers = _cheers(client_ids, monday)
    return {
        client_id: ClientWeek(
            monday,
            tuple(
                ProgrammeWeek(title, coach, weeks[key], len(after[key].items))
                for key, title, coach in programmes.get(client_id, ())
            ),
            cheers.get(client_id, 0),
        )
        for client_id in client_ids
    }


def _programmes(client_ids: Sequence[int], monday: date) -> dict[int, list[tuple[int, str, str]]]:
    """Ids, titles and coaches' first names of what had begun by then, and not ended before."""
    coach = aliased(Member)
    began = datetime.combine(monday, time())
    rows = db.session.execute(
        select(Programme.client_id, Programme.id, Programme.title, coach.name)
        .join(coach, coach.id == Programme.coach_id)
        .where(
            Programme.client_id.in_(client_ids),
            Programme.starts_on <= monday + LAST_DAY,
            or_(Programme.ended_at.is_(None), Programme.ended_at >= began),
        )
        .order_by(Programme.id)
    )
    found = defaultdict(list)
    for client_id, programme_id, title, name in rows:
        found[client_id].append((programme_id, title, first_name(name, is_erased=False)))
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
