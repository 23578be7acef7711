"""What host and pro-am do with a booking: decline, withdraw, cancel, complete."""

from pro_am.accounts.models import Member
from pro_am.bookings import queries
from pro_am.bookings.actions.claiming import UNSENT, Sent, claimed, following
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.models import Booking
from pro_am.bookings.rules import moves
from pro_am.bookings.rules.moves import Act
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction


def decline(booking: Booking, by: Member, *, reason: str = "", sent: Sent = UNSENT) -> None:
    _move(booking, by, Act.DECLINE, reason, sent)


def withdraw(booking: Booking, by: Member, *, sent: Sent = UNSENT) -> None:
    _move(booking, by, Act.WITHDRAW, sent=sent)


def cancel(booking: Booking, by: Member, *, reason: str = "", sent: Sent = UNSENT) -> None:
    _move(booking, by, Act.CANCEL, reason, sent)


def complete(booking: Booking, by: Member, *, sent: Sent = UNSENT) -> None:
    _move(booking, by, Act.COMPLETE, sent=sent)


def cancel_what_lies_ahead(member: Member, *, reason: str) -> None:
    """Decline, withdraw or cancel all that has not begun; calendars are claimed in one order."""
    for booking in queries.ahead_of(member, clock.now()):
        possible = moves.possible_acts(booking.facts(clock.now()), booking.side_of(member))
        for act in possible:
            if act in (Act.DECLINE, Act.WITHDRAW, Act.CANCEL):
                _move(booking, member, act, reason)


def _move(booking: Booking, by: Member, act: Act, reason: str = "", sent: Sent = UNSENT) -> None:
    booking_id, by_id = booking.id, by.id
    with transaction():
        booking = claimed(booking_id)
        by = db.session.get_one(Member, by_id)
        state = following(booking, by, act, sent)
        if state is not None:
            enter(booking, state, by=by, reason=reason.strip(), key=sent.key)
