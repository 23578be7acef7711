"""Verified identities, standings, levels, and scores with the parts they add up from."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.standing.rules import ReviewedAs, SeenHow
from pro_am.standing.rules.levels import Level
from pro_am.standing.rules.unlocks import HeldLevel

SCORES = "scores"  # their revision rises whenever they are written down


class IdentityCheck(Model):
    """A steward has seen that this account is one real person."""

    __tablename__ = "identity_checks"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    steward_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    how: Mapped[SeenHow]
    at: Mapped[datetime]

    steward: Mapped[Member] = relationship(foreign_keys=steward_id)


class Standing(Model):
    """How sure the community is that this is a real, known person: 0 to 1."""

    __tablename__ = "standings"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    standing: Mapped[float]
    # Identity evidence from settled bookings with people who were known the day before.
    from_meetings: Mapped[float] = mapped_column(server_default=text("0"))
    computed_at: Mapped[datetime]


class Score(Model):
    """The score of a member in one role. Unproven members have a row without numbers."""

    __tablename__ = "scores"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    role: Mapped[ReviewedAs] = mapped_column(primary_key=True)
    score: Mapped[float | None]  # 0 to 100; None is unproven
    low: Mapped[float | None]  # 80 % interval of the share of good evidence, 0 to 1
    high: Mapped[float | None]
    evidence: Mapped[float]  # N: the weight of all reviews
    parts: Mapped[dict[str, Any]]  # points by part; with the base they add up to the score
    moved_most: Mapped[list[Any]]  # [[review id, points], ...], the strongest first
    # What the parts follow from, by the formula's letters: a, b, n0, T, span_days, stake, standing.
    figures: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    version: Mapped[str]
    computed_at: Mapped[datetime] = mapped_column(index=True)  # what was computed of late

    @property
    def is_proven(self) -> bool:
        return self.score is not None


class MemberLevel(Model):
    """The level of a member, as last computed; see rules.unlocks for when it rises and falls."""

    __tablename__ = "member_levels"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    level: Mapped[int]
    earned: Mapped[int]
    since: Mapped[datetime]
    below_since: Mapped[datetime | None]  # since when less is earned than held

    @property
    def held(self) -> HeldLevel:
        return HeldLevel(Level(self.level), Level(self.earned), self.since, self.below_since)
