"""What is done to members is written into the audit log."""

from pro_am.accounts.models import Member
from pro_am.foundation import audit


def note(act: str, member: Member, by: Member | None, **facts: object) -> None:
    audit.note(act, by=by.id if by else None, about=f"member {member.public_id}", **facts)
