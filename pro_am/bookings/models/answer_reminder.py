"""Who was reminded to answer: each reminder once, whatever worker dies."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.bookings.rules.answer_reminders import Moment
from pro_am.foundation.database import Model


class AnswerReminder(Model):
    """Written in the transaction of its letter. A new proposal is a new round."""

    __tablename__ = "answer_reminders"

    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True)
    moment: Mapped[Moment] = mapped_column(primary_key=True)
    at: Mapped[datetime]
