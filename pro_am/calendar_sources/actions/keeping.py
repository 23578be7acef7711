"""What people do: add a calendar, pause it, let it go."""

import zlib
from typing import BinaryIO

from sqlalchemy import delete

from pro_am.accounts.models import Member
from pro_am.availability.models import Calendar
from pro_am.calendar_sources import queries
from pro_am.calendar_sources.actions import rows
from pro_am.calendar_sources.models import CalendarFile, CalendarSource
from pro_am.calendar_sources.rules.reading import MOST_BYTES
from pro_am.calendar_sources.rules.refusals import FileTooLarge, NoAddress, TooManySources
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outgoing.reach import target_of

MOST_SOURCES = 10  # of one calendar
LONGEST_NAME = 60


def add_address(
    member: Member, calendar_id: int, url: str, name: str, *, idempotency_key: str
) -> CalendarSource:
    """Read an address from now on; the same address once only."""
    try:
        host = target_of(url).host
    except ValueError:
        raise NoAddress from None
    with transaction():
        _wait_for_turn(calendar_id)
        known = queries.with_key(member, idempotency_key) or queries.with_address(calendar_id, url)
        return known or _add(member, calendar_id, url, name.strip() or host, idempotency_key)


def add_file(
    member: Member, calendar_id: int, stream: BinaryIO, name: str, *, idempotency_key: str
) -> CalendarSource:
    """Keep a file for the worker to read: here nobody looks into it."""
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise FileTooLarge
    packed = zlib.compress(content, 1)
    with transaction():
        _wait_for_turn(calendar_id)
        if known := queries.with_key(member, idempotency_key):
            return known
        source = _add(member, calendar_id, None, name, idempotency_key)
        db.session.add(CalendarFile(source_id=source.id, packed=packed, is_as_uploaded=True))
    return source


def read_again(source: CalendarSource) -> None:
    with transaction():
        found = rows.locked(source.id)
        if found and found.paused_at is None:
            rows.ask_for_reading(found)


def pause(source: CalendarSource) -> None:
    """Neither read it nor let it take time, until told otherwise."""
    with transaction():
        if found := rows.locked(source.id):
            _stop(found)


def resume(source: CalendarSource) -> None:
    with transaction():
        found = rows.locked(source.id)
        if found is None or found.paused_at is None:
            return
        # What was read before the pause says nothing about now.
        found.paused_at, found.read_at, found.created_at = None, None, clock.now()
        found.failures, found.problem, found.told_stale_at = 0, None, None
        rows.ask_for_reading(found)
        rows.rely(found.calendar_id)


def remove(source: CalendarSource) -> None:
    with transaction():
        if found := rows.locked(source.id):
            _stop(found)
            db.session.execute(delete(CalendarFile).where(CalendarFile.source_id == found.id))
            db.session.delete(found)


def remove_all_of(member: Member) -> None:
    """Calendars are claimed in one order."""
    for source in sorted(queries.all_of(member), key=lambda each: (each.calendar_id, each.id)):
        remove(source)


def remove_all_in(calendar_id: int) -> None:
    for source in queries.all_in(calendar_id):
        remove(source)


def _wait_for_turn(calendar_id: int) -> None:
    """Of two forms sent at once, the second sees what the first has added."""
    db.session.get_one(Calendar, calendar_id, with_for_update=True)


def _add(
    member: Member, calendar_id: int, url: str | None, name: str, idempotency_key: str
) -> CalendarSource:
    if queries.number_in(calendar_id) >= MOST_SOURCES:
        raise TooManySources
    source = CalendarSource(
        public_id=ids.public_id(),
        idempotency_key=idempotency_key,
        member_id=member.id,
        calendar_id=calendar_id,
        name=name[:LONGEST_NAME],
        url=url,
        created_at=clock.now(),
    )
    db.session.add(source)
    rows.ask_for_reading(source)
    rows.rely(calendar_id)
    return source


def _stop(source: CalendarSource) -> None:
    source.paused_at, source.next_at, source.asked_at = clock.now(), None, None
    source.stretches, source.unpacked_at = 0, None
    rows.take(source, [])
