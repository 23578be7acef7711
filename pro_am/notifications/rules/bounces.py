"""What a mail server says of an address: that its mailbox takes no letters, or something else.

Delivery reports are RFC 3464, the codes in them RFC 3463 and 5321. Only what is lasting and about
the mailbox itself counts: not a full one, not a letter that was too long or disliked.
"""

import re
from dataclasses import dataclass
from email import message_from_bytes
from typing import Any

LARGEST_REPORT = 10 * 1024 * 1024
LONGEST_WORDS = 300

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_MAILBOX_REPLIES = {550, 551, 553}  # of RFC 5321, where no code of RFC 3463 says more
_NOT_THE_MAILBOX = {
    ("1", "7"),  # the address of the sender
    ("1", "8"),
    ("2", "2"),  # full
    ("2", "3"),  # this letter is too long
}


class NotAReport(Exception):  # noqa: N818 - what it is, in words
    """A message that tells of no letter that came back; its words say why."""


@dataclass(frozen=True)
class Failed:
    """A recipient whom a letter did not reach, and why."""

    recipient: str
    words: str


@dataclass(frozen=True)
class Report:
    """Which letter came back (its Message-ID), and from whom for good."""

    message_id: str
    failed: tuple[Failed, ...]


def is_gone(reply: int, words: str) -> bool:
    """Whether a server that refused a recipient says that there is no such mailbox (any more)."""
    if status := _STATUS.search(words):
        return _is_lasting(*status.groups())
    return reply in _MAILBOX_REPLIES


def read_report(raw: bytes) -> Report:
    """Raises NotAReport for whatever else finds its way to the mailbox."""
    if len(raw) > LARGEST_REPORT:
        raise NotAReport("The message is larger than 10 MB.")
    try:
        return _report(message_from_bytes(raw))
    except RecursionError:
        raise NotAReport("The message holds messages within messages without end.") from None


def _report(message: Any) -> Report:
    if message.get_content_type() != "multipart/report":
        raise NotAReport("The message is no delivery report (multipart/report).")
    parts = message.get_payload() if message.is_multipart() else []
    status = next((p for p in parts if p.get_content_type() == "message/delivery-status"), None)
    if status is None or not status.is_multipart():
        raise NotAReport("The report has no part of the type message/delivery-status.")
    _, *recipients = status.get_payload()
    return Report(_message_id(parts), tuple(f for each in recipients if (f := _failed(each))))


def _failed(group: Any) -> Failed | None:
    status = _STATUS.search(_field(group, "Status"))
    if _field(group, "Action").lower() != "failed" or not status:
        return None
    if not _is_lasting(*status.groups()):
        return None
    _, _, recipient = _field(group, "Final-Recipient").rpartition(";")
    said = _field(group, "Diagnostic-Code") or status.group()
    return Failed(recipient.strip().lower(), " ".join(said.split())[:LONGEST_WORDS])


def _message_id(parts: list[Any]) -> str:
    """Of the letter that came back, which a report holds whole or as its headers."""
    for part in parts:
        kind = part.get_content_type()
        if kind == "message/rfc822" and part.is_multipart():
            return _field(part.get_payload(0), "Message-ID")
        if kind == "text/rfc822-headers":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return _field(message_from_bytes(payload), "Message-ID")
    raise NotAReport("The report does not say which letter came back.")


def _field(message: Any, name: str) -> str:
    return str(message.get(name, "")).strip()


def _is_lasting(kind: str, subject: str, detail: str) -> bool:
    """By RFC 3463: 5.1 is the address, 5.2 the mailbox, 5.4 the way there."""
    return kind == "5" and subject in "0124" and (subject, detail) not in _NOT_THE_MAILBOX
