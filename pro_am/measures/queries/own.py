"""A member's own series and values."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from flask_babel import gettext
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import clock, time_zones
from pro_am.foundation.database import db
from pro_am.measures.models import MeasureValue, Series
from pro_am.measures.rules import rhythm
from pro_am.measures.rules.days import Point, Taken, by_day
from pro_am.measures.rules.kinds import NAMES, SeriesKind
from pro_am.measures.rules.values import from_thousandths

LOOKED_BACK = timedelta(days=120)  # what tells the rhythm of a series


class Latest(NamedTuple):
    point: Point | None
    gap_since: date | None


def today_of(member: Member) -> date:
    """On the clock of their zone."""
    return time_zones.to_local(clock.now(), time_zones.zone(member.time_zone)).date()


def name_of(series: Series) -> str:
    return series.name or gettext(NAMES[series.kind])


def series_of(client: Member) -> list[Series]:
    asked = select(Series).where(Series.client_id == client.id).order_by(Series.id)
    return list(db.session.scalars(asked))


def series_named(client: Member, public_id: str) -> Series | None:
    return db.session.scalar(
        select(Series).where(Series.client_id == client.id, Series.public_id == public_id)
    )


def with_key(client: Member, idempotency_key: str) -> Series | None:
    return db.session.scalar(
        select(Series).where(
            Series.client_id == client.id, Series.idempotency_key == idempotency_key
        )
    )


def with_kind(client: Member, kind: SeriesKind) -> Series | None:
    return db.session.scalar(
        select(Series).where(Series.client_id == client.id, Series.kind == kind).limit(1)
    )


def value_of(client: Member, public_id: str) -> MeasureValue | None:
    return db.session.scalar(
        select(MeasureValue)
        .join(Series)
        .where(Series.client_id == client.id, MeasureValue.public_id == public_id)
    )


def newest_values(series: Series, most: int) -> list[MeasureValue]:
    """The last ones first."""
    asked = select(MeasureValue).where(MeasureValue.series_id == series.id)
    order = (MeasureValue.day.desc(), MeasureValue.at.desc(), MeasureValue.id.desc())
    return list(db.session.scalars(asked.order_by(*order).limit(most)))


def latest_of(series: Sequence[Series], today: date) -> dict[int, Latest]:
    """The last point of each, and since when there is none."""
    points = points_of(series, today - LOOKED_BACK)
    return {
        each.id: Latest(
            points[each.id][-1] if points[each.id] else None,
            rhythm.gap_since([day for day, _ in points[each.id]], today),
        )
        for each in series
    }


def points_of(series: Sequence[Series], since: date) -> dict[int, tuple[Point, ...]]:
    """One statement for any number of series that one member, or one page, may have."""
    taken: dict[int, list[Taken]] = {each.id: [] for each in series}
    if taken:
        rows = db.session.execute(
            select(
                MeasureValue.series_id,
                MeasureValue.day,
                MeasureValue.at,
                MeasureValue.thousandths,
            )
            .where(MeasureValue.series_id.in_(taken), MeasureValue.day >= since)
            .order_by(MeasureValue.id)
        )
        for series_id, day, at, thousandths in rows:
            taken[series_id].append(Taken(day, at, from_thousandths(thousandths)))
    return {each.id: by_day(each.kind, taken[each.id]) for each in series}
