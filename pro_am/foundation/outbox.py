"""Letters to send: written in the transaction of the deed, posted later by a worker.

A letter is one template, drawn once: as it stands it is the plain text, and its paragraphs, lines
and links become the HTML. It begins with `{% set subject = ... %}`; one that people may do without
also sets its `topic`. What people typed goes through `typed(...)`, so that it can never become a
link. Links are made by `link(label, url)`, which alone in its paragraph is the letter's button;
`button(label, url)` is a larger one, of which there may be several, and `bars(rows)` is a chart
of (label, share from 0 to 1 or None, words), with no picture. How they look: letter_form.py.
"""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, cast

from flask import current_app
from flask_babel import force_locale, gettext
from sqlalchemy import CursorResult, Index, Table, insert, update
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation import clock, jobs, topics
from pro_am.foundation.database import Model, already_read, db
from pro_am.foundation.letter_form import Drawn, draw

DELIVER = "notifications.deliver"
DELIVER_URGENT = "notifications.deliver_urgent"


class Haste(enum.IntEnum):
    """Which letters leave first."""

    URGENT = 0  # somebody needs an answer in the next minutes
    USUAL = 1
    BULK = 2  # one of many alike


class Letter(Model):
    __tablename__ = "letters"
    __table_args__ = (
        Index("ix_letters_due", "state", "next_at"),
        Index("ix_letters_haste", "haste", "state", "next_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient: Mapped[str]
    member_id: Mapped[int | None]  # whose mailbox it is; who members are is known above
    topic: Mapped[str | None]  # None: always sent
    way_out: Mapped[str | None]  # where somebody without an account ends such letters in one click
    haste: Mapped[int] = mapped_column(default=Haste.USUAL, server_default=str(int(Haste.USUAL)))
    language: Mapped[str]
    template: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    attachments: Mapped[list[Any]]
    # waiting -> sending -> sent; failed when given up; unknown when a worker died while sending:
    # SMTP cannot promise exactly once, so those are shown to the operator and never sent again.
    # unwanted when its reader does without its topic by the time it would leave; undeliverable when
    # the mailbox is known to take none.
    state: Mapped[str] = mapped_column(default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    error: Mapped[str | None]


_AT_ONCE = 900  # values in one statement, which SQLite bounds
# The table, not the model: half the price, and nobody reads it in the same breath.
_WRITE = insert(cast(Table, Letter.__table__))


@dataclass(frozen=True)
class Address:
    """Whom a letter goes to, in which language, and which member that is, if any."""

    email: str
    language: str
    member_id: int | None = None
    # Of somebody without an account: the address where one POST (RFC 8058) ends such letters.
    way_out: str | None = None


@dataclass(frozen=True)
class Attachment:
    filename: str
    content_type: str
    text: str


@dataclass(frozen=True)
class Choice:
    """What stands below a letter that its reader may do without."""

    topic: str | None
    words: str
    url: str


class Sheet(NamedTuple):
    """A letter as its reader gets it, before it is sent."""

    topic: str | None
    subject: str
    text: str
    html: str


def post(
    to: Address,
    template: str,
    *,
    attachments: tuple[Attachment, ...] = (),
    haste: Haste = Haste.USUAL,
    **facts: object,
) -> int:
    """Write a letter from `templates/emails/<template>.md` inside the transaction of the deed.

    Return its id, for whoever wants to know what becomes of it.
    """
    sheet = draw_for(to, template, **facts)
    _ask_for_delivery(DELIVER_URGENT if haste is Haste.URGENT else DELIVER)
    now = clock.now()
    written = db.session.execute(
        _WRITE,
        {
            "recipient": to.email,
            "member_id": to.member_id,
            "way_out": to.way_out,
            "language": to.language,
            "template": template,
            **sheet._asdict(),
            "attachments": [vars(each) for each in attachments],
            "haste": haste,
            "next_at": now,
            "created_at": now,
        },
    )
    assert isinstance(written, CursorResult)  # noqa: S101 - what an INSERT returns
    key = written.inserted_primary_key
    assert key is not None  # noqa: S101 - of one row
    return int(key[0])


def draw_for(to: Address, template: str, **facts: object) -> Sheet:
    """What `post` would write."""
    with force_locale(to.language):
        drawn = draw(template, facts)
        choice = _choice_of(drawn, to)
        # Straight from the environment: what stands around a page is not for letters.
        html = current_app.jinja_env.get_template("layout/letter.html").render(
            subject=drawn.subject,
            preview=drawn.preview,
            body=drawn.html,
            language=to.language,
            community_name=current_app.config["COMMUNITY_NAME"],
            choice=choice,
        )
        text = drawn.text
    if choice:
        text += f"\n-- \n{choice.words}\n{choice.url}\n"
    return Sheet(choice.topic if choice else None, drawn.subject, text, html)


def take_back(letter_ids: Iterable[int | None]) -> None:
    """Those of them that have not left never do: their reader wants, or may have, them no more."""
    ids = [each for each in letter_ids if each is not None]
    for start in range(0, len(ids), _AT_ONCE):
        some = Letter.id.in_(ids[start : start + _AT_ONCE])
        waiting = update(Letter).where(some, Letter.state == "waiting")
        db.session.execute(waiting.values(state="unwanted"))


def _ask_for_delivery(kind: str) -> None:
    """Once for all letters of a transaction."""
    if (read := already_read()).get(kind) is None:
        jobs.enqueue(kind, key="all")
        read[kind] = True


def _choice_of(drawn: Drawn, to: Address) -> Choice | None:
    """How its reader does without such letters: by its topic, when they are a member."""
    if to.way_out:
        return Choice(None, gettext("Send me no more of these letters"), to.way_out)
    if drawn.topic is None or to.member_id is None:
        return None
    topic = topics.known_topics()[drawn.topic]
    words = gettext("Send me no more of these letters: %(topic)s", topic=gettext(topic.name))
    return Choice(topic.key, words, topics.way_out(to.member_id, topic.key))
