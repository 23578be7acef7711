"""Reading weights, and the facts that the scores are computed from."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.rules import Role
from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from pro_am.standing.models import IdentityCheck
from pro_am.standing.rules import ReviewedAs
from pro_am.trust.models import ReviewWeight


@dataclass(frozen=True)
class MemberFacts:
    id: int
    is_steward: bool
    is_verified: bool


@dataclass(frozen=True)
class ReviewFacts:
    id: int
    author_id: int
    subject_id: int
    role: ReviewedAs
    stars: int
    shown_from: datetime


def members() -> list[MemberFacts]:
    rows = db.session.execute(
        select(Member.id, MemberRole.role, IdentityCheck.member_id)
        .outerjoin(
            MemberRole, (MemberRole.member_id == Member.id) & (MemberRole.role == Role.STEWARD)
        )
        .outerjoin(IdentityCheck, IdentityCheck.member_id == Member.id)
        .order_by(Member.id)
    )
    return [
        MemberFacts(member_id, role is not None, seen is not None) for member_id, role, seen in rows
    ]


def shown_reviews(now: datetime) -> list[ReviewFacts]:
    """All that is public, sorted as the arrays want it: by the reviewed, then the reviewer."""
    rows = db.session.execute(
        select(
            Review.id,
            Review.author_id,
            Review.subject_id,
            Review.role,
            Review.stars,
            Review.shown_from,
        )
        .where(Review.shown_from <= now, Review.hidden_at.is_(None))
        .order_by(Review.subject_id, Review.author_id, Review.id)
    )
    return [ReviewFacts(*row) for row in rows]


def weights_of(review_ids: Collection[int]) -> dict[int, float]:
    found = db.session.execute(
        select(ReviewWeight.review_id, ReviewWeight.weight).where(
            ReviewWeight.review_id.in_(review_ids)
        )
    )
    return {review_id: weight for review_id, weight in found}


def reviews_by_id(review_ids: Collection[int]) -> dict[int, Review]:
    found = db.session.scalars(select(Review).where(Review.id.in_(review_ids)))
    return {review.id: review for review in found}
