"""Asking for reviews by letter: when the window opens, and once more in its last days."""

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.refusal import Refusal
from pro_am.reviews import queries
from pro_am.reviews.events import ReviewDue
from pro_am.reviews.models import ReviewLetter
from pro_am.reviews.queries.letters import bookings_due
from pro_am.reviews.rules import window
from pro_am.reviews.rules.letters import due_moment


def ask_for_reviews() -> None:
    """Write the letters that are due, each in one transaction with what says it was written."""
    for booking_id in bookings_due(clock.now()):
        with transaction():
            booking = db.session.get_one(Booking, booking_id, with_for_update={"of": Booking})
            for member in (booking.host, booking.provider):
                _ask(booking, member)


def _ask(booking: Booking, member: Member) -> None:
    now = clock.now()
    facts = queries.facts_of(booking, member, now)
    moment = due_moment(window.opens_at(facts), now)
    if moment is None or member.left_at or queries.review_by(member, booking):
        return
    if db.session.get(ReviewLetter, (booking.id, member.id, moment)):
        return  # another worker was quicker
    try:
        window.check_open(facts, now)
    except Refusal:
        return
    db.session.add(ReviewLetter(booking_id=booking.id, member_id=member.id, moment=moment, at=now))
    publish(ReviewDue(booking, member, moment, window.closes_at(facts)))
