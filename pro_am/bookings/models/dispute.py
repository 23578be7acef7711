"""Disputes: what each of the two says of a booking, with their pictures, and what is decided."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.bookings.models.booking import Booking
from pro_am.bookings.rules.disputes import Outcome
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import Model
from pro_am.media.models import Picture


class Dispute(Model):
    __tablename__ = "disputes"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), unique=True)
    opened_at: Mapped[datetime]
    opened_by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    about: Mapped[BookingState]  # what the booking was, and what is doubted
    outcome: Mapped[Outcome | None]
    decided_at: Mapped[datetime | None] = mapped_column(index=True)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    words_fr: Mapped[str] = mapped_column(default="")  # by the moderator, for both people
    words_en: Mapped[str] = mapped_column(default="")

    booking: Mapped[Booking] = relationship(lazy="joined", innerjoin=True)
    statements: Mapped[list["Statement"]] = relationship(
        back_populates="dispute", order_by="Statement.id"
    )

    def words_in(self, language: str) -> str:
        return self.words_fr if language == "fr" else self.words_en


class Statement(Model):
    """One side's story: told once."""

    __tablename__ = "dispute_statements"
    __table_args__ = (UniqueConstraint("dispute_id", "by_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dispute_id: Mapped[int] = mapped_column(ForeignKey("disputes.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]
    text: Mapped[str]

    dispute: Mapped[Dispute] = relationship(back_populates="statements")
    by: Mapped[Member] = relationship(lazy="joined", innerjoin=True)
    shown: Mapped[list["DisputePicture"]] = relationship(order_by="DisputePicture.picture_id")


class DisputePicture(Model):
    """A private picture that belongs to a statement: for the two, and for moderators."""

    __tablename__ = "dispute_pictures"

    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"), primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("dispute_statements.id"), index=True)

    picture: Mapped[Picture] = relationship(lazy="joined", innerjoin=True)
