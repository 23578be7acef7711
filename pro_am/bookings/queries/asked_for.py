"""Whether people count on an offer."""

from datetime import datetime

from sqlalchemy import exists, select

from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import AHEAD
from pro_am.foundation.database import db


def has_bookings_ahead(offer_id: int, now: datetime) -> bool:
    ahead = exists().where(
        Booking.offer_id == offer_id, Booking.state.in_(AHEAD), Booking.starts_at > now
    )
    return bool(db.session.scalar(select(ahead)))
