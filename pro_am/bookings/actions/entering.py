"""A booking enters a state: every move ends here, inside the transaction of whoever moves it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import CursorResult, or_, update

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.bookings.events import BookingMoved
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules import life, policy
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.rules.moves import NotPossibleNow
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.events import publish

CANCELLED_BY = {
    BookingState.CANCELLED_BY_HOST: Side.HOST,
    BookingState.CANCELLED_BY_PROVIDER: Side.PROVIDER,
}
# Its time was taken, whatever is said of it afterwards.
KEEPS_TIME = (
    life.HOLDS_TIME
    | life.HAPPENED
    | {
        BookingState.NO_SHOW_HOST,
        BookingState.NO_SHOW_PROVIDER,
        BookingState.DISPUTED,
        BookingState.RESOLVED,
    }
)
# Time moves a booking on without anybody changing it: calendars and open pages need not know.
BY_TIME = {BookingState.IN_PROGRESS, BookingState.COMPLETED, BookingState.CLOSED}


def enter(  # noqa: PLR0913 - all that a move says of itself
    booking: Booking,
    state: BookingState,
    *,
    by: Member | None,
    reason: str = "",
    key: str = "",
    is_of_many: bool = False,
    changes: Mapping[str, object] | None = None,
) -> None:
    """Change the state in one statement that checks again who, and from which state."""
    now, before = clock.now(), booking.state
    changes = dict(changes or {})
    if state is BookingState.CONFIRMED:
        changes["agreed_at"] = now
    _write(booking, before, state, by, changes)
    proposed = booking if state is BookingState.REQUESTED else None
    settled = _settlement(booking, state, now)
    by_host = state is BookingState.CANCELLED_BY_HOST
    db.session.add(
        BookingStep(
            booking_id=booking.id,
            at=now,
            by_id=by.id if by else None,
            from_state=before,
            to_state=state,
            reason=reason,
            was_in_time=settled.is_in_time if settled and by_host else None,
            refund_percent=settled and settled.percent,
            idempotency_key=key or None,
            starts_at=proposed and proposed.starts_at,
            ends_at=proposed and proposed.ends_at,
            people=proposed and proposed.people,
        )
    )
    if state is BookingState.CONFIRMED:
        availability.keep(booking.hold)
    elif state not in KEEPS_TIME:
        availability.release(booking.hold)
    if state is not BookingState.REQUESTED:
        publish(BookingMoved(booking, by, reason, is_of_many))


def _write(
    booking: Booking,
    before: BookingState,
    state: BookingState,
    by: Member | None,
    changes: Mapping[str, object],
) -> None:
    is_by_time = by is None and state in BY_TIME
    found = update(Booking).where(
        Booking.id == booking.id, Booking.state == before, Booking.revision == booking.revision
    )
    if by is not None and state is not BookingState.RESOLVED:
        found = found.where(or_(Booking.host_id == by.id, Booking.provider_id == by.id))
    moved = db.session.execute(
        found.values(
            state=state,
            revision=booking.revision if is_by_time else Booking.revision + 1,
            **changes,
        ).execution_options(synchronize_session=False)
    )
    assert isinstance(moved, CursorResult)  # noqa: S101 - what an UPDATE returns
    if moved.rowcount != 1:
        raise NotPossibleNow(state=life.STATES[booking.state_now(clock.now())])
    db.session.refresh(booking)


def _settlement(booking: Booking, state: BookingState, now: datetime) -> policy.Settlement | None:
    """What a cancellation means; None for other moves."""
    if state not in CANCELLED_BY:
        return None
    return policy.settle(
        policy.policy_from(booking.policy),
        CANCELLED_BY[state],
        booked_at=booking.requested_at,
        start=booking.starts_at,
        now=now,
    )
