"""Rows of weeks as they are now, for whoever writes in them; for a transaction."""

from datetime import date

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.programmes.models import Item, Programme, ProgrammeWeek


def locked(programme: Programme) -> Programme:
    """The programme; whoever else writes in its weeks waits until this transaction ends."""
    return db.session.scalars(
        select(Programme)
        .where(Programme.id == programme.id)
        .with_for_update(of=Programme)
        .execution_options(populate_existing=True)
    ).one()


def opened(programme: Programme, monday: date) -> ProgrammeWeek:
    """The week of a locked programme; made when nothing was written of it yet."""
    week = db.session.scalar(
        select(ProgrammeWeek).where(
            ProgrammeWeek.programme_id == programme.id, ProgrammeWeek.monday == monday
        )
    )
    if week is None:
        week = ProgrammeWeek(programme_id=programme.id, monday=monday)
        db.session.add(week)
        db.session.flush()  # callers ask for its id
    return week


def next_positions(items: list[Item]) -> dict[int, int]:
    """The place behind what each day has."""
    places: dict[int, int] = {}
    for item in items:
        places[item.day] = max(places.get(item.day, 0), item.position + 1)
    return places
