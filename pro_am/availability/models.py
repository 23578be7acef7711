"""Calendars, their hours, the holds on them, and a coarse picture of free days for search."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, false, text, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.availability.rules.free_time import Load
from pro_am.foundation.database import Model
from pro_am.foundation.time_slots import TimeSlot


class Calendar(Model):
    __tablename__ = "calendars"
    __table_args__ = (
        CheckConstraint("notice_minutes >= 0 AND horizon_days BETWEEN 1 AND 366", "limits"),
        Index(
            "ix_calendars_main",
            "profile_id",
            unique=True,
            sqlite_where=text("is_main"),
            postgresql_where=text("is_main"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id"), index=True)
    # What its owner calls it, where there are several: "kitchen". The first needs no name.
    name: Mapped[str] = mapped_column(default="", server_default="")
    is_main: Mapped[bool] = mapped_column(default=True, server_default=true())
    time_zone: Mapped[str]
    # Raised by whoever takes time, first thing in their transaction: the claim.
    revision: Mapped[int] = mapped_column(default=0)
    claimed_at: Mapped[datetime | None] = mapped_column(index=True)  # when it was last raised
    notice_minutes: Mapped[int]
    horizon_days: Mapped[int]
    buffer_before_minutes: Mapped[int] = mapped_column(default=0)
    buffer_after_minutes: Mapped[int] = mapped_column(default=0)
    travel_buffer_minutes: Mapped[int] = mapped_column(default=0)  # when the place is the host's
    most_a_day: Mapped[int | None]  # bookings that start on one local day
    # When its owner last said or showed that the hours hold, and was last asked whether they do.
    confirmed_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]  # nobody answered: nothing of it can be booked
    # Its owner has removed it; what took place in it stays.
    removed_at: Mapped[datetime | None]
    # Until when calendars kept elsewhere are known well enough to book at once; None: for ever.
    relied_on_until: Mapped[datetime | None]

    windows: Mapped[list["WeeklyHours"]] = relationship(
        cascade="all, delete-orphan",
        order_by="(WeeklyHours.weekday, WeeklyHours.start_minute)",
        lazy="selectin",
    )
    overrides: Mapped[list["Override"]] = relationship(
        cascade="all, delete-orphan", order_by="Override.day", lazy="selectin"
    )

    def is_relied_on(self, now: datetime) -> bool:
        """Whether calendars kept elsewhere, if any, were read not long ago."""
        return self.relied_on_until is None or now < self.relied_on_until


class WeeklyHours(Model):
    """Open from one minute of a day to another, on the clock of the calendar's zone.

    Every week or every n-th, counted from that of the anchor; on days from one to another.
    """

    __tablename__ = "weekly_hours"

    id: Mapped[int] = mapped_column(primary_key=True)
    calendar_id: Mapped[int] = mapped_column(ForeignKey("calendars.id"), index=True)
    weekday: Mapped[int]  # 0 is Monday
    start_minute: Mapped[int]
    end_minute: Mapped[int]  # at or before the start: on the next day
    capacity: Mapped[int] = mapped_column(default=1)
    every: Mapped[int] = mapped_column(default=1, server_default="1")
    anchor: Mapped[date | None]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]


class Override(Model):
    """Takes the place of the weekly hours that start on one day; without windows it is closed."""

    __tablename__ = "date_overrides"

    calendar_id: Mapped[int] = mapped_column(ForeignKey("calendars.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    windows: Mapped[list[Any]]  # [[start_minute, end_minute, capacity], ...]
    reason: Mapped[str] = mapped_column(default="")


class Hold(Model):
    """Time taken in a calendar, whoever took it; active while not released and not expired."""

    __tablename__ = "holds"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", "times"),
        Index("ix_holds_calendar_time", "calendar_id", "blocks_until", "blocks_from"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    calendar_id: Mapped[int] = mapped_column(ForeignKey("calendars.id"))
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offers.id"))  # what was booked
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    blocks_from: Mapped[datetime]  # with the buffers
    blocks_until: Mapped[datetime]
    seats: Mapped[int | None]  # None: all of them
    expires_at: Mapped[datetime | None]
    released_at: Mapped[datetime | None]
    # Those who come to the same start of the offer share it, and nobody else has the time.
    is_group: Mapped[bool] = mapped_column(default=False, server_default=false())

    @property
    def slot(self) -> TimeSlot:
        return TimeSlot(self.starts_at, self.ends_at)

    @property
    def load(self) -> Load:
        group = (self.offer_id, self.starts_at) if self.is_group else None
        return Load(self.blocks_from, self.blocks_until, self.seats, group)


class BusyTime(Model):
    """A stretch that a calendar kept elsewhere takes; all seats, and nobody knows what for."""

    __tablename__ = "busy_times"
    __table_args__ = (
        CheckConstraint("starts_at < ends_at", "times"),
        Index("ix_busy_times_calendar_time", "calendar_id", "ends_at", "starts_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    calendar_id: Mapped[int] = mapped_column(ForeignKey("calendars.id"))
    source_id: Mapped[int]  # which of them; who keeps these is known above
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]


class FreeDay(Model):
    """Quarter hours of a UTC day in which a calendar may be free: see rules/day_bits.py."""

    __tablename__ = "free_days"

    day: Mapped[date] = mapped_column(primary_key=True)
    calendar_id: Mapped[int] = mapped_column(ForeignKey("calendars.id"), primary_key=True)
    low: Mapped[int] = mapped_column(BigInteger)
    high: Mapped[int] = mapped_column(BigInteger)
