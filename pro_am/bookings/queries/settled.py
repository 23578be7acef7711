"""Who has met whom: bookings that took place and are settled."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, or_, select

from pro_am.bookings.models import Booking
from pro_am.bookings.queries.reliability import kept
from pro_am.foundation.database import db


class Met(NamedTuple):
    host_id: int
    provider_id: int
    times: int


def settled(now: datetime, *, of: Collection[int] | None = None) -> list[Met]:
    """How often each host met each pro-am; `of` some members alone, on either side."""
    asked = (
        select(Booking.host_id, Booking.provider_id, func.count())
        .where(kept(now))
        .group_by(Booking.host_id, Booking.provider_id)
        .order_by(Booking.host_id, Booking.provider_id)
    )
    if of is not None:
        asked = asked.where(or_(Booking.host_id.in_(of), Booking.provider_id.in_(of)))
    return [Met(*row) for row in db.session.execute(asked)]
