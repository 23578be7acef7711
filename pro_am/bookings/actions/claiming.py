"""A booking is claimed before it moves, and the form that asks for the move is looked at."""

from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.bookings.models import Booking
from pro_am.bookings.queries import answers
from pro_am.bookings.rules import moves
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.moves import Act
from pro_am.foundation import clock
from pro_am.foundation.database import db


@dataclass(frozen=True)
class Sent:
    """The form that asks for a deed: its own key, and the revision that its page showed."""

    key: str = ""
    seen: int | None = None


UNSENT = Sent()  # not by a form of a page


def claimed(booking_id: int) -> Booking:
    """A booking as it is now, with its calendar claimed: nobody else moves it meanwhile."""
    calendar_id = answers.calendar_id_of(booking_id)
    availability.claim(calendar_id)
    booking = db.session.get_one(Booking, booking_id, populate_existing=True)
    if booking.hold.calendar_id != calendar_id:  # it went to another calendar a moment ago
        raise moves.ChangedMeanwhile
    return booking


def following(booking: Booking, by: Member, act: Act, sent: Sent) -> BookingState | None:
    """Where an act leads, or the refusal; None when this very form has been sent before."""
    if sent.key and answers.has_step(booking, by, sent.key):
        return None
    facts = booking.facts(clock.now())
    state = moves.next_state(facts, act, booking.side_of(by))
    moves.check_seen(sent.seen, booking.revision)
    return state
