"""Reading reviews: only those that are shown, unless they are one's own."""

import enum
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import contains_eager, lazyload, selectinload

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation.database import db
from pro_am.reviews.models import Review, ReviewPhoto, Witness
from pro_am.reviews.queries.figures import (
    NONE_YET,
    Figures,
    Summary,
    figures_of,
    is_public,
    summary_of,
)
from pro_am.reviews.queries.own_file import review_facts
from pro_am.reviews.queries.waiting import Waiting, around_the_page, facts_of, to_review
from pro_am.reviews.queries.witnesses import confirmations, witness_standings
from pro_am.reviews.rules.witnesses import CONFIRMING
from pro_am.standing.models import Standing
from pro_am.standing.rules import ReviewedAs
from pro_am.standing.rules import constants as c

__all__ = [
    "NONE_YET",
    "Figures",
    "Order",
    "Summary",
    "Waiting",
    "around_the_page",
    "confirmations",
    "facts_of",
    "figures_of",
    "is_public",
    "public_review",
    "review_by",
    "review_facts",
    "review_with",
    "reviews_about",
    "reviews_of_booking",
    "summary_of",
    "to_review",
    "witness_standings",
    "written_by",
]


class Order(enum.StrEnum):
    NEWEST = "newest"
    MOST_USEFUL = "useful"


def reviews_about(
    subject_id: int,
    role: ReviewedAs,
    now: datetime,
    *,
    limit: int,
    offset: int = 0,
    order: Order = Order.NEWEST,
) -> list[Review]:
    found = (
        select(Review)
        .join(Review.booking)
        .options(
            contains_eager(Review.booking).options(
                lazyload(Booking.host), lazyload(Booking.provider)
            ),
            selectinload(Review.photos).joinedload(ReviewPhoto.picture),
        )
        .where(Review.subject_id == subject_id, Review.role == role, is_public(now))
    )
    if order is Order.MOST_USEFUL:
        found = found.order_by(_usefulness().desc())
    newest_first = found.order_by(Review.shown_from.desc(), Review.id.desc())
    return list(db.session.scalars(newest_first.limit(limit).offset(offset)))


def _usefulness() -> ColumnElement[float]:
    """How sure we are of the author and of those who confirm it: near to what it weighs."""
    witness = func.coalesce(Standing.standing, 0.0)
    agreed = (
        select(func.coalesce(func.sum(witness), 0.0))
        .select_from(Witness)
        .outerjoin(Standing, Standing.member_id == Witness.member_id)
        .where(
            Witness.review_id == Review.id,
            Witness.kind.in_(CONFIRMING),
            Witness.withdrawn_at.is_(None),
            Witness.voided_at.is_(None),
        )
        .scalar_subquery()
    )
    author = select(Standing.standing).where(Standing.member_id == Review.author_id)
    return func.coalesce(author.scalar_subquery(), 0.0) * (1 + c.CONFIRMED_BY * agreed)


def review_with(public_id: str) -> Review | None:
    """Any review: for what moderators decide."""
    return db.session.scalar(select(Review).where(Review.public_id == public_id))


def public_review(public_id: str, now: datetime) -> Review | None:
    """A review that anybody may read."""
    return db.session.scalar(select(Review).where(Review.public_id == public_id, is_public(now)))


def review_by(author: Member, booking: Booking) -> Review | None:
    return db.session.scalar(
        select(Review).where(Review.booking_id == booking.id, Review.author_id == author.id)
    )


def reviews_of_booking(booking: Booking) -> list[Review]:
    return list(db.session.scalars(select(Review).where(Review.booking_id == booking.id)))


def written_by(author: Member) -> list[Review]:
    return list(
        db.session.scalars(
            select(Review)
            .where(Review.author_id == author.id)
            .options(
                selectinload(Review.subject),
                selectinload(Review.booking),
                selectinload(Review.photos),
            )
            .order_by(Review.written_at.desc())
        )
    )
