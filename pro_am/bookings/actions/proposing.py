"""Instead of yes or no: another time, or another number of people, and the roles are swapped."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings.actions.claiming import UNSENT, Sent, claimed, following
from pro_am.bookings.actions.confirming import check_allergies_read
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.events import BookingProposed
from pro_am.bookings.models import Booking
from pro_am.bookings.queries import answers
from pro_am.bookings.rules import life, proposals
from pro_am.bookings.rules.moves import Act
from pro_am.conversations import actions as conversations
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.profiles.rules import total_minor


@dataclass(frozen=True)
class Proposal:
    """What somebody would rather do; the price follows from it."""

    start: datetime  # UTC
    people: int
    message: str = ""


def propose(
    booking: Booking,
    by: Member,
    proposal: Proposal,
    *,
    allergies_read: bool = False,
    sent: Sent = UNSENT,
) -> None:
    """The new time is held and the old one given back, in one transaction, or neither is.

    Raises SlotTaken with the nearest free starts; the request then stays as it was.
    """
    check_allergies_read(booking, by, allergies_read=allergies_read)
    booking_id, by_id = booking.id, by.id
    try:
        with transaction():
            booking = claimed(booking_id)
            by = db.session.get_one(Member, by_id)
            if following(booking, by, Act.PROPOSE, sent) is None:
                return
            _exchange(booking, by, proposal, sent)
    except SlotTaken:
        # Others need not wait while we look for times that are still free.
        booking = db.session.get_one(Booking, booking_id)
        raise SlotTaken(answers.nearest_for(booking, proposal.start, clock.now())) from None


def _exchange(booking: Booking, by: Member, proposal: Proposal, sent: Sent) -> None:
    offer, now, before = booking.offer, clock.now(), booking.starts_at
    life.check_people(proposal.people, least=offer.seats_least, most=offer.seats_most)
    proposals.check_differs((booking.starts_at, booking.people), (proposal.start, proposal.people))
    availability.release(booking.hold)
    answer_by = life.answer_deadline(now, proposal.start)
    held = availability.hold(
        booking.hold.calendar_id,
        answers.timing_of(booking),
        proposal.start,
        expires_at=answer_by,
        people=proposal.people,
    )
    db.session.flush()  # the booking is to have it, by its number
    length = booking.ends_at - booking.starts_at
    enter(
        booking,
        life.BookingState.REQUESTED,
        by=by,
        key=sent.key,
        changes={
            "hold_id": held.id,
            "starts_at": held.starts_at,
            "ends_at": held.ends_at,
            "answer_by": answer_by,
            "asked_at": now,
            "people": proposal.people,
            "total_minor": total_minor(
                booking.price_unit,
                booking.price_minor,
                people=proposal.people,
                minutes=length // timedelta(minutes=1),
                weeks=booking.weeks,
            ),
            "awaits": booking.side_of(booking.other_than(by)),
            "round": booking.round + 1,
        },
    )
    if proposal.message.strip():
        conversations.write(
            booking.thread_id,
            by,
            proposal.message,
            idempotency_key=sent.key or f"{booking.reference}-{booking.round}",
            announced=False,
        )
    publish(BookingProposed(booking, by, before, proposal.message.strip()))
