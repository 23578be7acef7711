"""What people do in threads."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.conversations import queries, rules
from pro_am.conversations.events import MessageWritten
from pro_am.conversations.models import Message, Thread, ThreadMember
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish


def open_thread(*members: Member) -> Thread:
    with transaction():
        thread = Thread(created_at=clock.now())
        db.session.add(thread)
        db.session.flush()  # its members need its id
        for member in members:
            db.session.add(ThreadMember(thread_id=thread.id, member_id=member.id))
    return thread


def write(
    thread_id: int, author: Member, body: str, *, idempotency_key: str, announced: bool = True
) -> Message:
    """Write into a thread; the same form sent twice is one message.

    Not announced: the readers learn of it in another way, such as the letter about a request.
    """
    with transaction():
        text = rules.check_body(body)
        known = db.session.scalar(
            select(Message).where(
                Message.author_id == author.id, Message.idempotency_key == idempotency_key
            )
        )
        if known:
            return known
        others = queries.others_in(thread_id, author)
        caught_up = tuple(
            other.member
            for other in others
            if thread_id not in queries.unread_threads(other.member)
        )
        message = Message(
            thread_id=thread_id,
            author_id=author.id,
            idempotency_key=idempotency_key,
            at=clock.now(),
            body=text,
        )
        db.session.add(message)
        if announced:
            publish(MessageWritten(message, caught_up))
    return message


def note_read(thread_id: int, member: Member) -> None:
    """Bookkeeping: everything in the thread until now has been shown to this member."""
    with transaction():
        place = queries.place_in(thread_id, member)
        if place:
            place.read_at = clock.now()
