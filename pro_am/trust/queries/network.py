"""The community as a run sees it: members, open vouches, and the reviews that count."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy import ColumnElement, select

from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.queries import is_pending
from pro_am.accounts.rules import Role as MemberRoles
from pro_am.foundation.database import db
from pro_am.moderation.queries.freezing import frozen_reviews
from pro_am.reviews.models import Review, Witness
from pro_am.reviews.queries.figures import is_public
from pro_am.reviews.queries.witnesses import witness_standings
from pro_am.standing.models import IdentityCheck, Standing
from pro_am.standing.rules import ReviewedAs
from pro_am.trust.rules.days import days
from pro_am.trust.rules.network import TrustNetwork, Vouches
from pro_am.trust.rules.reviews import Reviews, Role, multiplier, opinion
from pro_am.trust.rules.standing import identity_evidence
from pro_am.vouches.queries import OpenVouch

AT_ONCE = 500  # ids in one statement
ROLES = {ReviewedAs.PROVIDER: Role.PROVIDER, ReviewedAs.HOST: Role.HOST}


@dataclass(frozen=True)
class MemberFacts:
    id: int
    created_at: datetime
    has_confirmed: bool
    is_steward: bool
    is_verified: bool
    standing: float  # as last computed: yesterday's, for the nightly run
    from_meetings: float  # identity evidence from settled bookings, as of the last nightly run

    def evidence(self, from_meetings: float) -> float:
        """Everything is paid in person so far: no payment settles anybody's identity."""
        return identity_evidence(
            is_steward=self.is_steward,
            seen_by_steward=self.is_verified,
            from_meetings=from_meetings,
        )


@dataclass(frozen=True)
class ReviewFacts:
    id: int
    author_id: int
    subject_id: int
    role: ReviewedAs
    stars: int
    shown_from: datetime
    multiplier: float


def members(*, of: Collection[int] | None = None) -> list[MemberFacts]:
    """All of them, or some, by id."""
    asked = (
        select(
            Member.id,
            Member.created_at,
            Member.email_confirmed_at,
            MemberRole.role,
            IdentityCheck.member_id,
            Standing.standing,
            Standing.from_meetings,
        )
        .outerjoin(
            MemberRole,
            (MemberRole.member_id == Member.id) & (MemberRole.role == MemberRoles.STEWARD),
        )
        .outerjoin(IdentityCheck, IdentityCheck.member_id == Member.id)
        .outerjoin(Standing, Standing.member_id == Member.id)
        .order_by(Member.id)
    )
    if of is not None:
        asked = asked.where(Member.id.in_(of))
    return [
        MemberFacts(
            id=member_id,
            created_at=created_at,
            has_confirmed=confirmed_at is not None,
            is_steward=role is not None,
            is_verified=seen is not None,
            standing=standing or 0.0,
            from_meetings=from_meetings or 0.0,
        )
        for member_id, created_at, confirmed_at, role, seen, standing, from_meetings in (
            db.session.execute(asked)
        )
    ]


def counts(now: datetime) -> ColumnElement[bool]:
    """Whether a review counts: it is public, and its author has had the account for long enough."""
    return is_public(now) & ~is_pending(Review.author_id, Review.written_at, now)


def frozen() -> dict[int, float]:
    """By the id of the review, what is left of its weight while it is said to be a threat."""
    factors = frozen_reviews()
    rows = db.session.execute(
        select(Review.id, Review.public_id).where(Review.public_id.in_(factors))
    )
    return {review_id: factors[public_id] for review_id, public_id in rows if public_id}


def counted_reviews(now: datetime) -> list[ReviewFacts]:
    """Sorted as the arrays want them: by the reviewed, then the reviewer."""
    witnessed = multipliers(db.session.scalars(select(Witness.review_id).distinct()).all())
    rows = db.session.execute(
        select(
            Review.id,
            Review.author_id,
            Review.subject_id,
            Review.role,
            Review.stars,
            Review.shown_from,
        )
        .where(counts(now))
        .order_by(Review.subject_id, Review.author_id, Review.id)
    )
    threats = frozen()
    return [
        ReviewFacts(*row, multiplier=witnessed.get(row[0], 1.0) * threats.get(row[0], 1.0))
        for row in rows
    ]


def multipliers(review_ids: Sequence[int]) -> dict[int, float]:
    """The m of those reviews of which somebody says whether they match."""
    found: dict[int, float] = {}
    for start in range(0, len(review_ids), AT_ONCE):
        said = witness_standings(review_ids[start : start + AT_ONCE])
        if said:
            confirming, disputing = np.array(list(said.values())).T
            found |= dict(zip(said, multiplier(confirming, disputing).tolist(), strict=True))
    return found


def network_of(
    evidence: list[float],
    reviews: list[ReviewFacts],
    vouches: list[OpenVouch],
    place: dict[int, int],
) -> TrustNetwork:
    """As arrays, in which members are counted by their place."""
    return TrustNetwork(
        evidence=np.array(evidence, dtype=float),
        reviews=Reviews(
            reviewer=np.array([place[r.author_id] for r in reviews], dtype=np.intp),
            reviewed=np.array([place[r.subject_id] for r in reviews], dtype=np.intp),
            role=np.array([ROLES[r.role] for r in reviews], dtype=np.intp),
            x=opinion(np.array([r.stars for r in reviews], dtype=float)),
            time_days=np.array([days(r.shown_from) for r in reviews], dtype=float),
            multiplier=np.array([r.multiplier for r in reviews], dtype=float),
        ),
        vouches=Vouches(
            voucher=np.array([place[v.voucher_id] for v in vouches], dtype=np.intp),
            vouched=np.array([place[v.vouched_id] for v in vouches], dtype=np.intp),
            weight=np.array([v.weight for v in vouches], dtype=float),
        ),
    )
