"""A friend whom a client has asked, and what they cheered."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.supporters.rules.life import OPEN, SupporterState


class Supporter(Model):
    """One address of one client, however often it was asked: the row is used again."""

    __tablename__ = "supporters"
    __table_args__ = (
        UniqueConstraint("client_id", "address_mark"),
        Index("ix_supporters_asked", "state", "asked_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    name: Mapped[str]  # as the client calls them
    email: Mapped[str | None]  # forgotten when it is of no more use
    address_mark: Mapped[str]  # fingerprint of the address, which stays
    link_key: Mapped[str] = mapped_column(
        unique=True
    )  # in their signed address; new, it ends those
    language: Mapped[str]
    state: Mapped[SupporterState]
    sees: Mapped[list[Any]]  # rules.sight.Field, by value
    asked_at: Mapped[datetime]
    ask_letter_id: Mapped[int | None]
    reminded_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]  # when they last let the client know that they read

    client: Mapped[Member] = relationship(lazy="joined", innerjoin=True)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_following(self) -> bool:
        return self.state is SupporterState.FOLLOWING


class AsksNobody(Model):
    """Somebody who wants to be asked by nobody here, known by a fingerprint alone."""

    __tablename__ = "asks_nobody"

    address_mark: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]


class Cheer(Model):
    """One a day, on the calendar of the client."""

    __tablename__ = "cheers"
    __table_args__ = (UniqueConstraint("supporter_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporters.id"))
    day: Mapped[date]
    at: Mapped[datetime]
    words: Mapped[str]

    supporter: Mapped[Supporter] = relationship(lazy="joined", innerjoin=True)
