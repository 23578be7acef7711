"""Members as a list, and all that is known of one."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased, selectinload

from pro_am.accounts.models import Member, MemberRole, SignedInSession
from pro_am.accounts.rules import Role
from pro_am.admin.queries import Rows
from pro_am.foundation.database import db
from pro_am.profiles.models import Profile
from pro_am.profiles.rules import Publication
from pro_am.standing.models import IdentityCheck

PER_PAGE = 50


@dataclass(frozen=True)
class Facts:
    """What the page of a member says beside the member's own row."""

    member: Member
    slug: str | None
    publication: Publication | None
    verified_at: datetime | None
    verified_by: str | None
    sessions: int


def found(words: str, before: int | None) -> Rows:
    """The latest first; by a part of the name, or of the address, which is not shown."""
    rows = select(
        Member.id,
        Member.public_id,
        Member.name,
        Member.created_at,
        Member.email_confirmed_at,
        Member.suspended_at,
    )
    if words:
        rows = rows.where(
            or_(
                Member.name.icontains(words, autoescape=True),
                Member.email.icontains(words, autoescape=True),
            )
        )
    if before is not None:
        rows = rows.where(Member.id < before)
    return db.session.execute(rows.order_by(Member.id.desc()).limit(PER_PAGE + 1)).all()


def roles_of(member_ids: Collection[int]) -> dict[int, list[Role]]:
    rows = db.session.execute(
        select(MemberRole.member_id, MemberRole.role)
        .where(MemberRole.member_id.in_(member_ids))
        .order_by(MemberRole.role)
    )
    held: dict[int, list[Role]] = defaultdict(list)
    for member_id, role in rows:
        held[member_id].append(role)
    return held


def facts_of(public_id: str) -> Facts | None:
    steward = aliased(Member)
    sessions = (
        select(func.count())
        .where(SignedInSession.member_id == Member.id)
        .correlate(Member)
        .scalar_subquery()
    )
    row = db.session.execute(
        select(Member, Profile.slug, Profile.state, IdentityCheck.at, steward.name, sessions)
        .outerjoin(Profile, Profile.member_id == Member.id)
        .outerjoin(IdentityCheck, IdentityCheck.member_id == Member.id)
        .outerjoin(steward, steward.id == IdentityCheck.steward_id)
        .where(Member.public_id == public_id)
        .options(selectinload(Member.roles))
    ).one_or_none()
    return Facts(*row) if row else None
