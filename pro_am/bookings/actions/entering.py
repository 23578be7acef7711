"""A booking enters a state: every move ends here, inside the transaction of whoever moves it."""

from sqlalchemy import CursorResult, update

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.bookings.events import BookingMoved
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules import life, policy
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.events import publish


def enter(booking: Booking, state: BookingState, *, by: Member | None, reason: str = "") -> None:
    """Change the state in one statement that also checks it has not moved meanwhile."""
    now, before = clock.now(), booking.state
    moved = db.session.execute(
        update(Booking)
        .where(Booking.id == booking.id, Booking.state == before)
        .values(state=state, revision=Booking.revision + 1)
        .execution_options(synchronize_session=False)
    )
    assert isinstance(moved, CursorResult)  # noqa: S101 - what an UPDATE returns
    if moved.rowcount != 1:
        raise life.NotPossibleNow(state=life.STATES[booking.state_now(now)])
    db.session.refresh(booking)
    in_time = None
    if state is BookingState.CANCELLED_BY_HOST:
        in_time = policy.is_in_time(
            policy.policy_from(booking.policy),
            booked_at=booking.requested_at,
            start=booking.starts_at,
            now=now,
        )
    db.session.add(
        BookingStep(
            booking_id=booking.id,
            at=now,
            by_id=by.id if by else None,
            from_state=before,
            to_state=state,
            reason=reason,
            was_in_time=in_time,
        )
    )
    if state is BookingState.CONFIRMED:
        availability.keep(booking.hold)
    elif state not in life.HOLDS_TIME and state is not BookingState.COMPLETED:
        availability.release(booking.hold)
    publish(BookingMoved(booking, by, reason))
