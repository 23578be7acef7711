"""Who was asked for a review: each letter once, whatever worker dies."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model
from pro_am.reviews.rules.letters import Moment


class ReviewLetter(Model):
    """Written in the transaction of its letter."""

    __tablename__ = "review_letters"

    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    moment: Mapped[Moment] = mapped_column(primary_key=True)
    at: Mapped[datetime]
