"""A steward says who somebody is."""

from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.words import mark
from pro_am.standing import rules
from pro_am.standing.events import IdentityVerified
from pro_am.standing.models import IdentityCheck
from pro_am.standing.rules import SeenHow


def verify_identity(member: Member, steward: Member, how: SeenHow) -> None:
    """A steward says: I have seen who this is. Saying it again changes nothing."""
    with transaction():
        rules.check_verification(steward_id=steward.id, member_id=member.id)
        if db.session.get(IdentityCheck, member.id):
            return
        db.session.add(
            IdentityCheck(member_id=member.id, steward_id=steward.id, how=how, at=clock.now())
        )
        audit.note(
            mark("identity verified"),
            by=steward.id,
            about=f"member {member.public_id}",
            how=how.value,
        )
        publish(IdentityVerified(member.id))
