"""What an audience is shown: the points of the series that are shared with it, and no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.measures.models import Series, Sharing
from pro_am.measures.queries.own import LOOKED_BACK, name_of, points_of, today_of
from pro_am.measures.rules import rhythm
from pro_am.measures.rules.days import Point
from pro_am.measures.rules.kinds import SeriesKind

MOST_AT_ONCE = 900  # values in one statement: SQLite's limit


@dataclass(frozen=True, slots=True)
class SeriesShown:
    series_id: int
    name: str  # in the language that is being written in
    kind: SeriesKind
    unit: str
    points: tuple[tuple[date, Decimal], ...]
    gap_since: date | None
    """The day of the last value, once there was none for longer than usual."""


def shown_to(audience: str, client_id: int, since: date) -> list[SeriesShown]:
    return [
        shown for owner_id, shown in _shown([audience], since)[audience] if owner_id == client_id
    ]


def shown_to_each(audiences: Sequence[str], since: date) -> dict[str, list[SeriesShown]]:
    """For many at once, in two statements for every 900 of them."""
    return {
        audience: [shown for _, shown in found]
        for audience, found in _shown(audiences, since).items()
    }


def _shown(audiences: Sequence[str], since: date) -> dict[str, list[tuple[int, SeriesShown]]]:
    found: dict[str, list[tuple[int, SeriesShown]]] = {each: [] for each in audiences}
    for start in range(0, len(audiences), MOST_AT_ONCE):
        rows = db.session.execute(
            select(Sharing.audience, Series, Member)
            .join(Series, Series.id == Sharing.series_id)
            .join(Member, Member.id == Series.client_id)
            .where(Sharing.audience.in_(audiences[start : start + MOST_AT_ONCE]))
            .order_by(Series.id)
        ).all()
        points: dict[int, tuple[Point, ...]] = {}
        for first in range(0, len(rows), MOST_AT_ONCE):
            some = [series for _, series, _ in rows[first : first + MOST_AT_ONCE]]
            looked_at = min([since, *(today_of(row[2]) - LOOKED_BACK for row in rows)])
            points |= points_of(some, looked_at)
        for audience, series, client in rows:
            days = [day for day, _ in points[series.id]]
            shown = SeriesShown(
                series.id,
                name_of(series),
                series.kind,
                series.unit,
                tuple(point for point in points[series.id] if point[0] >= since),
                rhythm.gap_since(days, today_of(client)),
            )
            found[audience].append((series.client_id, shown))
    return found
