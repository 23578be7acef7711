"""Bookings, and what happened to each of them."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.availability.models import Hold
from pro_am.bookings.rules import start_code
from pro_am.bookings.rules.disputes import Outcome
from pro_am.bookings.rules.life import HAPPENED, BookingState, Side, Times, state_at
from pro_am.bookings.rules.moves import Facts
from pro_am.bookings.rules.no_show import MISSED
from pro_am.bookings.rules.rescheduling import Deed
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
    # A request goes back and forth: whose answer it waits for, since when, after how many
    # counter-proposals.
    awaits: Mapped[Side] = mapped_column(default=Side.PROVIDER, server_default=Side.PROVIDER)
    asked_at: Mapped[datetime | None]  # None: when it was requested
    round: Mapped[int] = mapped_column(default=0, server_default="0")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    time_zone: Mapped[str]  # of the calendar
    answer_by: Mapped[datetime]
    requested_at: Mapped[datetime]
    agreed_at: Mapped[datetime | None]  # since when it stands at this time; empty until then
    people: Mapped[int]
    offer_title: Mapped[str]
    place_mode: Mapped[PlaceMode]
    town_name: Mapped[str]
    address: Mapped[str]  # where it happens; shown to the other side only once confirmed
    price_minor: Mapped[int]
    currency: Mapped[str]
    price_unit: Mapped[PriceUnit]
    total_minor: Mapped[int]
    weeks: Mapped[int | None]  # of a programme, which begins with this booking
    policy: Mapped[dict[str, Any]]
    # As the offer said: how long before the start its host may still cancel, or move it.
    cancel_notice_minutes: Mapped[int | None]
    reschedule_notice_minutes: Mapped[int | None]
    # Given with consent for this booking alone; never in letters, files or logs; erased afterwards.
    allergies: Mapped[str]
    # The craft's questions as they were asked, each with its answer: see profiles.rules.answers.
    answers: Mapped[list[Any]] = mapped_column(default=list)
    start_code: Mapped[str] = mapped_column(default="", server_default="")  # "": begins without
    code_tries: Mapped[int] = mapped_column(default=0, server_default="0")  # wrong ones
    claimed_at: Mapped[datetime | None]  # when one said that the other did not come
    outcome: Mapped[Outcome | None]  # of a dispute

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
        waits_for_code = start_code.is_open(self.start_code, self.code_tries)
        return Times(self.answer_by, self.starts_at, self.ends_at, waits_for_code)

    def state_now(self, now: datetime) -> BookingState:
        return state_at(self.state, self.times, now)

    def facts(self, now: datetime) -> Facts:
        """What decides who may do what with it at this moment."""
        notice = self.cancel_notice_minutes
        return Facts(
            self.state_now(now),
            self.times,
            now,
            awaits=self.awaits,
            round=self.round,
            claimed_at=self.claimed_at,
            cancel_notice=None if notice is None else timedelta(minutes=notice),
        )

    def has_happened(self, now: datetime) -> bool:
        """It has begun, and nobody says otherwise any more."""
        return self.state_now(now) in HAPPENED or self.outcome is Outcome.AS_PLANNED

    @property
    def was_missed(self) -> bool:
        """One of the two was not there."""
        return self.state in MISSED or self.outcome in MISSED

    @property
    def is_without_room(self) -> bool:
        """Refused because its time went to something else, and not by anybody."""
        last = self.steps[-1] if self.steps else None
        return last is not None and last.to_state is BookingState.DECLINED and not last.by_id

    def side_of(self, member: Member) -> Side:
        """The side of one of its two people; KeyError for anybody else."""
        return {self.host_id: Side.HOST, self.provider_id: Side.PROVIDER}[member.id]

    def other_than(self, member: Member) -> Member:
        return self.provider if member.id == self.host_id else self.host


class BookingStep(Model):
    """One thing that happened to a booking: who, when, from where to where, why."""

    __tablename__ = "booking_steps"
    __table_args__ = (
        Index("uq_booking_steps_key", "booking_id", "by_id", "idempotency_key", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), index=True)
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # None: time did it
    from_state: Mapped[BookingState | None]
    to_state: Mapped[BookingState]
    reason: Mapped[str]
    was_in_time: Mapped[bool | None]  # for cancellations, and hosts who move what is agreed
    refund_percent: Mapped[int | None]  # the same
    idempotency_key: Mapped[str | None]  # of the form: sent twice, it is one step
    # What a proposal changed: when it would be, for how many.
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    people: Mapped[int | None]
    deed: Mapped[Deed | None]  # what changed something else than the state
    moved_from: Mapped[datetime | None]
    moved_to: Mapped[datetime | None]

    booking: Mapped[Booking] = relationship(back_populates="steps")
