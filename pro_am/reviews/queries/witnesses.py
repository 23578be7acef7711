"""What others say of a review: how many, how well known they are, and who may say it."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ScalarSelect, case, exists, func, select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.queries.reliability import kept
from pro_am.foundation.database import db
from pro_am.reviews.models import Review, ReviewCase, Witness
from pro_am.reviews.rules.cases import CaseKind
from pro_am.reviews.rules.witnesses import CONFIRMING, WEEK, WitnessFacts, WitnessKind
from pro_am.standing import queries as standing
from pro_am.standing.models import Standing

_STANDING = func.coalesce(Standing.standing, 0.0)
_STANDS = Witness.withdrawn_at.is_(None) & Witness.voided_at.is_(None)
_CONFIRMS = Witness.kind.in_(CONFIRMING)


class Confirmations(NamedTuple):
    """How many members say that a review matches, and how many that it does not."""

    confirming: int
    disputing: int


def witness_standings(review_ids: Collection[int]) -> dict[int, tuple[float, float]]:
    """By review: the standings, as last computed, of those who confirm it and who dispute it."""
    rows = db.session.execute(
        select(
            Witness.review_id,
            func.sum(case((_CONFIRMS, _STANDING), else_=0.0)),
            func.sum(case((_CONFIRMS, 0.0), else_=_STANDING)),
        )
        .outerjoin(Standing, Standing.member_id == Witness.member_id)
        .where(Witness.review_id.in_(review_ids), _STANDS)
        .group_by(Witness.review_id)
    )
    return {review_id: (float(yes), float(no)) for review_id, yes, no in rows}


def confirmations(review_ids: Collection[int]) -> dict[int, Confirmations]:
    """By review; those of which nobody says anything are left out."""
    rows = db.session.execute(
        select(
            Witness.review_id,
            func.sum(case((_CONFIRMS, 1), else_=0)),
            func.sum(case((_CONFIRMS, 0), else_=1)),
        )
        .where(Witness.review_id.in_(review_ids), _STANDS)
        .group_by(Witness.review_id)
    )
    return {review_id: Confirmations(int(yes), int(no)) for review_id, yes, no in rows}


def voices() -> tuple[ScalarSelect[int], ScalarSelect[int]]:
    """The same of each review of a larger question."""
    counted = select(func.count()).where(Witness.review_id == Review.id, _STANDS).correlate(Review)
    return (
        counted.where(_CONFIRMS).scalar_subquery(),
        counted.where(~_CONFIRMS).scalar_subquery(),
    )


def witness_of(review: Review, member: Member) -> Witness | None:
    return db.session.scalar(
        select(Witness).where(Witness.review_id == review.id, Witness.member_id == member.id)
    )


def witness_facts_of(review: Review, member: Member, now: datetime) -> WitnessFacts:
    """What decides whether a member may speak about a review."""
    known = witness_of(review, member)
    in_the_week = select(func.count()).where(
        Witness.member_id == member.id, Witness.at > now - WEEK, Witness.review_id != review.id
    )
    own_booking = exists().where(
        Booking.host_id == member.id, Booking.provider_id == review.subject_id, kept(now)
    )
    settled = exists().where(
        ReviewCase.review_id == review.id,
        ReviewCase.kind == CaseKind.MISMATCH,
        ReviewCase.settled_at.is_not(None),
    )
    count, has_booking, was_settled = db.session.execute(
        select(in_the_week.scalar_subquery(), own_booking, settled)
    ).one()
    return WitnessFacts(
        is_party=member.id in (review.author_id, review.subject_id),
        has_booking=bool(has_booking),
        standing=standing.standing_of(member.id),
        in_the_week=count,
        spoke=known.kind if known and known.withdrawn_at is None else None,
        was_settled=bool(was_settled),
    )


def mismatches_of(review: Review) -> list[Witness]:
    """Those who say that it does not match, in the order in which they said so."""
    return list(
        db.session.scalars(
            select(Witness)
            .where(Witness.review_id == review.id, Witness.kind == WitnessKind.MISMATCH)
            .order_by(Witness.at, Witness.id)
        )
    )
