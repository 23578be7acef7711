"""Weekly series: bookings that were asked for in one act."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.bookings.models.booking import Booking
from pro_am.foundation.database import Model


class BookingSeries(Model):
    """So many weeks, asked for at once. Each occurrence is a booking with a life of its own."""

    __tablename__ = "booking_series"
    __table_args__ = (
        UniqueConstraint("host_id", "idempotency_key"),
        CheckConstraint("weeks >= 2", "weeks"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    idempotency_key: Mapped[str]
    host_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    provider_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), index=True)
    weeks: Mapped[int]  # as asked; fewer are booked when some were left out
    asked_at: Mapped[datetime]

    occurrences: Mapped[list["SeriesOccurrence"]] = relationship(
        order_by="SeriesOccurrence.number", back_populates="series"
    )


class SeriesOccurrence(Model):
    """A booking's place in its series; the first week has the number 1."""

    __tablename__ = "series_occurrences"

    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("booking_series.id"), index=True)
    number: Mapped[int]

    series: Mapped[BookingSeries] = relationship(back_populates="occurrences")
    booking: Mapped[Booking] = relationship()
