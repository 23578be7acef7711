"""Reading series."""

from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased, selectinload

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking, BookingSeries, SeriesOccurrence
from pro_am.foundation.database import db


class Place(NamedTuple):
    """Where a booking stands in its series."""

    reference: str
    number: int
    of: int  # as many as were booked


def series_of(member: Member, reference: str) -> BookingSeries | None:
    """A series of one of its two people, with its bookings."""
    return db.session.scalar(
        select(BookingSeries)
        .where(
            BookingSeries.reference == reference,
            or_(BookingSeries.host_id == member.id, BookingSeries.provider_id == member.id),
        )
        .options(selectinload(BookingSeries.occurrences).joinedload(SeriesOccurrence.booking))
    )


def bookings_in(series: BookingSeries) -> list[Booking]:
    return [occurrence.booking for occurrence in series.occurrences]


def place_in_series(booking: Booking) -> Place | None:
    each = aliased(SeriesOccurrence)
    in_all = select(func.count()).where(each.series_id == BookingSeries.id).scalar_subquery()
    row = db.session.execute(
        select(BookingSeries.reference, SeriesOccurrence.number, in_all)
        .join(SeriesOccurrence, SeriesOccurrence.series_id == BookingSeries.id)
        .where(SeriesOccurrence.booking_id == booking.id)
    ).first()
    return Place(*row) if row else None


def series_with_key(host_id: int, idempotency_key: str) -> BookingSeries | None:
    return db.session.scalar(
        select(BookingSeries).where(
            BookingSeries.host_id == host_id, BookingSeries.idempotency_key == idempotency_key
        )
    )
