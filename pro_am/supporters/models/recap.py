"""When a client's weeks are told, and to whom which week was."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model
from pro_am.supporters.rules.rhythm import Rhythm


class RecapRhythm(Model):
    """One row of each client who ever asked a friend; whoever composes takes it first."""

    __tablename__ = "recap_rhythms"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", "weekday"),
        CheckConstraint("minute BETWEEN 0 AND 1439", "minute"),
    )

    client_id: Mapped[int] = mapped_column(
        ForeignKey("members.id"), primary_key=True, autoincrement=False
    )
    weekday: Mapped[int]
    minute: Mapped[int]
    time_zone: Mapped[str]
    next_at: Mapped[datetime] = mapped_column(index=True)  # worked out from the others
    not_told: Mapped[date | None]  # the Monday of the week that the client keeps to themselves

    @property
    def rhythm(self) -> Rhythm:
        return Rhythm(self.weekday, self.minute, self.time_zone)


class Recap(Model):
    """A week that was told to a friend: never twice, since this row is there once.

    It is written in the transaction that queues the letter, whose state says what became of it.
    """

    __tablename__ = "recaps"
    __table_args__ = (UniqueConstraint("supporter_id", "monday"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporters.id"))
    monday: Mapped[date]
    at: Mapped[datetime]
    letter_id: Mapped[int | None]  # letters are forgotten earlier than this


class QuietWeek(Model):
    """A week with nothing to tell, of which the client has heard."""

    __tablename__ = "quiet_weeks"

    client_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    monday: Mapped[date] = mapped_column(primary_key=True)
