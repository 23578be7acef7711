"""Whose week begins now, and has not been written to."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import and_, exists, select

from pro_am.foundation import time_zones
from pro_am.foundation.database import db
from pro_am.programmes.models import Item, Programme, ProgrammeWeek, WeekLetter
from pro_am.programmes.rules.letters import monday_due
from pro_am.programmes.rules.words import Standing


def weeks_due(now: datetime) -> Iterator[tuple[int, date]]:
    """Ids of programmes with the Monday of their week; one statement, whatever their zones."""
    local_days = [(now + timedelta(hours=hours)).date() for hours in (-12, 14)]
    rows = db.session.execute(
        select(Programme.id, Programme.time_zone, ProgrammeWeek.monday)
        .join(ProgrammeWeek, ProgrammeWeek.programme_id == Programme.id)
        .outerjoin(
            WeekLetter,
            and_(
                WeekLetter.programme_id == Programme.id,
                WeekLetter.monday == ProgrammeWeek.monday,
            ),
        )
        .where(
            Programme.standing == Standing.ACTIVE,
            ProgrammeWeek.monday.between(local_days[0] - timedelta(days=6), local_days[1]),
            WeekLetter.programme_id.is_(None),
            exists().where(Item.week_id == ProgrammeWeek.id),
        )
        .order_by(Programme.id)
    ).all()
    for programme_id, zone, monday in rows:
        if monday_due(time_zones.to_local(now, time_zones.zone(zone))) == monday:
            yield programme_id, monday


def is_written(programme_id: int, monday: date) -> bool:
    return db.session.get(WeekLetter, (programme_id, monday)) is not None
