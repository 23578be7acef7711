"""Reading proposals of another time."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar
from pro_am.availability.rules.slots import OfferTiming
from pro_am.bookings.models import Booking, MoveProposal
from pro_am.bookings.rules.rescheduling import ProposalState
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot


def open_proposal(booking: Booking, now: datetime) -> MoveProposal | None:
    """The other time that waits for the host's answer, if one does."""
    return db.session.scalar(
        select(MoveProposal).where(
            MoveProposal.booking_id == booking.id,
            MoveProposal.state == ProposalState.OPEN,
            MoveProposal.answer_by > now,
        )
    )


def unfinished_proposals(booking: Booking) -> list[MoveProposal]:
    """Also those that lapsed and nobody has written it down."""
    return list(
        db.session.scalars(
            select(MoveProposal).where(
                MoveProposal.booking_id == booking.id, MoveProposal.state == ProposalState.OPEN
            )
        )
    )


def timing_of(calendar: Calendar, booking: Booking) -> OfferTiming:
    """Of what was booked: it stays as long as was agreed, whatever the offer says by now."""
    length = booking.ends_at - booking.starts_at
    timing = calendars.timing_of(calendar, booking.offer)
    return replace(timing, duration_minutes=int(length.total_seconds()) // 60)


def other_starts(booking: Booking, span: TimeSlot, now: datetime) -> list[datetime]:
    """To where a booking could move: its own time counts as free, and is left out."""
    calendar = db.session.get_one(Calendar, booking.hold.calendar_id)
    starts = calendars.free_slots(
        calendar,
        timing_of(calendar, booking),
        span,
        now,
        people=booking.people,
        without=booking.hold,
    )
    return [start for start in starts if start != booking.starts_at]
