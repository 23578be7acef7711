"""Accounts that somebody else had, and since when."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model


class Takeover(Model):
    """What the account wrote from `since` until it was said counts for nothing."""

    __tablename__ = "takeovers"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    since: Mapped[datetime]
    said_at: Mapped[datetime]
    said_by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    undone_at: Mapped[datetime | None]  # it was not so: everything counts as before
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))

    member: Mapped[Member] = relationship(foreign_keys=member_id, lazy="joined", innerjoin=True)
