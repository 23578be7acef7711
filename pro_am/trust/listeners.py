"""What makes scores change."""

from datetime import datetime

from pro_am.foundation import clock, jobs
from pro_am.foundation.events import listen
from pro_am.moderation.events import ContentHidden, ContentShownAgain
from pro_am.moderation.rules import Subject
from pro_am.reviews.events import ReviewWritten
from pro_am.reviews.models import Review
from pro_am.reviews.queries import review_with
from pro_am.standing.events import IdentityVerified
from pro_am.trust.jobs import UPDATE
from pro_am.vouches.events import VouchGiven, VouchWithdrawn


def attach() -> None:
    listen(ReviewWritten, _written)
    listen(IdentityVerified, _verified)
    listen(ContentHidden, _hidden_or_shown)
    listen(ContentShownAgain, _hidden_or_shown)
    listen(VouchGiven, _vouched)
    listen(VouchWithdrawn, _vouched)


def _written(event: ReviewWritten) -> None:
    """A sealed review counts from the moment it is shown; the second opens the first."""
    review, now = event.review, clock.now()
    at = max(event.shown_from, now)
    _count(review, at)
    if event.both_are_in:
        jobs.enqueue(
            UPDATE,
            key=f"review {review.subject_id} {review.author_id}",
            run_at=at,
            reviews=[(review.subject_id, review.author_id)],
        )


def _count(review: Review, at: datetime) -> None:
    key = f"review {review.author_id} {review.subject_id}"
    if at > clock.now():
        key += f" {at.isoformat()}"  # what happens before is not put off until then
    jobs.enqueue(UPDATE, key=key, run_at=at, reviews=[(review.author_id, review.subject_id)])


def _hidden_or_shown(event: ContentHidden | ContentShownAgain) -> None:
    if event.report.kind is Subject.REVIEW and (review := review_with(event.report.ref)):
        _count(review, clock.now())


def _verified(event: IdentityVerified) -> None:
    jobs.enqueue(UPDATE, key=f"member {event.member_id}", identities=[event.member_id])


def _vouched(event: VouchGiven | VouchWithdrawn) -> None:
    one, other = event.vouch.voucher_id, event.vouch.vouched_id
    # The other direction too: of two that answer each other one counts.
    jobs.enqueue(UPDATE, key=f"vouch {one} {other}", vouches=[(one, other), (other, one)])
