"""Bookings, and what happened to each of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.availability.models import Hold
from pro_am.bookings.rules.life import BookingState, Side, Times, state_at
from pro_am.conversations.models import Thread
from pro_am.foundation.database import Model
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode, PriceUnit


class Booking(Model):
    """A request and what became of it. What was agreed is copied in, so that it stays agreed."""

    __tablename__ = "bookings"
    __table_args__ = (
        UniqueConstraint("host_id", "idempotency_key"),
        CheckConstraint("starts_at < ends_at", "times"),
        CheckConstraint("people >= 1", "people"),
        CheckConstraint("host_id <> provider_id", "two_members"),
        Index("ix_bookings_host_start", "host_id", "starts_at"),
        Index("ix_bookings_provider_start", "provider_id", "starts_at"),
        Index("ix_bookings_state_end", "state", "ends_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    idempotency_key: Mapped[str]
    host_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    provider_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), index=True)
    hold_id: Mapped[int] = mapped_column(ForeignKey("holds.id"), unique=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"), unique=True)
    state: Mapped[BookingState]
    is_instant: Mapped[bool] = mapped_column(default=False, server_default=false())
    revision: Mapped[int] = mapped_column(default=0)  # SEQUENCE of the calendar files
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    time_zone: Mapped[str]  # of the calendar
    answer_by: Mapped[datetime]
    requested_at: Mapped[datetime]
    people: Mapped[int]
    offer_title: Mapped[str]
    place_mode: Mapped[PlaceMode]
    town_name: Mapped[str]
    address: Mapped[str]  # where it happens; shown to the other side only once confirmed
    price_minor: Mapped[int]
    currency: Mapped[str]
    price_unit: Mapped[PriceUnit]
    total_minor: Mapped[int]
    policy: Mapped[dict[str, Any]]
    # As the offer said: how long before the start its host may still cancel, or move it.
    cancel_notice_minutes: Mapped[int | None]
    reschedule_notice_minutes: Mapped[int | None]
    # Given with consent for this booking alone; never in letters, files or logs; erased afterwards.
    allergies: Mapped[str]
    # The craft's questions as they were asked, each with its answer: see profiles.rules.answers.
    answers: Mapped[list[Any]] = mapped_column(default=list)

    host: Mapped[Member] = relationship(foreign_keys=host_id, lazy="joined", innerjoin=True)
    provider: Mapped[Member] = relationship(foreign_keys=provider_id, lazy="joined", innerjoin=True)
    offer: Mapped[Offer] = relationship()
    hold: Mapped[Hold] = relationship()
    thread: Mapped[Thread] = relationship()
    steps: Mapped[list["BookingStep"]] = relationship(
        back_populates="booking", order_by="BookingStep.id"
    )

    @property
    def times(self) -> Times:
        return Times(self.answer_by, self.starts_at, self.ends_at)

    def state_now(self, now: datetime) -> BookingState:
        return state_at(self.state, self.times, now)

    def side_of(self, member: Member) -> Side:
        """The side of one of its two people; KeyError for anybody else."""
        return {self.host_id: Side.HOST, self.provider_id: Side.PROVIDER}[member.id]

    def other_than(self, member: Member) -> Member:
        return self.provider if member.id == self.host_id else self.host


class BookingStep(Model):
    """One thing that happened to a booking: who, when, from where to where, why."""

    __tablename__ = "booking_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), index=True)
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # None: time did it
    from_state: Mapped[BookingState | None]
    to_state: Mapped[BookingState]
    reason: Mapped[str]
    was_in_time: Mapped[bool | None]  # for cancellations

    booking: Mapped[Booking] = relationship(back_populates="steps")
