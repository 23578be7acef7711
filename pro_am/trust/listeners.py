"""What makes scores change."""

from pro_am.foundation import clock, jobs
from pro_am.foundation.events import listen
from pro_am.moderation.events import ContentHidden, ContentShownAgain
from pro_am.reviews.events import ReviewWritten
from pro_am.standing.events import IdentityVerified
from pro_am.trust.jobs import RECOMPUTE


def attach() -> None:
    listen(ReviewWritten, _review)
    listen(IdentityVerified, _anew)
    listen(ContentHidden, _anew)
    listen(ContentShownAgain, _anew)


def _review(event: ReviewWritten) -> None:
    """A sealed review counts from the moment it is shown."""
    if event.shown_from <= clock.now():
        jobs.enqueue(RECOMPUTE, key="all")
    else:
        jobs.enqueue(RECOMPUTE, key=f"review {event.review.booking_id}", run_at=event.shown_from)


def _anew(_event: IdentityVerified | ContentHidden | ContentShownAgain) -> None:
    jobs.enqueue(RECOMPUTE, key="all")
