"""Reading reminders: those that are due, and what became of those that were written."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import exists, func, select

from pro_am.bookings.models import Booking, BookingReminder
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.reminders import FIRST, Reminder, due_reminder
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter


class Reminded(NamedTuple):
    """A reminder as it stands in a booking's story."""

    member_id: int
    kind: Reminder
    written_at: datetime
    letter_state: str | None  # None: its reader does without, or the letter is forgotten


def due_reminders(now: datetime) -> list[int]:
    """Ids of the bookings that somebody is to be reminded of now."""
    found = db.session.execute(
        select(
            Booking.id,
            Booking.starts_at,
            func.coalesce(Booking.agreed_at, Booking.requested_at),
            BookingReminder.kind,
        )
        .outerjoin(
            BookingReminder,
            (BookingReminder.booking_id == Booking.id)
            & (BookingReminder.starts_at == Booking.starts_at),
        )
        .where(
            Booking.state == BookingState.CONFIRMED,
            Booking.starts_at > now,
            Booking.starts_at <= now + FIRST,
        )
    )
    due: dict[int, Reminder] = {}
    written: set[tuple[int, Reminder]] = set()
    for booking_id, starts_at, agreed_at, kind in found:
        if kind is not None:
            written.add((booking_id, kind))
        if reminder := due_reminder(starts_at, agreed_at=agreed_at, now=now):
            due[booking_id] = reminder
    return [booking_id for booking_id, kind in due.items() if (booking_id, kind) not in written]


def is_reminded(booking: Booking, kind: Reminder) -> bool:
    return bool(
        db.session.scalar(
            select(
                exists().where(
                    BookingReminder.booking_id == booking.id,
                    BookingReminder.kind == kind,
                    BookingReminder.starts_at == booking.starts_at,
                )
            )
        )
    )


def reminders_of(booking: Booking) -> list[Reminded]:
    rows = db.session.execute(
        select(
            BookingReminder.member_id,
            BookingReminder.kind,
            BookingReminder.written_at,
            Letter.state,
        )
        .outerjoin(Letter, Letter.id == BookingReminder.letter_id)
        .where(BookingReminder.booking_id == booking.id)
        .order_by(BookingReminder.written_at, BookingReminder.member_id)
    )
    return [Reminded(*row) for row in rows]
