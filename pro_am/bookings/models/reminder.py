"""Which reminders were written: each once, whatever worker dies."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.bookings.rules.reminders import Reminder
from pro_am.foundation.database import Model


class BookingReminder(Model):
    """Written in the transaction of its letter. A booking that moves is reminded of anew."""

    __tablename__ = "booking_reminders"

    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    kind: Mapped[Reminder] = mapped_column(primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(primary_key=True)
    written_at: Mapped[datetime]
    # No foreign key: letters that have left are forgotten one day.
    letter_id: Mapped[int | None]
