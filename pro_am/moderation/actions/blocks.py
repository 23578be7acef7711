"""Two people who want nothing more to do with each other."""

from sqlalchemy import delete, or_

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.moderation import queries, rules
from pro_am.moderation.actions.claiming import one_at_a_time
from pro_am.moderation.events import MemberBlocked
from pro_am.moderation.models import Block


def block(blocker: Member, blocked_id: int) -> None:
    """From now on the two cannot write to or book each other. Twice is once."""
    with transaction():
        one_at_a_time(blocker)
        if blocker.id == blocked_id:
            raise rules.Yourself
        if queries.has_blocked(blocker, blocked_id):
            return
        db.session.add(Block(blocker_id=blocker.id, blocked_id=blocked_id, at=clock.now()))
        publish(MemberBlocked(blocker.id, blocked_id))


def unblock(blocker: Member, blocked_id: int) -> None:
    with transaction():
        db.session.execute(
            delete(Block).where(Block.blocker_id == blocker.id, Block.blocked_id == blocked_id)
        )


def forget_blocks(member: Member) -> None:
    """Somebody is erased: nobody need keep away from them any more."""
    with transaction():
        db.session.execute(
            delete(Block).where(or_(Block.blocker_id == member.id, Block.blocked_id == member.id))
        )
