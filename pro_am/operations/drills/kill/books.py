"""What is in the books after a crash: is every booking whole, and is nothing left loose?"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import selectinload

from pro_am.availability.models import Hold
from pro_am.bookings.models import Booking
from pro_am.conversations.models import Message, Thread
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.operations.doctor import promises

ABOUT = re.compile(r"/bookings/([0-9A-Z]+)")  # where a letter leads


@dataclass(frozen=True)
class Books:
    bookings: int
    letters: int
    lost: int  # acknowledged, and not there
    half: Sequence[str]  # what a booking lacks, or what belongs to none, in words
    faults: Sequence[str]  # what the doctor and the database itself find


def look(acknowledged: Collection[str]) -> Books:
    """In an installation whose bookings were all made by the drill."""
    letters = _letters_by_booking()
    bookings = db.session.scalars(
        select(Booking).options(selectinload(Booking.steps), selectinload(Booking.hold))
    ).all()
    known = {booking.reference for booking in bookings}
    written = set(db.session.scalars(select(Message.thread_id)))
    half = [
        f"{booking.reference} {lack}"
        for booking in bookings
        for lack in _lacks_of(booking, letters[booking.reference], written)
    ]
    return Books(
        bookings=len(bookings),
        letters=sum(sum(each.values()) for each in letters.values()),
        lost=len(set(acknowledged) - known),
        half=[*half, *_loose(bookings, letters)],
        faults=[*_doctor(), *_integrity()],
    )


def _lacks_of(
    booking: Booking, letters: Counter[tuple[str, str]], written: set[int]
) -> Iterator[str]:
    """A request, or a booking made at once, has all of this from its first moment."""
    hold, states = booking.hold, [step.to_state for step in booking.steps]
    if not states or states[-1] is not booking.state:
        yield "lacks the step to its state"
    if hold is None or hold.released_at or hold.starts_at != booking.starts_at:
        yield "lacks its time"
    if booking.thread_id not in written:
        yield "lacks its message"
    readers = {email for email, _ in letters}
    if readers != {booking.host.email, booking.provider.email}:
        yield "lacks a letter"
    if any(count > 1 for count in letters.values()):
        yield "has a letter twice"


def _loose(
    bookings: Sequence[Booking], letters: dict[str, Counter[tuple[str, str]]]
) -> Iterator[str]:
    """Parts without a booking."""
    holds = set(db.session.scalars(select(Hold.id))) - {each.hold_id for each in bookings}
    threads = set(db.session.scalars(select(Thread.id))) - {each.thread_id for each in bookings}
    strangers = letters.keys() - {each.reference for each in bookings}
    for kind, loose in (("hold", holds), ("thread", threads), ("letter about", strangers)):
        yield from (f"{kind} {each} belongs to no booking" for each in loose)


def _letters_by_booking() -> dict[str, Counter[tuple[str, str]]]:
    """How many there are by reference, then by reader and template."""
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    rows = db.session.execute(select(Letter.recipient, Letter.template, Letter.text))
    for recipient, template, words in rows:
        if about := ABOUT.search(words):
            found[about[1]][recipient, template] += 1
    return found


def _doctor() -> Iterator[str]:
    for check in promises.CHECKS:
        if check.is_fault:
            yield from (f"{finding.check}: {finding.words}" for finding in check.findings())


def _integrity() -> Iterator[str]:
    """SQLite looks at its own file; PostgreSQL has replayed its log, or would not answer."""
    if db.engine.dialect.name == "sqlite":
        told = db.session.scalars(text("PRAGMA integrity_check")).all()
        yield from (words for words in told if words != "ok")
