"""Bookings by where they are in time: those that lie ahead, and those that time has overtaken."""

from datetime import datetime

from sqlalchemy import or_, select

from pro_am.accounts.models import Member
from pro_am.availability.models import Hold
from pro_am.bookings.models import Booking
from pro_am.bookings.queries.own import bookings_of
from pro_am.bookings.rules.life import AHEAD, COMPLETES_AFTER, BookingState
from pro_am.foundation.database import db


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


def ahead_of(member: Member, now: datetime) -> list[Booking]:
    """What a member has asked or agreed to, and has not begun; ordered by calendar."""
    return list(
        db.session.scalars(
            bookings_of(member)
            .join(Booking.hold)
            .where(
                or_(
                    (Booking.state == BookingState.REQUESTED) & (Booking.answer_by > now),
                    (Booking.state == BookingState.CONFIRMED) & (Booking.starts_at > now),
                )
            )
            .order_by(Hold.calendar_id, Booking.id)
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
