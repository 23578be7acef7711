"""The password or the address of an account has changed: noted, for what it writes next."""

from pro_am.accounts.models import KeyChange, Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction


def note_key_change(member: Member) -> None:
    with transaction():
        db.session.add(KeyChange(member_id=member.id, at=clock.now()))
