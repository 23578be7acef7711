"""Reports, what moderators did with them, blocks, and pauses in writing."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.moderation.rules import Deed, Outcome, Reason, Subject


class Report(Model):
    """Somebody says that something is wrong. What it said at the time is copied in."""

    __tablename__ = "reports"
    __table_args__ = (
        UniqueConstraint("reporter_id", "idempotency_key"),
        CheckConstraint("reporter_id <> owner_id", "two_members"),
        Index("ix_reports_queue", "decided_at", "severity", "created_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    idempotency_key: Mapped[str]
    reporter_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    owner_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    kind: Mapped[Subject]
    ref: Mapped[str]  # its public id or slug
    quoted: Mapped[str]  # as it was when it was reported
    reason: Mapped[Reason]
    severity: Mapped[int]
    words: Mapped[str]  # by the reporter, for moderators alone
    created_at: Mapped[datetime]
    # A decision is tentative for half an hour, then both people are told and it stands.
    outcome: Mapped[Outcome | None]
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    words_fr: Mapped[str]  # by the moderator, for both people
    words_en: Mapped[str]
    told_at: Mapped[datetime | None]

    reporter: Mapped[Member] = relationship(foreign_keys=reporter_id, lazy="joined", innerjoin=True)
    owner: Mapped[Member] = relationship(foreign_keys=owner_id, lazy="joined", innerjoin=True)

    def words_in(self, language: str) -> str:
        return self.words_fr if language == "fr" else self.words_en


class ReportDeed(Model):
    """One thing a moderator did with a report; never changed."""

    __tablename__ = "report_deeds"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]
    deed: Mapped[Deed]
    outcome: Mapped[Outcome | None]

    by: Mapped[Member] = relationship()
    report: Mapped[Report] = relationship()


class Block(Model):
    """One of two people wants nothing more to do with the other; it works both ways."""

    __tablename__ = "blocks"

    blocker_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    blocked_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True, index=True)
    at: Mapped[datetime]

    blocked: Mapped[Member] = relationship(foreign_keys=blocked_id, lazy="joined", innerjoin=True)


class WritingPause(Model):
    __tablename__ = "writing_pauses"

    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    until: Mapped[datetime]
