"""Reading cases: moderators those that wait, the other side the one that it may answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation.database import db
from pro_am.reviews.models import Review, ReviewCase
from pro_am.reviews.queries.witnesses import mismatches_of
from pro_am.reviews.rules.cases import CaseKind


@dataclass(frozen=True)
class Reason:
    """What one of those who object says."""

    by: Member
    at: datetime
    words: str
    is_taken_back: bool = False


def open_cases(limit: int = 100) -> list[ReviewCase]:
    """The queue of moderators, the oldest first."""
    return list(
        db.session.scalars(
            select(ReviewCase)
            .where(ReviewCase.settled_at.is_(None))
            .order_by(ReviewCase.opened_at, ReviewCase.id)
            .limit(limit)
        )
    )


def open_case_count() -> int:
    counted = select(func.count()).select_from(ReviewCase).where(ReviewCase.settled_at.is_(None))
    return db.session.scalar(counted) or 0


def case_with(public_id: str) -> ReviewCase | None:
    """Any case: for moderators."""
    return db.session.scalar(select(ReviewCase).where(ReviewCase.public_id == public_id))


def case_for(member: Member, public_id: str) -> ReviewCase | None:
    """A case that this member may read and answer: they are the other side of it."""
    found = case_with(public_id)
    return found if found and found.answerer_id == member.id else None


def case_of(review: Review, kind: CaseKind) -> ReviewCase | None:
    return db.session.scalar(
        select(ReviewCase).where(ReviewCase.review_id == review.id, ReviewCase.kind == kind)
    )


def doubt_of(booking: Booking) -> ReviewCase | None:
    """The newest word that this booking did not take place."""
    return db.session.scalar(
        select(ReviewCase)
        .join(ReviewCase.review)
        .where(Review.booking_id == booking.id, ReviewCase.kind == CaseKind.DID_NOT_HAPPEN)
        .order_by(ReviewCase.id.desc())
        .limit(1)
    )


def reasons_of(case: ReviewCase) -> list[Reason]:
    """What those who object say, the oldest first."""
    review = case.review
    if case.kind is CaseKind.DID_NOT_HAPPEN:
        return [Reason(review.author, case.opened_at, review.text)]
    return [
        Reason(each.member, each.at, each.reason, each.withdrawn_at is not None)
        for each in mismatches_of(review)
    ]
