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
    # What om is made of beside its author; see rules.incremental.records for these and the next.
    fading: Mapped[float] = mapped_column(server_default=text("0"))
    lasting: Mapped[float] = mapped_column(server_default=text("0"))
    clique: Mapped[float] = mapped_column(server_default=text("1"))
    computed_at: Mapped[datetime]


class TrustMember(Model):
    """What an update of trust needs to know of a member beside their standing."""

    __tablename__ = "trust_members"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    weighed: Mapped[float]
    phi: Mapped[list[Any]]  # of each round
    agreed: Mapped[list[Any]]
    compared: Mapped[list[Any]]
    first_day: Mapped[float | None]  # None: they wrote no review that counts
    harm: Mapped[float]
    stake: Mapped[float]


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
