"""Saved searches, what they found, and the offers as they were last looked at."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.alerts.rules import Pace
from pro_am.foundation.database import Model


class SavedSearch(Model):
    __tablename__ = "saved_searches"
    __table_args__ = (UniqueConstraint("member_id", "asked"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    name: Mapped[str]
    asked: Mapped[str]  # the query of the address of its results, without order and page
    query: Mapped[dict[str, Any]]  # what that meant when it was saved; it is never changed
    free_from: Mapped[datetime | None]  # when it should begin, if a day was asked
    free_until: Mapped[datetime | None]
    pace: Mapped[Pace]
    letters_since: Mapped[datetime]  # older finds are in no letter
    seen_at: Mapped[datetime]  # older finds are no news
    told_at: Mapped[datetime | None]  # the last letter
    created_at: Mapped[datetime]

    member: Mapped[Member] = relationship(lazy="joined", innerjoin=True)


class Find(Model):
    """An offer that came to fit a saved search: once, whatever becomes of it later."""

    __tablename__ = "saved_search_finds"
    __table_args__ = (Index("ix_saved_search_finds_waiting", "told_at", "found_at"),)

    saved_search_id: Mapped[int] = mapped_column(
        ForeignKey("saved_searches.id", ondelete="CASCADE"), primary_key=True
    )
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), primary_key=True, index=True)
    found_at: Mapped[datetime]
    told_at: Mapped[datetime | None]


class LookedAt(Model):
    """A public offer as the saved searches saw it last, to know what is new about it."""

    __tablename__ = "looked_at_offers"

    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"), primary_key=True)
    document: Mapped[dict[str, Any]]


class Lookout(Model):
    """How far the outbox of search was read. One row, which whoever reads on takes first."""

    __tablename__ = "lookouts"

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    has_begun: Mapped[bool]  # whether all offers that there were have been looked at
