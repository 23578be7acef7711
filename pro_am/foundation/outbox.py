"""Letters to send: written in the transaction of the deed, posted later by a worker.

A letter is one Markdown-like template, rendered twice: as plain text, and as HTML. It begins with
`{% set subject = ... %}`; one that people may do without also sets its `topic`. What people typed
goes through `typed(...)`, so that it can never become a link or markup; links are made by
`link(label, url)`.
"""

import re
import string
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import current_app
from flask_babel import force_locale, gettext
from markdown_it import MarkdownIt
from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation import clock, jobs, topics
from pro_am.foundation.database import Model, already_read, db

DELIVER = "notifications.deliver"

_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True})
# Code points that are no characters, and for a program's own use: Unicode 15, section 23.7.
_TYPED, _LINK, _TO, _END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_MARKS = re.compile(f"[{_TYPED}{_LINK}{_TO}{_END}]")
_MARKED = re.compile(f"{_TYPED}([^{_END}]*){_END}|{_LINK}([^{_TO}]*){_TO}([^{_END}]*){_END}")
_PUNCTUATION = re.compile(f"([{re.escape(string.punctuation)}])")


class Letter(Model):
    __tablename__ = "letters"
    __table_args__ = (Index("ix_letters_due", "state", "next_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient: Mapped[str]
    member_id: Mapped[int | None]  # whose mailbox it is; who members are is known above
    topic: Mapped[str | None]  # None: always sent
    language: Mapped[str]
    template: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    attachments: Mapped[list[Any]]
    # waiting -> sending -> sent; failed when given up; unknown when a worker died while sending:
    # SMTP cannot promise exactly once, so those are shown to the operator and never sent again.
    # unwanted when its reader does without its topic by the time it would leave.
    state: Mapped[str] = mapped_column(default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    error: Mapped[str | None]


@dataclass(frozen=True)
class Address:
    """Whom a letter goes to, in which language, and which member that is, if any."""

    email: str
    language: str
    member_id: int | None = None


@dataclass(frozen=True)
class Attachment:
    filename: str
    content_type: str
    text: str


@dataclass(frozen=True)
class Choice:
    """What stands below a letter that its reader may do without."""

    topic: str
    words: str
    url: str


def post(
    to: Address, template: str, *, attachments: tuple[Attachment, ...] = (), **facts: object
) -> None:
    """Write a letter from `templates/emails/<template>.md` inside the transaction of the deed."""
    with force_locale(to.language):
        module = _module(template, facts)
        subject, text, source = str(module.subject), _as_text(module), _as_markdown(module)
        choice = _choice_of(module, to)
        if choice:
            text += f"\n-- \n{choice.words}\n{choice.url}\n"
        # Straight from the environment: what stands around a page is not for letters.
        html = current_app.jinja_env.get_template("layout/letter.html").render(
            subject=subject,
            body=_markdown.render(source),
            language=to.language,
            community_name=current_app.config["COMMUNITY_NAME"],
            choice=choice,
        )
    _ask_for_delivery()
    now = clock.now()
    db.session.add(
        Letter(
            recipient=to.email,
            member_id=to.member_id,
            topic=choice.topic if choice else None,
            language=to.language,
            template=template,
            subject=" ".join(subject.split()),  # no line break may reach a header
            text=text,
            html=html,
            attachments=[vars(each) for each in attachments],
            state="waiting",
            next_at=now,
            created_at=now,
        )
    )


def _ask_for_delivery() -> None:
    """Once for all letters of a transaction."""
    if (read := already_read()).get(Letter) is None:
        jobs.enqueue(DELIVER, key="all")
        read[Letter] = DELIVER


def _module(template: str, facts: dict[str, object]) -> Any:
    """The letter as Jinja made it: its text, and what it sets, as attributes.

    It is drawn once for both forms: what was typed, and links, stand between marks.
    """

    def typed(text: object) -> str:
        return f"{_TYPED}{_MARKS.sub('', str(text))}{_END}"

    def link(label: str, url: str) -> str:
        return f"{_LINK}{_MARKS.sub('', label)}{_TO}{url}{_END}"

    environment = current_app.jinja_env
    return environment.get_template(f"emails/{template}.md").make_module(
        {**facts, "typed": typed, "link": link}
    )


def _as_text(module: Any) -> str:
    return _body(_MARKED.sub(lambda found: "\n".join(filter(None, found.groups())), str(module)))


def _as_markdown(module: Any) -> str:
    return _body(_MARKED.sub(_marked_down, str(module)))


def _marked_down(found: re.Match[str]) -> str:
    typed, label, url = found.groups()
    if label is None:
        return _without_markup(typed)
    return f"[{_without_markup(label)}](<{url}>)"


def _body(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _choice_of(module: Any, to: Address) -> Choice | None:
    """How its reader does without such letters, when it has a topic and they are a member."""
    key = getattr(module, "topic", None)
    if not key or to.member_id is None:
        return None
    topic = topics.known_topics()[str(key)]
    words = gettext("Send me no more of these letters: %(topic)s", topic=gettext(topic.name))
    return Choice(topic.key, words, topics.way_out(to.member_id, topic.key))


def _without_markup(text: str) -> str:
    """Markdown that shows the text as it is: no mark, and no line that begins with a space.

    CommonMark 0.31, sections 2.4 (any punctuation may be escaped) and 4.4 (indented code).
    """
    return "\n".join(_PUNCTUATION.sub(r"\\\1", line.strip()) for line in text.splitlines())
