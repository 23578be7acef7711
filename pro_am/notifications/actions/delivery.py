"""Sending letters: the claim is committed before the letter leaves, so none leaves twice."""

import logging
import smtplib
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from flask import current_app
from sqlalchemy import CursorResult, delete, update

from pro_am.foundation import clock, jobs, marks, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.notifications import queries
from pro_am.notifications.actions.bounces import mark_bounced
from pro_am.notifications.actions.handing_over import AnswerLost, hand_over
from pro_am.notifications.rules.bounces import LONGEST_WORDS, is_gone

log = logging.getLogger(__name__)

PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
)
KEPT = timedelta(days=90)
AT_A_TIME = 100
UNKNOWN_AFTER = timedelta(minutes=10)
# Somebody waits for these, and shows by them that the mailbox works after all.
ASKED_FOR_NOW = {
    "accounts/confirm_email",
    "accounts/confirm_new_email",
    "accounts/reset_password",
}


def deliver_due() -> None:
    """Send what waits, some in each turn: who writes meanwhile is not behind all of it.

    Without a mail server letters stay, readable by the operator.
    """
    if not _may_send():
        return
    _give_up_on_the_lost()
    due = queries.due_letters(clock.now(), AT_A_TIME)
    for letter_id in due:
        deliver_urgent()  # whatever came in meanwhile
        _send_once(letter_id)
    if len(due) == AT_A_TIME:
        with transaction():
            jobs.enqueue(outbox.DELIVER, key="the others")


def deliver_urgent() -> None:
    """Send what cannot wait behind ten thousand recaps."""
    if _may_send():
        for letter_id in queries.urgent_letters(clock.now()):
            _send_once(letter_id)


def _may_send() -> bool:
    return bool(current_app.config["MAIL_SERVER"]) and not marks.stands(marks.Name.LETTERS_HELD)


def _send_once(letter_id: int) -> None:
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
    if letter.template not in ASKED_FOR_NOW and queries.is_bounced(letter.recipient.lower()):
        _end(letter_id, "undeliverable")
        return
    try:
        hand_over(_message(letter), letter.recipient)
    except AnswerLost as fault:
        _end(letter_id, "unknown", fault)
    except OSError as fault:  # smtplib's own are OSErrors too
        if _is_for_good(fault) or attempts > len(PAUSES):
            _end(letter_id, "failed", fault)
            _mark_if_gone(letter.recipient, fault)
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


def _mark_if_gone(recipient: str, fault: OSError) -> None:
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        for code, answer in fault.recipients.values():
            words = answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
            if is_gone(code, words):
                mark_bounced([recipient], words=f"{code} {words}"[:LONGEST_WORDS])


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
    message["Message-ID"] = queries.message_id_of(letter.id)
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
