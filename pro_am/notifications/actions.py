"""Sending letters: the claim is committed before the letter leaves, so none leaves twice."""

import logging
import smtplib
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, make_msgid
from urllib.parse import unquote, urlsplit

from flask import current_app
from sqlalchemy import CursorResult, update

from pro_am.foundation import clock, jobs, outbox
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
UNKNOWN_AFTER = timedelta(minutes=10)
TIMEOUT_SECONDS = 20


def deliver_due() -> None:
    """Send what waits. Without a mail server letters stay, readable by the operator."""
    if not current_app.config["MAIL_SERVER"]:
        return
    _give_up_on_the_lost()
    for letter_id in queries.due_letters(clock.now()):
        if _claim(letter_id):
            _send(letter_id)


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
    try:
        _hand_over(_message(letter))
    except (OSError, smtplib.SMTPException) as fault:
        _put_back(letter_id, letter.attempts, fault)
        return
    with transaction():
        letter = db.session.get_one(Letter, letter_id)
        letter.state, letter.sent_at, letter.error = "sent", clock.now(), None


def _put_back(letter_id: int, attempts: int, fault: Exception) -> None:
    """A refusal for good (5xx) or too many tries end it; anything else is tried again later."""
    for_good = isinstance(fault, smtplib.SMTPRecipientsRefused) and all(
        code >= 500 for code, _ in fault.recipients.values()
    )
    given_up = for_good or attempts > len(PAUSES)
    log.warning("Letter %s was not sent: %s", letter_id, type(fault).__name__)
    now = clock.now()
    with transaction():
        letter = db.session.get_one(Letter, letter_id)
        letter.state = "failed" if given_up else "waiting"
        letter.error = f"{type(fault).__name__}: {fault}"[:300]
        if not given_up:
            letter.next_at = now + PAUSES[attempts - 1]
            jobs.enqueue(outbox.DELIVER, key=f"letter {letter_id}", run_at=letter.next_at)


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
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.created_at)
    message["Message-ID"] = make_msgid(domain=urlsplit(config["PUBLIC_URL"]).hostname)
    message["Content-Language"] = letter.language
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    for each in letter.attachments:
        maintype, _, rest = each["content_type"].partition("/")
        subtype, _, method = rest.partition(";")
        parameters = dict([method.strip().split("=")]) if method else {}
        message.add_attachment(
            each["text"].encode(),
            maintype=maintype,
            subtype=subtype,
            filename=each["filename"],
            params=parameters,
        )
    return message


def _hand_over(message: EmailMessage) -> None:
    server = urlsplit(current_app.config["MAIL_SERVER"])
    kind = smtplib.SMTP_SSL if server.scheme == "smtps" else smtplib.SMTP
    port = server.port or (465 if server.scheme == "smtps" else 25)
    with kind(server.hostname or "", port, timeout=TIMEOUT_SECONDS) as connection:
        if server.scheme == "smtp" and connection.has_extn("starttls"):
            connection.starttls()
        if server.username:
            connection.login(unquote(server.username), unquote(server.password or ""))
        connection.send_message(message)
