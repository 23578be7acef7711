"""Sending letters: the claim is committed before the letter leaves, so none leaves twice."""

import logging
import smtplib
import ssl
from contextlib import closing, suppress
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, make_msgid
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from flask import current_app
from sqlalchemy import CursorResult, delete, update

from pro_am.foundation import clock, jobs, marks, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.notifications import queries

log = logging.getLogger(__name__)

PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
)
KEPT = timedelta(days=90)
UNKNOWN_AFTER = timedelta(minutes=10)
TIMEOUT_SECONDS = 20


def deliver_due() -> None:
    """Send what waits. Without a mail server letters stay, readable by the operator."""
    if not current_app.config["MAIL_SERVER"] or marks.stands(marks.Name.LETTERS_HELD):
        return
    _give_up_on_the_lost()
    for letter_id in queries.due_letters(clock.now()):
        if _claim(letter_id):
            _send(letter_id)


def forget_old_letters() -> None:
    """Letters that have left hold what people wrote to each other: kept for questions, not more."""
    with transaction():
        db.session.execute(
            delete(Letter).where(
                Letter.state.in_(["sent", "unwanted"]), Letter.created_at < clock.now() - KEPT
            )
        )


def _claim(letter_id: int) -> bool:
    with transaction():
        claimed = db.session.execute(
            update(Letter)
            .where(Letter.id == letter_id, Letter.state == "waiting")
            .values(
                state="sending",
                attempts=Letter.attempts + 1,
                next_at=clock.now() + UNKNOWN_AFTER,
            )
        )
    assert isinstance(claimed, CursorResult)  # noqa: S101 - what an UPDATE returns
    return claimed.rowcount == 1


def _send(letter_id: int) -> None:
    letter = db.session.get_one(Letter, letter_id)
    attempts = letter.attempts
    if queries.is_unwanted(letter):
        _end(letter_id, "unwanted")
        return
    try:
        _hand_over(_message(letter), letter.recipient)
    except AnswerLost as fault:
        _end(letter_id, "unknown", fault)
    except OSError as fault:  # smtplib's own are OSErrors too
        if _is_for_good(fault) or attempts > len(PAUSES):
            _end(letter_id, "failed", fault)
        else:
            _put_back(letter_id, clock.now() + PAUSES[attempts - 1], fault)
    else:
        _end(letter_id, "sent")


def _end(letter_id: int, state: str, fault: Exception | None = None) -> None:
    if fault:
        log.error("Letter %s is %s: %s", letter_id, state, type(fault).__name__)
    with transaction():
        letter = db.session.get_one(Letter, letter_id)
        letter.state, letter.error = state, _words_of(fault) if fault else None
        letter.sent_at = clock.now() if state == "sent" else None


def _put_back(letter_id: int, next_at: datetime, fault: Exception) -> None:
    log.warning("Letter %s was not sent: %s", letter_id, type(fault).__name__)
    with transaction():
        letter = db.session.get_one(Letter, letter_id)
        letter.state, letter.next_at, letter.error = "waiting", next_at, _words_of(fault)
        jobs.enqueue(outbox.DELIVER, key=f"letter {letter_id}", run_at=next_at)


def _is_for_good(fault: OSError) -> bool:
    """Whether the server has refused the recipient or the letter, and always will (5xx)."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in fault.recipients.values())
    return isinstance(fault, smtplib.SMTPDataError) and fault.smtp_code >= 500


def _words_of(fault: Exception) -> str:
    return f"{type(fault).__name__}: {fault}"[:300]


def _give_up_on_the_lost() -> None:
    """A worker died between claim and answer: nobody knows, so it is never sent again."""
    with transaction():
        db.session.execute(
            update(Letter)
            .where(Letter.state == "sending", Letter.next_at < clock.now())
            .values(state="unknown")
        )


def _message(letter: Letter) -> EmailMessage:
    config = current_app.config
    message = EmailMessage()
    message["From"] = formataddr((config["COMMUNITY_NAME"], config["MAIL_FROM"]))
    message["To"] = letter.recipient
    message["Subject"] = _as_typed(letter.subject)
    message["Date"] = format_datetime(letter.created_at)
    message["Message-ID"] = make_msgid(domain=urlsplit(config["PUBLIC_URL"]).hostname)
    message["Content-Language"] = letter.language
    message["Auto-Submitted"] = "auto-generated"
    if way_out := queries.way_out_of(letter):  # RFC 2369, and one click: RFC 8058
        message["List-Unsubscribe"] = f"<{way_out}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    for each in letter.attachments:
        _attach(message, **each)
    return message


def _as_typed(text: str) -> str:
    """Text for a header, in which nothing is an encoded word (RFC 2047) but what we encode.

    Python before 3.11.10 writes the line breaks that such a word may hold as they are, and with
    them headers of the writer's own (CVE-2024-6923).
    """
    return text.replace("=?", "= ?")


def _attach(message: EmailMessage, filename: str, content_type: str, text: str) -> None:
    """Add a file; an invitation (`text/calendar;method=...`, RFC 6047) also as an alternative.

    Outlook and others offer to keep the date when it is one way to read the letter; who saves it
    needs a file. They are the same event: calendars keep one.
    """
    kind, _, method = content_type.partition(";")
    maintype, _, subtype = kind.partition("/")
    if method:
        name, _, value = method.strip().partition("=")
        message.add_alternative(text, subtype=subtype, params={name: value})
        maintype, subtype = "application", "ics"
    message.add_attachment(text.encode(), maintype=maintype, subtype=subtype, filename=filename)


def _hand_over(message: EmailMessage, recipient: str) -> None:
    """Give the letter to the mail server; raises AnswerLost when nobody knows whether it took it.

    Who gets our password must prove its name. Without one, any certificate is better than none: a
    relay on the same machine rarely has one that others would trust (RFC 7435).
    """
    server = urlsplit(current_app.config["MAIL_SERVER"])
    trusted = ssl.create_default_context()
    with closing(_connected(server, trusted)) as connection:
        connection.ehlo()  # what it can do is known only then
        if server.scheme == "smtp" and connection.has_extn("starttls"):
            if not server.username:
                trusted.check_hostname, trusted.verify_mode = False, ssl.CERT_NONE
            connection.starttls(context=trusted)
        if server.username:
            if not isinstance(connection.sock, ssl.SSLSocket):
                raise smtplib.SMTPNotSupportedError("no encryption to send the password over")
            connection.login(unquote(server.username), unquote(server.password or ""))
        connection.send_message(message, to_addrs=[recipient])  # whatever the headers say
        with suppress(OSError):  # the letter is taken, however they part
            connection.quit()


def _connected(server: SplitResult, trusted: ssl.SSLContext) -> smtplib.SMTP:
    host = server.hostname or ""
    if server.scheme == "smtps":
        return _EncryptedConversation(
            host, server.port or 465, timeout=TIMEOUT_SECONDS, context=trusted
        )
    return _Conversation(host, server.port or 25, timeout=TIMEOUT_SECONDS)


class AnswerLost(Exception):  # noqa: N818 - what happened, in words
    """The letter was handed over, and the server never said whether it took it."""


class _Conversation(smtplib.SMTP):
    def data(self, msg: Any) -> tuple[int, bytes]:
        try:
            return super().data(msg)
        except smtplib.SMTPDataError:
            raise  # an answer: it did not take the letter
        except OSError as fault:
            raise AnswerLost(str(fault)) from fault


class _EncryptedConversation(_Conversation, smtplib.SMTP_SSL):
    """The same over TLS from the first byte."""
