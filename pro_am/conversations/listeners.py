"""Letters about questions, hiding what a moderator has decided to hide; what a member leaves."""

from flask_babel import gettext

from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased
from pro_am.conversations import actions, queries
from pro_am.conversations.events import MessageWritten
from pro_am.foundation import outbox
from pro_am.foundation.events import listen
from pro_am.foundation.topics import Topic
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark
from pro_am.moderation.events import ContentHidden, ContentShownAgain
from pro_am.moderation.rules import Subject

TOPICS = (
    Topic(
        "messages",
        mark("Messages"),
        mark("Somebody writes to you about a booking or an offer."),
    ),
)


def attach() -> None:
    listen(MessageWritten, _message)
    listen(ContentHidden, _hidden)
    listen(ContentShownAgain, _shown_again)
    listen(LeavingConsidered, _considered)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _message(event: MessageWritten) -> None:
    """Whoever had read everything hears of the first new message; not of each one after it."""
    question = queries.question_in(event.message.thread_id)
    if question is None:
        return
    for reader in event.first_unread_by:
        outbox.post(
            reader.address,
            "conversations/message",
            reader=reader,
            author=event.message.author,
            is_question=reader.id != question.asker_id,
            body=event.message.body,
            has_picture=event.message.picture_id is not None,
            url=public_url("inbox.show", language=reader.language, ref=question.public_id),
        )


def _hidden(event: ContentHidden) -> None:
    if event.report.kind is Subject.MESSAGE:
        actions.hide(event.report.ref, hidden=True)


def _shown_again(event: ContentShownAgain) -> None:
    if event.report.kind is Subject.MESSAGE:
        actions.hide(event.report.ref, hidden=False)


def _considered(event: LeavingConsidered) -> None:
    event.stays.append(gettext("The messages that you wrote, for those who got them."))


def _erased(event: MemberErased) -> None:
    actions.let_go_of_pictures(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["messages"] = queries.messages_by(event.member)
