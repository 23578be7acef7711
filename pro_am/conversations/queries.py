"""Reading threads. Each query starts from a member, so nobody reads what others wrote."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Select, bindparam, func, or_, select

from pro_am.accounts.models import Member
from pro_am.conversations.models import Message, Question, ThreadMember
from pro_am.foundation.database import already_read, db
from pro_am.media.models import Picture
from pro_am.media.rules import PRIVATE
from pro_am.profiles.models import Profile

# The tables, not the models: half the price, on every page of a member.
_messages, _places = Message.__table__, ThreadMember.__table__
_UNREAD = (
    select(_messages.c.thread_id)
    .distinct()
    .join(_places, _places.c.thread_id == _messages.c.thread_id)
    .where(
        _places.c.member_id == bindparam("member_id"),
        _messages.c.author_id != bindparam("member_id"),
        or_(_places.c.read_at.is_(None), _messages.c.at > _places.c.read_at),
    )
)


def messages_in(thread_id: int) -> list[Message]:
    return list(
        db.session.scalars(
            select(Message).where(Message.thread_id == thread_id).order_by(Message.id)
        )
    )


def latest_in(thread_id: int, limit: int, *, before: Message | None = None) -> list[Message]:
    """The last messages of a thread, or those before one of them; the oldest first."""
    found = select(Message).where(Message.thread_id == thread_id)
    if before:
        found = found.where(Message.id < before.id)
    return list(db.session.scalars(found.order_by(Message.id.desc()).limit(limit)))[::-1]


def messages_around(message: Message, count: int) -> list[Message]:
    """A message with some before and after it: for moderators, when it was reported."""
    after = select(Message).where(Message.thread_id == message.thread_id, Message.id > message.id)
    return [
        *latest_in(message.thread_id, count, before=message),
        message,
        *db.session.scalars(after.order_by(Message.id).limit(count)),
    ]


def message_with(public_id: str) -> Message | None:
    """Any message: for moderators, and for what they decide."""
    return db.session.scalar(select(Message).where(Message.public_id == public_id))


def message_of(member: Member, public_id: str) -> Message | None:
    """A message in one of this member's threads."""
    return db.session.scalar(
        select(Message)
        .join(ThreadMember, ThreadMember.thread_id == Message.thread_id)
        .where(Message.public_id == public_id, ThreadMember.member_id == member.id)
    )


def picture_in(thread_id: int, public_id: str) -> Picture | None:
    """A picture that somebody sent in this thread, unless a moderator has hidden it."""
    return db.session.scalar(
        select(Picture)
        .join(Message, Message.picture_id == Picture.id)
        .where(
            Message.thread_id == thread_id,
            Message.hidden_at.is_(None),
            Picture.public_id == public_id,
        )
    )


def unsent_picture(owner: Member, public_id: str) -> Picture | None:
    """A picture this member has uploaded for a message that is not sent yet."""
    return db.session.scalar(
        _unsent().where(Picture.owner_id == owner.id, Picture.public_id == public_id)
    )


def pictures_left_over(before: datetime) -> list[Picture]:
    return list(db.session.scalars(_unsent().where(Picture.created_at < before)))


def place_in(thread_id: int, member: Member) -> ThreadMember | None:
    return db.session.get(ThreadMember, (thread_id, member.id))


def places_in(thread_id: int) -> list[ThreadMember]:
    return list(db.session.scalars(select(ThreadMember).where(ThreadMember.thread_id == thread_id)))


def others_in(thread_id: int, member: Member) -> list[ThreadMember]:
    return list(
        db.session.scalars(
            select(ThreadMember).where(
                ThreadMember.thread_id == thread_id, ThreadMember.member_id != member.id
            )
        )
    )


def question_of(member: Member, public_id: str) -> Question | None:
    """A question of this member, or to them."""
    return db.session.scalar(
        select(Question)
        .join(ThreadMember, ThreadMember.thread_id == Question.thread_id)
        .where(Question.public_id == public_id, ThreadMember.member_id == member.id)
    )


def question_in(thread_id: int) -> Question | None:
    return db.session.get(Question, thread_id)


def question_to(asker: Member, profile: Profile) -> Question | None:
    return db.session.scalar(
        select(Question).where(Question.asker_id == asker.id, Question.profile_id == profile.id)
    )


def questions_since(asker: Member, since: datetime) -> int:
    counted = select(func.count()).where(Question.asker_id == asker.id, Question.asked_at > since)
    return db.session.scalar(counted) or 0


def unread_threads(member: Member) -> set[int]:
    """Threads with messages by others that this member has not seen; every page shows how many."""
    read, key = already_read(), (ThreadMember, member.id)
    if key not in read:
        read[key] = set(db.session.scalars(_UNREAD, {"member_id": member.id}))
    found: set[int] = read[key]
    return found


def unread_count(member: Member) -> int:
    return len(unread_threads(member))


def has_unread(member: Member, thread_id: int) -> bool:
    """The same of one thread, as it is within a transaction that writes into it."""
    in_thread = _UNREAD.where(_messages.c.thread_id == thread_id)
    return db.session.scalar(in_thread, {"member_id": member.id}) is not None


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


def _unsent() -> Select[Picture]:
    sent = select(Message.id).where(Message.picture_id == Picture.id)
    return select(Picture).where(Picture.public_id.startswith(PRIVATE), ~sent.exists())
