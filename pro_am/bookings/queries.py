"""Reading bookings. Each query starts from the person who asks, so nobody sees too much."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ScalarSelect,
    Select,
    func,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute

from pro_am.accounts.models import Member
from pro_am.availability.models import Hold
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import AHEAD, COMPLETES_AFTER, BookingState
from pro_am.foundation.database import db


def bookings_of(member: Member) -> Select[Booking]:
    return select(Booking).where(
        or_(Booking.host_id == member.id, Booking.provider_id == member.id)
    )


def booking_of(member: Member, reference: str) -> Select[Booking]:
    return bookings_of(member).where(Booking.reference == reference)


PER_PAGE = 20


@dataclass(frozen=True)
class Sheet:
    """One page of a list, and where it is among the others."""

    bookings: list[Booking]
    number: int
    pages: int


def coming(member: Member, now: datetime, *, number: int) -> Sheet:
    """What takes time now or later, the next first; whether its state was caught up or not."""
    wanted = bookings_of(member).where(_holds_time(now))
    return _sheet(wanted, Booking.starts_at, Booking.id, number=number)


def past(member: Member, now: datetime, *, number: int) -> Sheet:
    """What is over or came to nothing, the latest first."""
    wanted = bookings_of(member).where(not_(_holds_time(now)))
    return _sheet(wanted, Booking.starts_at.desc(), Booking.id.desc(), number=number)


def _sheet(
    wanted: Select[Booking], *order: ColumnElement[Any] | InstrumentedAttribute[Any], number: int
) -> Sheet:
    count = db.session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    pages = max(1, -(-count // PER_PAGE))
    number = min(number, pages)
    found = wanted.order_by(*order).limit(PER_PAGE).offset((number - 1) * PER_PAGE)
    return Sheet(list(db.session.scalars(found)) if count else [], number, pages)


def _holds_time(now: datetime) -> ColumnElement[bool]:
    """`state_at(...) in HOLDS_TIME`, in the words of the database."""
    return or_(
        (Booking.state == BookingState.REQUESTED) & (Booking.answer_by > now),
        Booking.state.in_([BookingState.CONFIRMED, BookingState.IN_PROGRESS])
        & (Booking.ends_at > now - COMPLETES_AFTER),
    )


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


def booking_facts(member: Member) -> Iterator[dict[str, object]]:
    """What a member's own file says of their bookings, on either side."""
    found = db.session.scalars(
        bookings_of(member).order_by(Booking.id).execution_options(yield_per=100)
    )
    for booking in found:
        is_host = booking.host_id == member.id
        yield {
            "reference": booking.reference,
            "as": "host" if is_host else "provider",
            "with": booking.other_than(member).name,
            "offer": booking.offer_title,
            "state": booking.state,
            "starts_at": booking.starts_at,
            "ends_at": booking.ends_at,
            "time_zone": booking.time_zone,
            "requested_at": booking.requested_at,
            "people": booking.people,
            "place_mode": booking.place_mode,
            "town": booking.town_name,
            "total_minor": booking.total_minor,
            "currency": booking.currency,
            "allergies": booking.allergies if is_host else "",
        }


def kept_by(provider_id: BindParameter[int], now: BindParameter[datetime]) -> ScalarSelect[int]:
    """How many bookings a pro-am has kept: a part of a larger question."""
    return (
        select(func.count())
        .where(
            Booking.provider_id == provider_id,
            Booking.state.in_(
                [BookingState.CONFIRMED, BookingState.IN_PROGRESS, BookingState.COMPLETED]
            ),
            Booking.ends_at <= now,
        )
        .scalar_subquery()
    )
