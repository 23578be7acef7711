"""An SOS, whom it was told, what they answered; and what a client has settled beforehand."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.sos.rules.words import AnswerKind, Pick, SosEnding
from pro_am.supporters.models import Supporter


class Sos(Model):
    """One call of one client to the friends who follow them at that moment."""

    __tablename__ = "sos_calls"
    __table_args__ = (
        UniqueConstraint("client_id", "idempotency_key"),
        Index("ix_sos_calls_client", "client_id", "at"),
        Index("ix_sos_calls_at", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    idempotency_key: Mapped[str]
    at: Mapped[datetime]
    pick: Mapped[Pick | None]
    words: Mapped[str]  # their own, beside or instead of what they picked
    shows_numbers: Mapped[bool]  # words of distress were in it
    coach_sees: Mapped[bool]  # as the client had chosen when they called
    offered_at: Mapped[datetime | None]  # nobody had answered: a letter offered to call somebody
    ended_at: Mapped[datetime | None]
    ending: Mapped[SosEnding | None]

    client: Mapped[Member] = relationship(lazy="joined", innerjoin=True)
    told: Mapped[list["Told"]] = relationship(back_populates="sos", order_by="Told.id")


class Told(Model):
    """A friend who gets it: their letter, and what they answered."""

    __tablename__ = "sos_told"
    __table_args__ = (UniqueConstraint("sos_id", "supporter_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sos_id: Mapped[int] = mapped_column(ForeignKey("sos_calls.id"))
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporters.id"))
    letter_id: Mapped[int]  # forgotten before this row is

    sos: Mapped[Sos] = relationship(back_populates="told", lazy="joined", innerjoin=True)
    supporter: Mapped[Supporter] = relationship(lazy="joined", innerjoin=True)
    answers: Mapped[list["SosAnswer"]] = relationship(
        back_populates="told", order_by="SosAnswer.id"
    )


class SosAnswer(Model):
    """What one tap says, a friend says once; in their own words, more often."""

    __tablename__ = "sos_answers"
    __table_args__ = (UniqueConstraint("told_id", "idempotency_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    told_id: Mapped[int] = mapped_column(ForeignKey("sos_told.id"))
    idempotency_key: Mapped[str]
    at: Mapped[datetime]
    kind: Mapped[AnswerKind]
    words: Mapped[str]

    told: Mapped[Told] = relationship(back_populates="answers")


class SosChoices(Model):
    """What a client settles in a quiet hour."""

    __tablename__ = "sos_choices"

    member_id: Mapped[int] = mapped_column(
        ForeignKey("members.id"), primary_key=True, autoincrement=False
    )
    phone: Mapped[str]  # their own, for friends who ring; may be empty
    coach_sees: Mapped[bool]
    numbers: Mapped[list[Any]]  # of [name, telephone]: whom they can ring themselves
