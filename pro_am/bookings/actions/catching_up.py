"""What time has done to bookings is written down."""

from sqlalchemy import insert, update

from pro_am.bookings import queries
from pro_am.bookings.actions.claiming import claimed
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules.life import REVIEWABLE_FOR, BookingState
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction


def catch_up_with_time() -> None:
    """Write down what time has done: expiries, starts, completions. Pages do not wait for it."""
    for booking_id in queries.overdue(clock.now()):
        with transaction():
            booking = claimed(booking_id)
            reached = booking.state_now(clock.now())
            if reached is not booking.state:
                enter(booking, reached, by=None)
    _close()


def _close() -> None:
    """Close what nobody can review any more: all at once, since it concerns nobody."""
    now = clock.now()
    with transaction():
        closed = db.session.scalars(
            update(Booking)
            .where(Booking.state == BookingState.COMPLETED, Booking.ends_at <= now - REVIEWABLE_FOR)
            .values(state=BookingState.CLOSED)
            .returning(Booking.id)
            .execution_options(synchronize_session=False)
        ).all()
        if closed:
            facts = {
                "at": now,
                "by_id": None,
                "from_state": BookingState.COMPLETED,
                "to_state": BookingState.CLOSED,
                "reason": "",
            }
            db.session.execute(
                insert(BookingStep), [{"booking_id": each, **facts} for each in closed]
            )
