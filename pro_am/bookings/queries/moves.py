"""Reading proposals of another time."""

from datetime import datetime

from sqlalchemy import select

from pro_am.bookings.models import Booking, MoveProposal
from pro_am.bookings.queries import answers
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


def other_starts(booking: Booking, span: TimeSlot, now: datetime) -> list[datetime]:
    """To where a booking could move: its own time counts as free, and is left out."""
    starts = answers.free_for(booking, span, now)
    return [start for start in starts if start != booking.starts_at]
