"""Requests that wait for an answer: whose turn it is, who is to be reminded, what still fits."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from pro_am.accounts.models import Member
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar, Hold
from pro_am.availability.rules.timing import OfferTiming
from pro_am.bookings.models import AnswerReminder, Booking, BookingStep
from pro_am.bookings.rules.answer_reminders import Moment
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot

_NEAR = timedelta(days=2)  # further away than any booking with its buffers reaches


class Waiting(NamedTuple):
    """A request that waits, and the moments at which somebody was reminded of it."""

    booking_id: int
    round: int
    asked_at: datetime
    answer_by: datetime
    reminded: frozenset[Moment]


def calendar_id_of(booking_id: int) -> int:
    """The calendar in which a booking has its time, before anything is claimed."""
    return db.session.scalars(
        select(Hold.calendar_id)
        .join(Booking, Booking.hold_id == Hold.id)
        .where(Booking.id == booking_id)
    ).one()


def has_step(booking: Booking, by: Member, key: str) -> bool:
    """Whether this very form has moved the booking already."""
    found = select(BookingStep.id).where(
        BookingStep.booking_id == booking.id,
        BookingStep.by_id == by.id,
        BookingStep.idempotency_key == key,
    )
    return db.session.scalar(found) is not None


def waiting_for_an_answer(now: datetime) -> list[Waiting]:
    rows = db.session.execute(
        select(
            Booking.id,
            Booking.round,
            func.coalesce(Booking.asked_at, Booking.requested_at),
            Booking.answer_by,
            AnswerReminder.moment,
        )
        .outerjoin(
            AnswerReminder,
            (AnswerReminder.booking_id == Booking.id) & (AnswerReminder.round == Booking.round),
        )
        .where(Booking.state == BookingState.REQUESTED, Booking.answer_by > now)
        .order_by(Booking.id)
    )
    return list(_gathered(rows))


def _gathered(rows: Iterable[Any]) -> Iterable[Waiting]:
    """One of each, from a row for every reminder."""
    found: dict[int, Waiting] = {}
    for booking_id, in_round, asked_at, answer_by, moment in rows:
        known = found.get(booking_id) or Waiting(
            booking_id, in_round, asked_at, answer_by, frozenset()
        )
        reminded = known.reminded | ({moment} if moment else frozenset())
        found[booking_id] = known._replace(reminded=reminded)
    return found.values()


def requests_near(booking: Booking, now: datetime) -> list[Booking]:
    """Other requests in the same calendar that could touch the time of this booking."""
    return list(
        db.session.scalars(
            select(Booking)
            .join(Booking.hold)
            .options(joinedload(Booking.offer), joinedload(Booking.hold))
            .where(
                Hold.calendar_id == booking.hold.calendar_id,
                Hold.blocks_from < booking.hold.blocks_until + _NEAR,
                Hold.blocks_until > booking.hold.blocks_from - _NEAR,
                Booking.id != booking.id,
                Booking.state == BookingState.REQUESTED,
                Booking.answer_by > now,
            )
            .order_by(Booking.id)
        )
    )


def timing_of(booking: Booking) -> OfferTiming:
    """How its offer takes time by now, for as long as this booking lasts."""
    calendar = db.session.get_one(Calendar, booking.hold.calendar_id)
    minutes = (booking.ends_at - booking.starts_at) // timedelta(minutes=1)
    return replace(calendars.timing_of(calendar, booking.offer), duration_minutes=minutes)


def free_for(booking: Booking, span: TimeSlot, now: datetime) -> list[datetime]:
    """The starts to which it could go: its own time counts as free."""
    calendar, timing = _calendar_and_timing(booking)
    return calendars.free_slots(
        calendar, timing, span, now, people=booking.people, without=booking.hold
    )


def nearest_for(booking: Booking, wanted: datetime, now: datetime) -> list[datetime]:
    """The two nearest starts to which it could go, within two weeks."""
    calendar, timing = _calendar_and_timing(booking)
    return calendars.nearest_free(
        calendar, timing, wanted, now, people=booking.people, without=booking.hold
    )


def _calendar_and_timing(booking: Booking) -> tuple[Calendar, OfferTiming]:
    return db.session.get_one(Calendar, booking.hold.calendar_id), timing_of(booking)
