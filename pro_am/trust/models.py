"""What each review weighs, as last computed, and what looked strange in a run."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, text
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class ReviewWeight(Model):
    __tablename__ = "review_weights"

    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), primary_key=True)
    weight: Mapped[float]  # om: 0 means it is read, but does not count
    undecayed: Mapped[float] = mapped_column(server_default=text("0"))  # om before its age counts
    computed_at: Mapped[datetime]


class Alarm(Model):
    """What a run found strange about a member; a person decides what it means."""

    __tablename__ = "alarms"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # the same finding is raised once
    kind: Mapped[str] = mapped_column(String(32))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    reviews: Mapped[list[Any]]  # ids
    figures: Mapped[dict[str, Any]]
    raised_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    words: Mapped[str] = mapped_column(default="")  # of who settled it
