"""What people do in threads."""

from sqlalchemy import select, update

from pro_am.accounts.models import Member
from pro_am.conversations import queries
from pro_am.conversations.events import MessageWritten
from pro_am.conversations.models import Message, Question, Thread, ThreadMember
from pro_am.conversations.rules import messages as rules
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.moderation import queries as moderation
from pro_am.moderation.rules import CannotBeWrittenTo, WritingPaused
from pro_am.profiles.models import Profile


def open_thread(*members: Member) -> Thread:
    with transaction():
        thread = _thread_of(*members)
        db.session.flush()  # so that it has an id
    return thread


def open_with(author: Member, reader: Member, body: str) -> Thread:
    """A thread that begins with a message, of which its reader learns by another letter.

    Without words it begins empty. Whoever asks for it knows whether they have asked before, and
    whether the author may write to the reader.
    """
    with transaction():
        thread = _thread_of(author, reader)
        if body.strip():
            db.session.add(
                Message(
                    thread=thread,
                    author_id=author.id,
                    idempotency_key=ids.public_id(),
                    at=clock.now(),
                    body=rules.check_body(body, has_picture=False),
                )
            )
    return thread


def ask(asker: Member, profile: Profile, body: str, *, idempotency_key: str) -> Question:
    """Ask a pro-am something before any booking; the second question joins the first."""
    with transaction():
        # Two questions at once, from two windows, are one after the other: they share a thread.
        db.session.get_one(Member, asker.id, with_for_update={"key_share": True})
        provider = profile.member
        if provider.id == asker.id:
            raise rules.OwnProfile
        question = queries.question_to(asker, profile)
        if question is None:
            check_may_write(asker, provider)
            if not profile.is_published:
                raise CannotBeWrittenTo(name=provider.first_name)
            rules.check_questions(queries.questions_since(asker, clock.now() - rules.DAY))
            question = Question(
                thread_id=open_thread(asker, provider).id,
                public_id=ids.public_id(),
                asker_id=asker.id,
                profile_id=profile.id,
                asked_at=clock.now(),
            )
            db.session.add(question)
            db.session.flush()  # the letter about its first message links to it
        write(question.thread_id, asker, body, idempotency_key=idempotency_key)
    return question


def write(
    thread_id: int,
    author: Member,
    body: str,
    *,
    idempotency_key: str,
    picture: Picture | None = None,
    announced: bool = True,
) -> Message:
    """Write into a thread; the same form sent twice is one message.

    Not announced: the readers learn of it by another letter, such as the one about a proposal.
    """
    with transaction():
        text = rules.check_body(body, has_picture=picture is not None)
        known = db.session.scalar(
            select(Message).where(
                Message.author_id == author.id, Message.idempotency_key == idempotency_key
            )
        )
        if known:
            return known
        others = queries.others_in(thread_id, author)
        for other in others:
            check_may_write(author, other.member)
        caught_up = tuple(
            other.member
            for other in others
            if announced and not queries.has_unread(other.member, thread_id)
        )
        message = Message(
            thread_id=thread_id,
            author_id=author.id,
            idempotency_key=idempotency_key,
            at=clock.now(),
            body=text,
            picture_id=picture.id if picture else None,
        )
        db.session.add(message)
        if announced:
            publish(MessageWritten(message, caught_up))
    return message


def check_may_write(author: Member, reader: Member) -> None:
    """Raise when a moderator has paused the author, or the two are kept apart."""
    paused_until, kept_apart = moderation.what_bars_writing(author, reader.id, clock.now())
    if paused_until:
        raise WritingPaused
    if kept_apart:
        raise CannotBeWrittenTo(name=reader.first_name)


def note_read(thread_id: int, member: Member) -> None:
    """Bookkeeping: everything in the thread until now has been shown to this member."""
    with transaction():
        place = queries.place_in(thread_id, member)
        if place:
            place.read_at = clock.now()


def hide(public_id: str, *, hidden: bool) -> None:
    """A moderator takes a message out of sight, or lets it be seen again."""
    with transaction():
        message = queries.message_with(public_id)
        if message:
            message.hidden_at = clock.now() if hidden else None


def let_go_of_pictures(author: Member) -> None:
    """What somebody sent goes with them; their words stay."""
    with transaction():
        db.session.execute(
            update(Message).where(Message.author_id == author.id).values(picture_id=None)
        )


def forget_unsent_pictures() -> None:
    """Drop pictures that were chosen for a message which nobody sent."""
    with transaction():
        for picture in queries.pictures_left_over(clock.now() - rules.DAY):
            media.drop_picture(picture)


def _thread_of(*members: Member) -> Thread:
    thread = Thread(created_at=clock.now())
    db.session.add_all(ThreadMember(thread=thread, member_id=member.id) for member in members)
    return thread
