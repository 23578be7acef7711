"""Weeks with their items, exceptions and comments, from the programme that was asked for."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from pro_am.foundation.database import db
from pro_am.programmes.models import (
    Item,
    Programme,
    ProgrammeComment,
    ProgrammeException,
    ProgrammeWeek,
)

LATEST_COMMENTS = 50


def week_of(programme: Programme, monday: date) -> ProgrammeWeek | None:
    """That week with its items and their pictures; None while nothing was written of it."""
    return db.session.scalar(
        select(ProgrammeWeek)
        .where(ProgrammeWeek.programme_id == programme.id, ProgrammeWeek.monday == monday)
        .options(selectinload(ProgrammeWeek.items).joinedload(Item.picture))
    )


def item_of(programme: Programme, public_id: str) -> Item | None:
    return db.session.scalar(
        select(Item)
        .join(Item.week)
        .where(ProgrammeWeek.programme_id == programme.id, Item.public_id == public_id)
        .options(joinedload(Item.week, innerjoin=True), joinedload(Item.picture))
    )


def exception_of(programme: Programme, public_id: str) -> ProgrammeException | None:
    return db.session.scalar(
        select(ProgrammeException).where(
            ProgrammeException.programme_id == programme.id,
            ProgrammeException.public_id == public_id,
        )
    )


def exceptions_of(programme: Programme, *, since: date) -> list[ProgrammeException]:
    """Those that were not taken back, from a day on."""
    return list(
        db.session.scalars(
            select(ProgrammeException)
            .where(
                ProgrammeException.programme_id == programme.id,
                ProgrammeException.taken_back_at.is_(None),
                ProgrammeException.to_day >= since,
            )
            .order_by(ProgrammeException.from_day, ProgrammeException.id)
        )
    )


def comments_in(week: ProgrammeWeek) -> list[ProgrammeComment]:
    """The latest, in order."""
    found = db.session.scalars(
        select(ProgrammeComment)
        .where(ProgrammeComment.week_id == week.id)
        .order_by(ProgrammeComment.id.desc())
        .limit(LATEST_COMMENTS)
    )
    return list(found)[::-1]


def mondays_with_items(programme: Programme, *, since: date) -> set[date]:
    """The weeks from a Monday on for which something is planned."""
    return set(
        db.session.scalars(
            select(ProgrammeWeek.monday)
            .where(ProgrammeWeek.programme_id == programme.id, ProgrammeWeek.monday >= since)
            .where(ProgrammeWeek.items.any())
        )
    )


def sunday_of(monday: date) -> date:
    return monday + timedelta(days=6)
