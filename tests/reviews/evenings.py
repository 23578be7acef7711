"""Evenings that took place, for the tests of reviews and of trust."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings import actions as bookings
from pro_am.bookings.models import Booking
from pro_am.foundation.database import db
from pro_am.reviews import actions as reviews
from pro_am.reviews.actions import Opinion
from pro_am.standing import actions as standing_actions
from pro_am.standing.actions.computed import StandingFacts
from tests.conftest import Clock
from tests.factories import make_booking, only_offer


def evening(host: Member, clock: Clock) -> Booking:
    """A booking of Ben's offer, accepted; the clock stands at its end."""
    booking = make_booking(host, only_offer())
    bookings.confirm(booking, booking.provider, allergies_read=True)
    clock.now = booking.ends_at
    return booking


def review(booking: Booking, stars: int, *, text: str = "", answered: bool = True) -> int:
    """The host reviews Ben, and Ben the host unless it stays sealed; the id of the host's."""
    written = reviews.review(booking, booking.host, Opinion(stars, {}, text, ""))
    if answered:
        reviews.review(booking, booking.provider, Opinion(4, {}, "", ""))
    return written.id


def known(**standings: float) -> None:
    """How sure the community is of members, by first name, as trust would have computed it."""
    ids = {
        email.removesuffix("@example.org"): member_id
        for member_id, email in db.session.execute(select(Member.id, Member.email))
    }
    facts = {ids[name]: StandingFacts(number, 0.0) for name, number in standings.items()}
    standing_actions.write_down(facts, [], version="1")
