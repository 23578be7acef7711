"""Giving roles."""

from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.rules import Role
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction


def grant_role(member: Member, role: Role, *, by: Member | None) -> None:
    with transaction():
        if not member.has_role(role):
            db.session.add(
                MemberRole(
                    member_id=member.id,
                    role=role,
                    granted_by_id=by.id if by else None,
                    granted_at=clock.now(),
                )
            )
