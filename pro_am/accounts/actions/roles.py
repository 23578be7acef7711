"""Giving roles, and taking them back."""

from pro_am.accounts import rules
from pro_am.accounts.actions.noting import note
from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.rules import Role
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.words import mark


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
            note(mark("role granted"), member, by, role=role.value)


def withdraw_role(member: Member, role: Role, *, by: Member) -> None:
    with transaction():
        rules.check_oversight(admin_id=by.id, member_id=member.id)
        held = db.session.get(MemberRole, (member.id, role))
        if held:
            db.session.delete(held)
            note(mark("role withdrawn"), member, by, role=role.value)
