"""The sheet that a member writes on: one for each side of a booking."""

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import Side
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.reviews import queries, rules
from pro_am.reviews.models import Review
from pro_am.reviews.rules import window
from pro_am.standing.rules import ReviewedAs


def own_review(booking: Booking, author: Member) -> Review:
    """What its author has written of a booking, or an empty sheet."""
    known = queries.review_by(author, booking)
    if known:
        return known
    subject = booking.other_than(author)
    is_host = booking.side_of(author) is Side.HOST
    sheet = Review(
        booking_id=booking.id,
        author_id=author.id,
        subject_id=subject.id,
        role=ReviewedAs.PROVIDER if is_host else ReviewedAs.HOST,
        happened=True,
        stars=rules.NO_STARS,
        facets={},
        text="",
        private_note="",
        written_at=clock.now(),
        shown_from=window.NOT_YET,
        reply="",
    )
    db.session.add(sheet)
    return sheet
