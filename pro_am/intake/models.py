"""Questionnaires in their versions, what members answered, and what they said of their health."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.profiles.models import Craft


class Questionnaire(Model):
    """One version of what a craft asks those who look for somebody; it never changes.

    The highest number is the one that is asked; without questions the craft asks nothing.
    """

    __tablename__ = "questionnaires"
    __table_args__ = (
        UniqueConstraint("craft_id", "number"),
        CheckConstraint("number >= 1", "number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    craft_id: Mapped[int] = mapped_column(ForeignKey("crafts.id"))
    number: Mapped[int]
    questions: Mapped[list[Any]]  # rows of rules.questions
    written_at: Mapped[datetime]

    craft: Mapped[Craft] = relationship(lazy="joined", innerjoin=True)


class GoalProfile(Model):
    """What a member is after in a craft: their answers, to the version they answered."""

    __tablename__ = "goal_profiles"
    __table_args__ = (UniqueConstraint("member_id", "craft_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    craft_id: Mapped[int] = mapped_column(ForeignKey("crafts.id"), index=True)
    questionnaire_id: Mapped[int] = mapped_column(ForeignKey("questionnaires.id"), index=True)
    answers: Mapped[dict[str, Any]]  # nothing of health
    # Whether a coach reads it from the request on, and not from their yes.
    shown_on_request: Mapped[bool] = mapped_column(default=False, server_default=false())
    begun_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    member: Mapped[Member] = relationship()
    questionnaire: Mapped[Questionnaire] = relationship(lazy="joined", innerjoin=True)
    health: Mapped["HealthNotes | None"] = relationship(
        back_populates="profile", lazy="joined", cascade="all, delete-orphan"
    )


class HealthNotes(Model):
    """Answers about health; the row is there while its member agrees, and not a moment longer."""

    __tablename__ = "goal_health_notes"

    goal_profile_id: Mapped[int] = mapped_column(ForeignKey("goal_profiles.id"), primary_key=True)
    answers: Mapped[dict[str, Any]]
    agreed_at: Mapped[datetime]

    profile: Mapped[GoalProfile] = relationship(back_populates="health")
