"""When the reviews of a booking are shown, and whether: decided anew with all that happens."""

from datetime import datetime

from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.reviews import queries, rules
from pro_am.reviews.events import ReviewResealed
from pro_am.reviews.models import Review
from pro_am.reviews.queries.cases import doubt_of
from pro_am.reviews.rules import window
from pro_am.reviews.rules.window import BookingFacts


def follow_booking(booking: Booking) -> None:
    """A booking went otherwise, or that is settled: its reviews follow."""
    with transaction():
        now = clock.now()
        for review in seal(booking, now):
            publish(ReviewResealed(review))


def seal(booking: Booking, now: datetime) -> list[Review]:
    """Say of each review of a booking when it is shown; return those of which it changed.

    As long as it is in question what happened, nothing new is shown. Who turns out not to have
    been there has written about nothing. What is public already stays so otherwise.
    """
    db.session.flush()  # what is new is among those that are read
    written = [each for each in queries.reviews_of_booking(booking) if each.happened]
    facts = {each.id: queries.facts_of(booking, each.author, now) for each in written}
    is_open = _is_in_question(booking)
    both_are_in = sum(window.has_ground(each) for each in facts.values()) == 2
    before = {each.id: (each.shown_from, each.hidden_at) for each in written}
    for review in written:
        if not is_open and not window.has_ground(facts[review.id]):
            review.hidden_at = review.hidden_at or now
        elif not review.is_shown(now):
            review.hidden_at = None
            review.shown_from = (
                window.NOT_YET if is_open else _shown_from(facts[review.id], both_are_in, now)
            )
    return [each for each in written if before[each.id] != (each.shown_from, each.hidden_at)]


def _is_in_question(booking: Booking) -> bool:
    if booking.state is BookingState.DISPUTED:
        return True
    doubt = doubt_of(booking)
    return doubt is not None and doubt.outcome is None


def _shown_from(facts: BookingFacts, both_are_in: bool, now: datetime) -> datetime:
    return rules.shown_from(opened=window.opens_at(facts), both_are_in=both_are_in, now=now)
