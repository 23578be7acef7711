"""Writing reviews and replies."""

from collections.abc import Mapping
from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import Side
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.reviews import queries, rules
from pro_am.reviews.events import ReplyWritten, ReviewWritten
from pro_am.reviews.models import Review
from pro_am.standing.rules import ReviewedAs


@dataclass(frozen=True)
class Opinion:
    stars: int
    facets: Mapping[str, int]
    text: str
    private_note: str


def review(booking: Booking, author: Member, opinion: Opinion) -> Review:
    """Write a review, or change one's own while it is sealed."""
    with transaction():
        # Both may write at once: who waits here is second, and opens both.
        db.session.get_one(Booking, booking.id, with_for_update={"of": Booking})
        now = clock.now()
        happened = booking.has_happened(now)
        rules.check_open(rules.BookingFacts(happened, booking.ends_at), now)
        existing = {each.author_id: each for each in queries.reviews_of_booking(booking)}
        mine = existing.pop(author.id, None)
        is_new = mine is None
        if mine:
            rules.check_sealed(mine.shown_from, now)
        else:
            mine = Review(booking_id=booking.id, author_id=author.id, reply="")
            db.session.add(mine)
        shown_from = rules.shown_from(end=booking.ends_at, both_are_in=bool(existing), now=now)
        mine.subject_id = booking.other_than(author).id
        mine.role = ReviewedAs.PROVIDER if booking.side_of(author) is Side.HOST else ReviewedAs.HOST
        mine.stars = opinion.stars
        mine.facets = dict(opinion.facets)
        mine.text = opinion.text.strip()
        mine.private_note = opinion.private_note.strip()
        mine.written_at = now
        for each in (mine, *existing.values()):
            each.shown_from = shown_from
        publish(
            ReviewWritten(mine, is_new=is_new, both_are_in=bool(existing), shown_from=shown_from)
        )
    return mine


def hide(public_id: str, *, hidden: bool) -> None:
    """A moderator takes a review out of sight, or lets it be seen again."""
    with transaction():
        found = queries.review_with(public_id)
        if found:
            found.hidden_at = clock.now() if hidden else None


def reply(review_id: int, subject: Member, text: str) -> None:
    with transaction():
        found = db.session.get_one(Review, review_id)
        rules.check_reply(
            is_subject=found.subject_id == subject.id,
            has_reply=bool(found.reply),
            shown_from=found.shown_from,
            now=clock.now(),
        )
        found.reply = text.strip()
        found.replied_at = clock.now()
        publish(ReplyWritten(found))
