"""Reading threads."""

from collections.abc import Iterator

from sqlalchemy import or_, select

from pro_am.accounts.models import Member
from pro_am.conversations.models import Message, ThreadMember
from pro_am.foundation.database import db


def messages_in(thread_id: int) -> list[Message]:
    return list(
        db.session.scalars(
            select(Message).where(Message.thread_id == thread_id).order_by(Message.id)
        )
    )


def place_in(thread_id: int, member: Member) -> ThreadMember | None:
    return db.session.get(ThreadMember, (thread_id, member.id))


def others_in(thread_id: int, member: Member) -> list[ThreadMember]:
    return list(
        db.session.scalars(
            select(ThreadMember).where(
                ThreadMember.thread_id == thread_id, ThreadMember.member_id != member.id
            )
        )
    )


def unread_threads(member: Member) -> set[int]:
    """Threads with messages by others that this member has not seen."""
    unread = (
        select(Message.thread_id)
        .join(ThreadMember, ThreadMember.thread_id == Message.thread_id)
        .where(
            ThreadMember.member_id == member.id,
            Message.author_id != member.id,
            or_(ThreadMember.read_at.is_(None), Message.at > ThreadMember.read_at),
        )
    )
    return set(db.session.scalars(unread.distinct()))


def messages_by(member: Member) -> Iterator[dict[str, object]]:
    """What a member's own file says of what they wrote."""
    rows = db.session.execute(
        select(Message.thread_id, Message.at, Message.body)
        .where(Message.author_id == member.id)
        .order_by(Message.id)
        .execution_options(yield_per=500)
    )
    for row in rows:
        yield dict(row._mapping)
