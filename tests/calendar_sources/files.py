"""Calendar files for tests, as short as a promise allows."""

from datetime import datetime

from pro_am.calendar_sources.rules.reading import Owner, Reading, read
from pro_am.foundation.time_slots import TimeSlot

WEEK = TimeSlot(datetime(2031, 6, 9), datetime(2031, 6, 16))  # Monday to Sunday, UTC
LEA = Owner("Europe/Paris", frozenset({"lea@example.org"}))


def calendar(*blocks: str, head: str = "") -> bytes:
    """A file of these components; what stands between two lines of a block may be indented."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN", *_lines(head)]
    for block in blocks:
        lines += _lines(block)
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def event(text: str) -> str:
    body = text if "UID:" in text else f"UID:one@example.org\n{text}"
    return f"BEGIN:VEVENT\n{body}\nEND:VEVENT"


def busy(content: bytes, span: TimeSlot = WEEK, owner: Owner = LEA) -> list[str]:
    """As `10 07:00-08:00`: the day of the month and the hours, in UTC."""
    return said(read(content, span, owner))


def said(reading: Reading) -> list[str]:
    return [f"{slot.start:%d %H:%M}-{slot.end:%H:%M}" for slot in reading.busy]


def _lines(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]
