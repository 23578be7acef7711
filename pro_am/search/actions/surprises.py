"""Whether a member likes surprises among their results."""

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.search.models import NoSurprises


def want_surprises(member: Member, *, wanted: bool) -> None:
    """Whether one of a member's first ten results may be unlike what they usually book."""
    with transaction():
        known = db.session.get(NoSurprises, member.id)
        if wanted and known:
            db.session.delete(known)
        if not wanted and not known:
            db.session.add(NoSurprises(member_id=member.id, since=clock.now()))


def forget_member(member: Member) -> None:
    want_surprises(member, wanted=True)
