"""Weeks with their items, exceptions and comments, from the programme that was asked for."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload

from pro_am.foundation import time_zones
from pro_am.foundation.database import db
from pro_am.programmes.models import (
    Item,
    Programme,
    ProgrammeComment,
    ProgrammeException,
    ProgrammeWeek,
)
from pro_am.programmes.rules.course import days_of
from pro_am.programmes.rules.weeks import ExceptionFacts, ItemFacts, WeekFacts, day_of

LATEST_COMMENTS = 50


def week_of(programme: Programme, monday: date) -> ProgrammeWeek | None:
    """That week with its items and their pictures; None while nothing was written of it."""
    found = db.session.scalars(
        select(ProgrammeWeek)
        .where(ProgrammeWeek.programme_id == programme.id, ProgrammeWeek.monday == monday)
        .options(joinedload(ProgrammeWeek.items).joinedload(Item.picture))
    )
    return found.unique().one_or_none()


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


def has_plan(programme: Programme, monday: date) -> bool:
    return bool(
        db.session.scalar(
            select(
                exists().where(
                    Item.week_id == ProgrammeWeek.id,
                    ProgrammeWeek.programme_id == programme.id,
                    ProgrammeWeek.monday == monday,
                )
            )
        )
    )


def facts_from(
    programme: Programme,
    monday: date,
    week: ProgrammeWeek | None,
    exceptions: Iterable[ProgrammeException],
) -> WeekFacts:
    """A week that is read already, as facts; exceptions of other weeks do no harm."""
    return WeekFacts(
        programme.id,
        monday,
        tuple(
            ItemFacts(
                each.id,
                day_of(monday, each.day),
                each.kind,
                each.title,
                each.amount,
                each.unit,
                each.weight,
                each.state,
            )
            for each in (week.items if week else ())
        ),
        tuple(
            ExceptionFacts(each.from_day, each.to_day, each.kind, each.words) for each in exceptions
        ),
        frozenset({*programme.course.break_days(monday), *_after_the_end(programme, monday)}),
        week.coach_words if week else "",
        week.client_words if week else "",
    )


def _after_the_end(programme: Programme, monday: date) -> list[date]:
    if programme.ended_at is None:
        return []
    zone = time_zones.zone(programme.time_zone)
    last = time_zones.to_local(programme.ended_at, zone).date()
    return [day for day in days_of(monday) if day > last]
