"""Whether pro-ams answer those who ask them."""

from datetime import datetime

from sqlalchemy import and_, case, func, select

from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import db

_MISSED = Booking.state == BookingState.EXPIRED


def answered_of(since: datetime, now: datetime) -> dict[int, tuple[int, int]]:
    """By pro-am: how many of the requests made since then they answered in time, of how many.

    What was booked at once or withdrawn asked for no answer, nor does what still waits for one.
    """
    too_late = and_(Booking.state == BookingState.REQUESTED, Booking.answer_by <= now)
    waits = and_(Booking.state == BookingState.REQUESTED, Booking.answer_by > now)
    missed = func.sum(case((_MISSED | too_late, 1), else_=0))
    rows = db.session.execute(
        select(Booking.provider_id, func.count(), missed)
        .where(
            Booking.requested_at > since,
            Booking.is_instant.is_(False),
            Booking.state != BookingState.WITHDRAWN,
            ~waits,
        )
        .group_by(Booking.provider_id)
    )
    return {provider: (asked - missed, asked) for provider, asked, missed in rows}
