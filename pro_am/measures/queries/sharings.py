"""With whom series are shared."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.measures.models import Series, Sharing


def is_shared(series: Series, audience: str) -> bool:
    return db.session.get(Sharing, (series.id, audience)) is not None


def audiences_of(series: Sequence[Series]) -> dict[int, dict[str, datetime]]:
    """By series, the audiences and since when."""
    found: dict[int, dict[str, datetime]] = {each.id: {} for each in series}
    asked = select(Sharing.series_id, Sharing.audience, Sharing.since).where(
        Sharing.series_id.in_(found)
    )
    for series_id, audience, since in db.session.execute(asked):
        found[series_id][audience] = since
    return found


def shared_with(audience: str, client_id: int) -> list[Series]:
    """What an audience may see of a member."""
    asked = (
        select(Series)
        .join(Sharing)
        .where(Sharing.audience == audience, Series.client_id == client_id)
    )
    return list(db.session.scalars(asked.order_by(Series.id)))
