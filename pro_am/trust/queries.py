"""Reading weights, and the facts that the scores are computed from."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.rules import Role
from pro_am.bookings.queries.settled import settled
from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from pro_am.standing import queries as standing
from pro_am.standing.models import IdentityCheck
from pro_am.standing.rules import ReviewedAs
from pro_am.standing.rules.levels import LevelFacts
from pro_am.trust.models import ReviewWeight


@dataclass(frozen=True)
class MemberFacts:
    id: int
    created_at: datetime
    has_confirmed: bool
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
        select(
            Member.id,
            Member.created_at,
            Member.email_confirmed_at,
            MemberRole.role,
            IdentityCheck.member_id,
        )
        .outerjoin(
            MemberRole, (MemberRole.member_id == Member.id) & (MemberRole.role == Role.STEWARD)
        )
        .outerjoin(IdentityCheck, IdentityCheck.member_id == Member.id)
        .order_by(Member.id)
    )
    return [
        MemberFacts(
            member_id, created_at, confirmed is not None, role is not None, seen is not None
        )
        for member_id, created_at, confirmed, role, seen in rows
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


def settled_bookings(now: datetime) -> Counter[int]:
    """How many settled bookings each member has had, on either side."""
    counted: Counter[int] = Counter()
    for met in settled(now):
        counted[met.host_id] += met.times
        counted[met.provider_id] += met.times
    return counted


def level_facts(member: Member, now: datetime) -> LevelFacts:
    """What a member's level depends on, as last computed, for the member to read."""
    scores = standing.scores_in_both_roles(member.id)
    figures = [score.figures for score in scores if score.figures]
    return LevelFacts(
        confirmed_contact=member.email_confirmed_at is not None,
        standing=standing.standing_of(member.id),
        settled_bookings=sum(met.times for met in settled(now, of=[member.id])),
        K=max((each["a"] + each["b"] for each in figures), default=0.0),
        low=max((score.low or 0.0 for score in scores), default=0.0),
        member_days=(now - member.created_at) / timedelta(days=1),
        is_steward=member.has_role(Role.STEWARD),
    )


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
