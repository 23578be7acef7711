"""Reading bookings. Each query starts from the person who asks, so nobody sees too much."""

from datetime import datetime

from sqlalchemy import Select, func, or_, select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import AHEAD, COMPLETES_AFTER, BookingState
from pro_am.foundation.database import db


def bookings_of(member: Member) -> Select[Booking]:
    return select(Booking).where(
        or_(Booking.host_id == member.id, Booking.provider_id == member.id)
    )


def booking_of(member: Member, reference: str) -> Select[Booking]:
    return bookings_of(member).where(Booking.reference == reference)


def ahead_between(a_id: int, b_id: int, now: datetime) -> list[Booking]:
    """Requests and confirmed bookings of two people that have not begun."""
    return list(
        db.session.scalars(
            select(Booking)
            .where(
                or_(
                    (Booking.host_id == a_id) & (Booking.provider_id == b_id),
                    (Booking.host_id == b_id) & (Booking.provider_id == a_id),
                ),
                Booking.state.in_(AHEAD),
                Booking.starts_at > now,
            )
            .order_by(Booking.starts_at)
        )
    )


def booking_with_thread(thread_id: int) -> Booking | None:
    return db.session.scalar(select(Booking).where(Booking.thread_id == thread_id))


def with_key(host: Member, idempotency_key: str) -> Booking | None:
    return db.session.scalar(
        select(Booking).where(
            Booking.host_id == host.id, Booking.idempotency_key == idempotency_key
        )
    )


def overdue(now: datetime) -> list[int]:
    """Ids of bookings whose stored state lags behind time."""
    return list(
        db.session.scalars(
            select(Booking.id).where(
                or_(
                    (Booking.state == BookingState.REQUESTED) & (Booking.answer_by <= now),
                    (Booking.state == BookingState.CONFIRMED) & (Booking.starts_at <= now),
                    (Booking.state == BookingState.IN_PROGRESS)
                    & (Booking.ends_at <= now - COMPLETES_AFTER),
                )
            )
        )
    )


def completed_count(provider_id: int, now: datetime) -> int:
    """Bookings that a pro-am has kept."""
    kept = select(func.count()).where(
        Booking.provider_id == provider_id,
        Booking.state.in_(
            [BookingState.CONFIRMED, BookingState.IN_PROGRESS, BookingState.COMPLETED]
        ),
        Booking.ends_at <= now,
    )
    return db.session.scalar(kept) or 0
