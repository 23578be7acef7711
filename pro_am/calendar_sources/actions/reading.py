"""What the worker does: read what is due, note how it went, tell whoever has to know.

Nothing is open or locked while a server is asked or a file is read.
"""

import random
import zlib
from datetime import datetime

from sqlalchemy import delete, update

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.calendar_sources import queries
from pro_am.calendar_sources.actions import rows
from pro_am.calendar_sources.models import CalendarFile, CalendarSource
from pro_am.calendar_sources.queries import Order
from pro_am.calendar_sources.rules.health import MOST_REMARKS, Problem
from pro_am.calendar_sources.rules.reading import MOST_BYTES, Reading
from pro_am.calendar_sources.rules.refusals import NoCalendar, TooMuchWork
from pro_am.calendar_sources.rules.schedule import next_reading
from pro_am.calendar_sources.sandbox import read_apart
from pro_am.foundation import clock, outbox, outgoing
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outgoing import AnsweredBadly, TooLarge, Unreachable, Version
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.addresses import public_url

ACCEPTED = "text/calendar, */*;q=0.1"
PROBLEMS: dict[type[Refusal], Problem] = {
    Unreachable: Problem.UNREACHABLE,
    AnsweredBadly: Problem.ANSWERED_BADLY,
    TooLarge: Problem.TOO_LARGE,
    NoCalendar: Problem.NO_CALENDAR,
    TooMuchWork: Problem.TOO_MUCH_WORK,
}


def ask_for_due_readings() -> None:
    with transaction():
        for member_id in queries.members_with_due(clock.now()):
            rows.enqueue_readings(member_id)


def read_of_member(member_id: int) -> None:
    """One after the other, what is due of a member."""
    for source_id in queries.due(member_id, clock.now()):
        if order := queries.order_for(source_id, clock.now()):
            _read(order)


def tell_of_stale() -> None:
    """Write once to those whose calendar we have not been able to read for a day."""
    for source_id in queries.stale_untold(clock.now()):
        with transaction():
            source = rows.locked(source_id)
            if source is None or source.told_stale_at or source.paused_at:
                continue
            source.told_stale_at = clock.now()
            availability.note_stale(source.calendar_id)
            reader = db.session.get_one(Member, source.member_id)
            outbox.post(
                reader.address,
                "calendar_sources/stale",
                reader=reader,
                source=source,
                url=public_url("calendar_sources.index", language=reader.language),
            )


def _read(order: Order) -> None:
    begun = clock.now()
    db.session.rollback()  # nothing is written: let go of the connection for as long as it takes
    try:
        version, reading = _outcome(order)
    except tuple(PROBLEMS) as refusal:
        _note_problem(order, begun, refusal)
    else:
        _note_success(order, begun, version, reading)


def _outcome(order: Order) -> tuple[Version, Reading | None]:
    """None when it is as it was."""
    content, version = order.content, order.version
    if order.url is not None:
        fetched = outgoing.fetch(
            order.url, accept=ACCEPTED, most_bytes=MOST_BYTES, known=order.version
        )
        if fetched.content is None:
            return order.version, None
        content, version = fetched.content, fetched.version
    return version, read_apart(content, order.span, order.owner)


def _note_success(order: Order, begun: datetime, version: Version, reading: Reading | None) -> None:
    with transaction():
        source = rows.locked(order.source_id)
        if source is None or source.paused_at:
            return  # removed or paused meanwhile
        source.read_at, source.told_stale_at = begun, None
        source.failures, source.problem, source.answered = 0, None, None
        source.etag, source.last_modified = version.etag, version.last_modified
        _plan(source, begun)
        if reading is None:
            rows.rely(source.calendar_id)
            return
        source.unpacked_at = begun
        source.events, source.stretches = reading.events, len(reading.busy)
        if _is_as_it_came(source):
            source.remarks = [list(remark) for remark in reading.remarks[:MOST_REMARKS]]
            _keep_essence(source, reading)
        rows.take(source, reading.busy)


def _note_problem(order: Order, begun: datetime, refusal: Refusal) -> None:
    with transaction():
        source = rows.locked(order.source_id)
        if source is None or source.paused_at:
            return
        source.failures += 1
        source.problem = PROBLEMS[type(refusal)]
        source.answered = refusal.facts.get("status")  # type: ignore[assignment]
        _plan(source, begun)
        if source.is_file:
            # It will not get any better; nor is it ours to keep.
            source.next_at = None
            db.session.execute(delete(CalendarFile).where(CalendarFile.source_id == source.id))


def _plan(source: CalendarSource, begun: datetime) -> None:
    source.tried_at = begun
    if source.asked_at and source.asked_at > begun:
        return  # somebody has asked again meanwhile
    source.asked_at = None
    source.next_at = next_reading(
        clock.now(),
        failures=source.failures,
        is_file=source.is_file,
        chance=random.random(),  # noqa: S311 - so that not all are asked at once
    )


def _is_as_it_came(source: CalendarSource) -> bool:
    """Not what we keep of a file: its lines have other numbers."""
    if not source.is_file:
        return True
    file = db.session.get(CalendarFile, source.id)
    return file is not None and file.is_as_uploaded


def _keep_essence(source: CalendarSource, reading: Reading) -> None:
    """Of a file, from now on, only what tells of time."""
    if source.is_file:
        db.session.execute(
            update(CalendarFile)
            .where(CalendarFile.source_id == source.id)
            .values(packed=zlib.compress(reading.essence.encode()), is_as_uploaded=False)
        )
