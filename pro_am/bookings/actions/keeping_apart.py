"""What two people have ahead of them ends, because they shall not meet."""

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.bookings import queries
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.models import Booking
from pro_am.bookings.rules import life
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction


def call_off(a_id: int, b_id: int) -> None:
    """Keep two people apart: what they have planned together is off, and nobody's fault."""
    with transaction():
        for booking in _claimed_between(a_id, b_id):
            if booking.state_now(clock.now()) in life.AHEAD:
                enter(booking, BookingState.CALLED_OFF, by=None)


def end_requests(between: Member, other_id: int) -> None:
    """Requests of two people that wait for an answer end as the first would end them."""
    with transaction():
        for booking in _claimed_between(between.id, other_id):
            if booking.state_now(clock.now()) is BookingState.REQUESTED:
                is_asked = booking.side_of(between) is booking.awaits
                ended = BookingState.DECLINED if is_asked else BookingState.WITHDRAWN
                enter(booking, ended, by=between)


def _claimed_between(a_id: int, b_id: int) -> list[Booking]:
    """What two people have ahead of them together, with the calendars claimed in one order."""
    found = queries.ahead_between(a_id, b_id, clock.now())
    for calendar_id in sorted({booking.hold.calendar_id for booking in found}):
        availability.claim(calendar_id)
    for booking in found:
        db.session.refresh(booking)
    return found
