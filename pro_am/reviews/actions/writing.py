"""Writing reviews and replies."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.reviews import queries, rules
from pro_am.reviews.actions.cases import take_doubt_back
from pro_am.reviews.actions.photos import show_photos
from pro_am.reviews.actions.sealing import seal
from pro_am.reviews.actions.sheets import own_review
from pro_am.reviews.events import ReplyWritten, ReviewWritten
from pro_am.reviews.models import Review
from pro_am.reviews.rules import window
from pro_am.reviews.rules.cases import CaseOutcome
from pro_am.reviews.rules.facets import facets_asked
from pro_am.standing.rules import ReviewedAs


@dataclass(frozen=True)
class ShownPhoto:
    """A picture that its author has sent for this review, by its public id."""

    public_id: str
    words: str


@dataclass(frozen=True)
class Opinion:
    stars: int
    facets: Mapping[str, int]
    text: str
    private_note: str
    photos: Sequence[ShownPhoto] = ()


def review(booking: Booking, author: Member, opinion: Opinion) -> Review:
    """Write a review, or change one's own while it is sealed."""
    booking_id, author_id = booking.id, author.id
    with transaction():
        # Both may write at once: who waits here is second, and opens both.
        booking = db.session.get_one(Booking, booking_id, with_for_update={"of": Booking})
        author = db.session.get_one(Member, author_id)
        now = clock.now()
        facts = queries.facts_of(booking, author, now)
        window.check_open(facts, now)
        mine = own_review(booking, author)
        is_new = mine.id is None
        if not is_new and mine.happened:
            rules.check_sealed(mine.shown_from, now)
        rules.check_stars(opinion.stars, opinion.facets, _asked(booking, mine.role))
        if not is_new and not mine.happened:
            if facts.doubt is not CaseOutcome.DISMISSED:
                take_doubt_back(booking, author)
            mine.happened, mine.shown_from, mine.hidden_at = True, window.NOT_YET, None
        mine.stars = opinion.stars
        mine.facets = dict(opinion.facets)
        mine.text = opinion.text.strip()[: rules.LONGEST]
        mine.private_note = opinion.private_note.strip()[: rules.LONGEST_NOTE]
        mine.written_at = now
        show_photos(mine, author, [(each.public_id, each.words) for each in opinion.photos])
        others = [each for each in seal(booking, now) if each is not mine]
        publish(
            ReviewWritten(mine, is_new=is_new, both_are_in=bool(others), shown_from=mine.shown_from)
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
        found = db.session.get_one(Review, review_id, with_for_update={"of": Review})
        rules.check_reply(
            is_subject=found.subject_id == subject.id,
            has_reply=bool(found.reply),
            shown_from=found.shown_from,
            now=clock.now(),
        )
        found.reply = text.strip()
        found.replied_at = clock.now()
        publish(ReplyWritten(found))


def _asked(booking: Booking, role: ReviewedAs) -> Collection[str]:
    return [facet.key for facet in facets_asked(booking.offer.profile.craft.review_facets, role)]
