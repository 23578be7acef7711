"""What was done or written once, and is not again: forms sent twice, letters of a week."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class ProgrammeAct(Model):
    """A form that was sent: the second time it does nothing."""

    __tablename__ = "programme_acts"
    __table_args__ = (UniqueConstraint("by_id", "idempotency_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    idempotency_key: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)


class WeekLetter(Model):
    """Written in the transaction of the letter that brings a week to its client."""

    __tablename__ = "programme_week_letters"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), primary_key=True)
    monday: Mapped[date] = mapped_column(primary_key=True)
    written_at: Mapped[datetime]
    # No foreign key: letters that have left are forgotten one day.
    letter_id: Mapped[int | None]


class CoachLetter(Model):
    """The letter of a day that tells a coach of one client's news."""

    __tablename__ = "programme_coach_letters"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)  # in the coach's zone
    written_at: Mapped[datetime]
    letter_id: Mapped[int | None]
