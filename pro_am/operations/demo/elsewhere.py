"""A calendar that somebody of the demo keeps elsewhere: a file, read as files of people are."""

# French typography: no-break spaces.
# ruff: noqa: RUF001

from datetime import datetime, timedelta
from io import BytesIO

from pro_am.calendar_sources import actions as sources
from pro_am.foundation import clock
from pro_am.operations.demo import found

NAME = "famille.ics"
OFFER = "Atelier : tagliatelles et raviolis à la main"
LASTS = timedelta(hours=3)
EVERY = 9  # of the free starts, one that is busy elsewhere
_UTC = "%Y%m%dT%H%M%SZ"


def fill() -> None:
    """Léa is busy now and then, where she could otherwise be booked."""
    cook = found.member("lea")
    offer = found.offer_of(cook, OFFER)
    busy = found.free_starts(offer)[3::EVERY][:6]
    sources.add_file(
        cook,
        found.calendar_of(offer).id,
        BytesIO(_file(busy)),
        NAME,
        idempotency_key="demo elsewhere",
    )
    sources.read_of_member(cook.id)


def _file(starts: list[datetime]) -> bytes:
    events = (
        f"BEGIN:VEVENT\r\nUID:{number}@famille.example\r\nDTSTAMP:{clock.now():{_UTC}}\r\n"
        f"DTSTART:{start:{_UTC}}\r\nDTEND:{start + LASTS:{_UTC}}\r\nSUMMARY:Famille\r\nEND:VEVENT"
        for number, start in enumerate(starts)
    )
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//famille//FR", *events, "END:VCALENDAR")
    return "\r\n".join([*lines, ""]).encode()
