"""Reading reviews: only those that are shown, unless they are one's own."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, ColumnElement, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, lazyload, selectinload

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.queries import bookings_of
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from pro_am.reviews.rules import WINDOW
from pro_am.standing.rules import ReviewedAs


@dataclass(frozen=True)
class Figures:
    """How many reviews, and their mean stars (None without any)."""

    count: int
    mean: float | None


NONE_YET = Figures(0, None)


def reviews_about(
    subject_id: int, role: ReviewedAs, now: datetime, *, limit: int, offset: int = 0
) -> list[Review]:
    return list(
        db.session.scalars(
            select(Review)
            .join(Review.booking)
            .options(
                contains_eager(Review.booking).options(
                    lazyload(Booking.host), lazyload(Booking.provider)
                )
            )
            .where(Review.subject_id == subject_id, Review.role == role, is_public(now))
            .order_by(Review.shown_from.desc(), Review.id.desc())
            .limit(limit)
            .offset(offset)
        )
    )


def figures_of(
    subject_ids: Collection[int], role: ReviewedAs, now: datetime, *, days: int | None = None
) -> dict[int, Figures]:
    """Count and mean by member, over all time or the last so many days."""
    counted = (
        select(Review.subject_id, func.count(), func.avg(Review.stars))
        .where(Review.subject_id.in_(subject_ids), Review.role == role, is_public(now))
        .group_by(Review.subject_id)
    )
    if days is not None:
        counted = counted.where(Review.written_at > now - timedelta(days=days))
    return {
        subject_id: Figures(count, float(mean))
        for subject_id, count, mean in db.session.execute(counted)
    }


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
            .options(selectinload(Review.subject), selectinload(Review.booking))
            .order_by(Review.written_at.desc())
        )
    )


def to_review(member: Member, now: datetime) -> list[Booking]:
    """Bookings of a member that they may still review and have not."""
    written = select(Review.booking_id).where(Review.author_id == member.id)
    return list(
        db.session.scalars(
            bookings_of(member)
            .where(
                Booking.state.in_(
                    [BookingState.CONFIRMED, BookingState.IN_PROGRESS, BookingState.COMPLETED]
                ),
                Booking.ends_at <= now,
                Booking.ends_at > now - WINDOW,
                Booking.id.not_in(written),
            )
            .order_by(Booking.ends_at)
        )
    )


def review_facts(member: Member, now: datetime) -> list[dict[str, object]]:
    """What a member's own file says: what they wrote, and what others let them read."""
    found = db.session.scalars(
        select(Review)
        .where(
            or_(
                Review.author_id == member.id,
                (Review.subject_id == member.id) & (Review.shown_from <= now),
            )
        )
        .options(joinedload(Review.booking))
        .order_by(Review.id)
    )
    return [
        {
            "by_me": review.author_id == member.id,
            "booking": review.booking.reference,
            "stars": review.stars,
            "facets": review.facets,
            "text": review.text,
            "private_note": review.private_note,
            "written_at": review.written_at,
            "reply": review.reply,
        }
        for review in found
    ]


def is_public(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    return (Review.shown_from <= now) & Review.hidden_at.is_(None)
