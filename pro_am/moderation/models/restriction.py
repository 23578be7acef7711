"""Restrictions with their reasons, and what becomes of them when they are contested."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.moderation.models.report import Report
from pro_am.moderation.rules import Subject
from pro_am.moderation.rules.appeals import Answer, Panel
from pro_am.moderation.rules.restrictions import Ending, Kind, Role, Rule


class Restriction(Model):
    """What was taken from a member, and the statement of reasons that they read."""

    __tablename__ = "restrictions"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    kind: Mapped[Kind]
    rule: Mapped[Rule]
    # What it is about, where that is one thing, and what it said at the time.
    subject: Mapped[Subject | None]
    ref: Mapped[str] = mapped_column(default="")
    quoted: Mapped[str] = mapped_column(default="")
    report_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id"), index=True)
    other_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # whom it protects
    words_fr: Mapped[str]  # the facts that were gone by
    words_en: Mapped[str]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # None: by a rule
    by_role: Mapped[Role]
    is_alone: Mapped[bool] = mapped_column(default=False)  # by the operator, for lack of stewards
    made_at: Mapped[datetime]
    # An exclusion begins when a second person agrees.
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    began_at: Mapped[datetime | None]
    until: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ending: Mapped[Ending | None]
    # A rule has decided: by then a person looks.
    look_by: Mapped[datetime | None]
    looked_at: Mapped[datetime | None]
    looked_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))

    member: Mapped[Member] = relationship(foreign_keys=member_id, lazy="joined", innerjoin=True)
    report: Mapped[Report | None] = relationship()
    appeal: Mapped["Appeal | None"] = relationship(back_populates="restriction")

    def words_in(self, language: str) -> str:
        return self.words_fr if language == "fr" else self.words_en

    @property
    def waits_for_second(self) -> bool:
        return self.began_at is None and self.ended_at is None

    @property
    def waits_for_look(self) -> bool:
        return self.look_by is not None and self.looked_at is None and self.ended_at is None


class Appeal(Model):
    """A member contests a restriction: once, in their own words."""

    __tablename__ = "appeals"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    restriction_id: Mapped[int] = mapped_column(ForeignKey("restrictions.id"), unique=True)
    words: Mapped[str]
    made_at: Mapped[datetime]
    answer_by: Mapped[datetime]
    answer: Mapped[Answer | None]
    answered_at: Mapped[datetime | None] = mapped_column(index=True)
    panel: Mapped[Panel | None]  # who has answered it in the end

    restriction: Mapped[Restriction] = relationship(
        back_populates="appeal", lazy="joined", innerjoin=True
    )
    votes: Mapped[list["AppealVote"]] = relationship(order_by="AppealVote.at")


class AppealVote(Model):
    """What one steward, or the operator, says to an appeal; never changed."""

    __tablename__ = "appeal_votes"

    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), primary_key=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    at: Mapped[datetime]
    answer: Mapped[Answer]
    words_fr: Mapped[str]
    words_en: Mapped[str]

    by: Mapped[Member] = relationship()

    def words_in(self, language: str) -> str:
        return self.words_fr if language == "fr" else self.words_en
