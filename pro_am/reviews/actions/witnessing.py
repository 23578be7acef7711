"""Vouching for a review: whether it matches what others saw."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.reviews.actions.cases import open_mismatch
from pro_am.reviews.events import WitnessGiven, WitnessTakenBack
from pro_am.reviews.models import Review, Witness
from pro_am.reviews.queries import witnesses as queries
from pro_am.reviews.rules import witnesses as rules
from pro_am.reviews.rules.witnesses import WitnessKind


def bear_witness(review: Review, member: Member, kind: WitnessKind, reason: str = "") -> Witness:
    """Say of a review by somebody else that it matches, or does not. Twice is once."""
    review_id, member_id = review.id, member.id
    with transaction():
        member, review = _claimed(member_id, review_id)
        now = clock.now()
        known = queries.witness_of(review, member)
        if known and known.withdrawn_at is None and known.kind is kind:
            return known
        is_out = review.hidden_at is not None or review.voided_at is not None
        rules.check_shown(is_shown=review.is_shown(now) and not is_out)
        rules.check_witness(queries.witness_facts_of(review, member, now), kind, reason)
        if known is None:
            known = Witness(review=review, member=member)
            db.session.add(known)
        known.kind, known.at, known.withdrawn_at = kind, now, None
        known.reason = reason.strip()[: rules.LONGEST_REASON] if _disputes(kind) else ""
        publish(WitnessGiven(known))
        if _disputes(kind):
            _, disputing = queries.witness_standings([review.id])[review.id]
            if rules.is_case(disputing):
                open_mismatch(review)
    return known


def take_witness_back(review: Review, member: Member) -> None:
    """Unsay it: from now on it counts no longer. Twice is once."""
    review_id, member_id = review.id, member.id
    with transaction():
        member, review = _claimed(member_id, review_id)
        known = queries.witness_of(review, member)
        if known and known.withdrawn_at is None:
            known.withdrawn_at = clock.now()
            publish(WitnessTakenBack(known))


def _disputes(kind: WitnessKind) -> bool:
    return kind is WitnessKind.MISMATCH


def _claimed(member_id: int, review_id: int) -> tuple[Member, Review]:
    """One word of a member at a time, and one about a review: limits and sums hold."""
    member = db.session.get_one(Member, member_id, with_for_update={"key_share": True})
    review = db.session.scalars(
        select(Review)
        .where(Review.id == review_id)
        .with_for_update(of=Review)
        .execution_options(populate_existing=True)
    ).one()
    return member, review
