"""Reminders of what is agreed, and saying that one will come."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings.events import ReminderDue
from pro_am.bookings.models import Booking, BookingReminder, BookingStep
from pro_am.bookings.queries import reminders as queries
from pro_am.bookings.rules import life
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.moves import NotPossibleNow
from pro_am.bookings.rules.reminders import due_reminder
from pro_am.bookings.rules.rescheduling import Deed
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish


def remind() -> None:
    """Write the reminders that are due, each in one transaction with what says it was written."""
    for booking_id in queries.due_reminders(clock.now()):
        with transaction():
            booking = _locked(booking_id)
            now = clock.now()
            kind = due_reminder(
                booking.starts_at, agreed_at=booking.agreed_at or booking.requested_at, now=now
            )
            if (
                kind is None
                or booking.state_now(now) is not BookingState.CONFIRMED
                or queries.is_reminded(booking, kind)
            ):
                continue  # called off, moved, or another worker was quicker
            for member in (booking.host, booking.provider):
                reminder = BookingReminder(
                    booking_id=booking.id,
                    member_id=member.id,
                    kind=kind,
                    starts_at=booking.starts_at,
                    written_at=now,
                )
                db.session.add(reminder)
                publish(ReminderDue(booking, member, reminder))


def will_come(booking: Booking, member: Member) -> None:
    """One of the two says that it stands; once is enough."""
    booking_id, member_id = booking.id, member.id
    with transaction():
        booking = _locked(booking_id)
        state = booking.state_now(clock.now())
        if state is not BookingState.CONFIRMED:
            raise NotPossibleNow(state=life.STATES[state])
        if has_said_so(booking, member_id):
            return
        db.session.add(
            BookingStep(
                booking_id=booking_id,
                at=clock.now(),
                by_id=member_id,
                from_state=booking.state,
                to_state=booking.state,
                reason="",
                deed=Deed.WILL_COME,
            )
        )


def has_said_so(booking: Booking, member_id: int) -> bool:
    """Of this time: what was said before it moved says nothing of the new one."""
    for step in reversed(booking.steps):
        if step.deed is Deed.MOVED:
            return False
        if step.deed is Deed.WILL_COME and step.by_id == member_id:
            return True
    return False


def _locked(booking_id: int) -> Booking:
    """The row as it is now; whoever wants to change it waits until this transaction ends."""
    return db.session.scalars(
        select(Booking)
        .where(Booking.id == booking_id)
        .with_for_update(of=Booking)
        .execution_options(populate_existing=True)
    ).one()
