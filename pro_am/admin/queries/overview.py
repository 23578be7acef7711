"""What needs a person, in one look."""

import shutil
from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from sqlalchemy import ScalarSelect, func, select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Dispute
from pro_am.foundation import marks
from pro_am.foundation.database import db
from pro_am.foundation.jobs import Job
from pro_am.foundation.marks import Mark
from pro_am.foundation.outbox import Letter
from pro_am.profiles.models import Craft, Profile
from pro_am.profiles.rules import Publication
from pro_am.standing.models import IdentityCheck


@dataclass(frozen=True)
class Counts:
    members: int
    suspended: int
    published: int
    withdrawn: int
    failed_letters: int
    unknown_letters: int
    waiting_letters: int
    failed_jobs: int
    waiting_jobs: int
    unverified_members: int
    unverified_diplomas: int
    disputes: int  # that wait for a moderator
    oldest_letter: datetime | None


def counts() -> Counts:
    """Everything that is counted, in one statement."""
    verified = select(IdentityCheck.member_id)
    row = db.session.execute(
        select(
            _count(Member, Member.email_confirmed_at.is_not(None)),
            _count(Member, Member.suspended_at.is_not(None)),
            _count(Profile, Profile.state == Publication.PUBLISHED),
            _count(Profile, Profile.state == Publication.WITHDRAWN),
            _count(Letter, Letter.state == "failed"),
            _count(Letter, Letter.state == "unknown"),
            _count(Letter, Letter.state == "waiting"),
            _count(Job, Job.state == "failed"),
            _count(Job, Job.state == "waiting"),
            _count(Member, Member.email_confirmed_at.is_not(None), Member.id.not_in(verified)),
            select(func.count())
            .select_from(Profile)
            .join(Craft, Craft.id == Profile.craft_id)
            .where(
                Craft.is_regulated,
                Profile.credential != "",
                Profile.credential_verified_at.is_(None),
            )
            .scalar_subquery(),
            _count(Dispute, Dispute.decided_at.is_(None)),
            select(func.min(Letter.created_at)).where(Letter.state == "waiting").scalar_subquery(),
        )
    ).one()
    return Counts(*(each for each in row))


def all_marks() -> dict[marks.Name, Mark]:
    return marks.all_marks()


@dataclass(frozen=True)
class Disk:
    free: int  # bytes
    total: int

    @property
    def is_short(self) -> bool:
        """Less than a tenth, or less than a gigabyte."""
        return self.free < max(self.total // 10, 10**9)


def disk() -> Disk:
    usage = shutil.disk_usage(current_app.instance_path)
    return Disk(free=usage.free, total=usage.total)


def _count(model: type, *conditions: object) -> ScalarSelect[int]:
    return (
        select(func.count()).select_from(model).where(*conditions).scalar_subquery()  # type: ignore[arg-type]
    )
