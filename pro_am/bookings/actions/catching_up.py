"""What time has done to bookings is written down."""

from pro_am.availability import actions as availability
from pro_am.bookings import queries
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.models import Booking
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction


def catch_up_with_time() -> None:
    """Write down what time has done: expiries, starts, completions. Pages do not wait for it."""
    for booking_id in queries.overdue(clock.now()):
        with transaction():
            booking = db.session.get_one(Booking, booking_id)
            availability.claim(booking.hold.calendar_id)
            db.session.refresh(booking)
            reached = booking.state_now(clock.now())
            if reached is booking.state:
                continue
            enter(booking, reached, by=None)
