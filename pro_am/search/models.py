"""What the index has yet to hear of, and what members want of results."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class SearchNews(Model):
    """A profile changed. Written in the transaction of the change, read in order by one worker."""

    __tablename__ = "search_outbox"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - ids must never come again

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id"))


class NoSurprises(Model):
    """A member does without the place in results for something unlike what they usually book."""

    __tablename__ = "no_surprises"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    since: Mapped[datetime]
