"""What makes scores change."""

from datetime import datetime

from flask_babel import force_locale, format_date, gettext

from pro_am.foundation import clock, jobs
from pro_am.foundation.database import db
from pro_am.foundation.events import listen
from pro_am.moderation.events import ContentHidden, ContentShownAgain, ReviewFreezeChanged
from pro_am.moderation.rules import Subject
from pro_am.profiles.actions.offers_pause import pause_offers
from pro_am.profiles.events import PriceChanged
from pro_am.reviews.events import (
    CaseSettled,
    ReviewJudged,
    ReviewResealed,
    ReviewWritten,
    WitnessGiven,
    WitnessTakenBack,
)
from pro_am.reviews.models import Review
from pro_am.reviews.queries import review_with
from pro_am.reviews.rules.window import NOT_YET
from pro_am.standing.events import IdentityVerified
from pro_am.trust import queries
from pro_am.trust.events import OffersToPause
from pro_am.trust.jobs import LOOK_AT_PRICE, UPDATE
from pro_am.vouches.events import VouchGiven, VouchWithdrawn


def attach() -> None:
    listen(ReviewWritten, _written)
    listen(ReviewResealed, _changed)
    listen(WitnessGiven, _changed)
    listen(WitnessTakenBack, _changed)
    listen(CaseSettled, _changed)
    listen(IdentityVerified, _verified)
    listen(ContentHidden, _hidden_or_shown)
    listen(ContentShownAgain, _hidden_or_shown)
    listen(ReviewFreezeChanged, _hidden_or_shown)
    listen(ReviewJudged, _changed)
    listen(VouchGiven, _vouched)
    listen(VouchWithdrawn, _vouched)
    listen(OffersToPause, _pause)
    listen(PriceChanged, _price)


def _written(event: ReviewWritten) -> None:
    """The second opens the first, which is about who wrote the second."""
    review = event.review
    _count(review.author_id, review.subject_id, event.shown_from)
    if event.both_are_in:
        _count(review.subject_id, review.author_id, event.shown_from)


def _changed(
    event: ReviewResealed | ReviewJudged | WitnessGiven | WitnessTakenBack | CaseSettled,
) -> None:
    review = _review_of(event)
    _count(review.author_id, review.subject_id, review.shown_from)


def _review_of(
    event: ReviewResealed | ReviewJudged | WitnessGiven | WitnessTakenBack | CaseSettled,
) -> Review:
    if isinstance(event, ReviewResealed | ReviewJudged):
        return event.review
    if isinstance(event, CaseSettled):
        return event.case.review
    return db.session.get_one(Review, event.witness.review_id)


def _hidden_or_shown(event: ContentHidden | ContentShownAgain | ReviewFreezeChanged) -> None:
    if event.report.kind is Subject.REVIEW and (review := review_with(event.report.ref)):
        _count(review.author_id, review.subject_id, review.shown_from)


def _count(reviewer: int, reviewed: int, shown_from: datetime) -> None:
    """A sealed review counts from the moment it is shown; one that may never be, not at all."""
    if shown_from >= NOT_YET:
        return
    key, at = f"review {reviewer} {reviewed}", clock.now()
    if shown_from > at:
        key, at = f"{key} {shown_from.isoformat()}", shown_from
    jobs.enqueue(UPDATE, key=key, run_at=at, reviews=[(reviewer, reviewed)])


def _verified(event: IdentityVerified) -> None:
    jobs.enqueue(UPDATE, key=f"member {event.member_id}", identities=[event.member_id])


def _vouched(event: VouchGiven | VouchWithdrawn) -> None:
    one, other = event.vouch.voucher_id, event.vouch.vouched_id
    # The other direction too: of two that answer each other one counts.
    jobs.enqueue(UPDATE, key=f"vouch {one} {other}", vouches=[(one, other), (other, one)])


def _pause(event: OffersToPause) -> None:
    """The owner reads which reviews those are."""
    found = sorted(queries.reviews_by_id(event.review_ids).values(), key=lambda each: each.id)
    words = {}
    for language in ("fr", "en"):
        with force_locale(language):
            days = ", ".join(format_date(each.shown_from, "long") for each in found)
            words[language] = gettext("The reviews of %(days)s.", days=days)
    pause_offers(event.member_id, words_fr=words["fr"], words_en=words["en"])


def _price(event: PriceChanged) -> None:
    jobs.enqueue(LOOK_AT_PRICE, offer_id=event.offer_id)
