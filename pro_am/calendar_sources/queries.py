"""Reading what is known of calendars kept elsewhere."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar
from pro_am.calendar_sources.models import CalendarFile, CalendarSource
from pro_am.calendar_sources.rules.reading import MOST_BYTES, Owner
from pro_am.calendar_sources.rules.schedule import STALE_AFTER, relied_on_until
from pro_am.foundation.database import db
from pro_am.foundation.outgoing import Version
from pro_am.foundation.time_slots import TimeSlot

_BEFORE = timedelta(days=1)
_BEYOND = timedelta(days=14)  # the horizon moves on, also while a worker rests


@dataclass(frozen=True)
class Order:
    """All that reading a calendar needs, so that nothing is open while it is read."""

    source_id: int
    url: str | None
    content: bytes  # of a file
    version: Version
    span: TimeSlot
    owner: Owner


def source_of(member: Member, public_id: str) -> CalendarSource | None:
    return db.session.scalar(
        select(CalendarSource).where(
            CalendarSource.member_id == member.id, CalendarSource.public_id == public_id
        )
    )


def sources_of(member: Member, calendar_id: int) -> Sequence[CalendarSource]:
    return db.session.scalars(
        select(CalendarSource)
        .where(CalendarSource.member_id == member.id, CalendarSource.calendar_id == calendar_id)
        .order_by(CalendarSource.id)
    ).all()


def all_of(member: Member) -> Sequence[CalendarSource]:
    return db.session.scalars(
        select(CalendarSource)
        .where(CalendarSource.member_id == member.id)
        .order_by(CalendarSource.id)
    ).all()


def all_in(calendar_id: int) -> Sequence[CalendarSource]:
    return db.session.scalars(
        select(CalendarSource)
        .where(CalendarSource.calendar_id == calendar_id)
        .order_by(CalendarSource.id)
    ).all()


def number_in(calendar_id: int) -> int:
    return (
        db.session.scalar(select(func.count()).where(CalendarSource.calendar_id == calendar_id))
        or 0
    )


def with_key(member: Member, idempotency_key: str) -> CalendarSource | None:
    return db.session.scalar(
        select(CalendarSource).where(
            CalendarSource.member_id == member.id,
            CalendarSource.idempotency_key == idempotency_key,
        )
    )


def with_address(calendar_id: int, url: str) -> CalendarSource | None:
    return db.session.scalar(
        select(CalendarSource).where(
            CalendarSource.calendar_id == calendar_id, CalendarSource.url == url
        )
    )


def members_with_due(now: datetime) -> Sequence[int]:
    """Whose calendars are to be read by now; of members who are away, none."""
    return db.session.scalars(
        select(CalendarSource.member_id)
        .join(Member, Member.id == CalendarSource.member_id)
        .where(
            CalendarSource.next_at <= now,
            Member.left_at.is_(None),
            Member.suspended_at.is_(None),
        )
        .distinct()
    ).all()


def due(member_id: int, now: datetime) -> Sequence[int]:
    return db.session.scalars(
        select(CalendarSource.id)
        .where(CalendarSource.member_id == member_id, CalendarSource.next_at <= now)
        .order_by(CalendarSource.next_at, CalendarSource.id)
    ).all()


def stale_untold(now: datetime) -> Sequence[int]:
    """Addresses that could not be read for so long that somebody has to hear of it."""
    known_at = func.coalesce(CalendarSource.read_at, CalendarSource.created_at)
    return db.session.scalars(
        select(CalendarSource.id)
        .join(Member, Member.id == CalendarSource.member_id)
        .where(
            CalendarSource.url.is_not(None),
            CalendarSource.paused_at.is_(None),
            CalendarSource.failures > 0,
            CalendarSource.told_stale_at.is_(None),
            known_at < now - STALE_AFTER,
            Member.left_at.is_(None),
        )
        .order_by(CalendarSource.id)
    ).all()


def order_for(source_id: int, now: datetime) -> Order | None:
    """How to read a calendar now; None when nobody wants it read any more."""
    row = db.session.execute(
        select(CalendarSource, Calendar, Member.email, CalendarFile)
        .join(Calendar, Calendar.id == CalendarSource.calendar_id)
        .join(Member, Member.id == CalendarSource.member_id)
        .outerjoin(CalendarFile, CalendarFile.source_id == CalendarSource.id)
        .where(CalendarSource.id == source_id, CalendarSource.next_at.is_not(None))
    ).one_or_none()
    if row is None:
        return None
    source, calendar, email, file = row
    midnight = datetime.combine(now.date(), datetime.min.time())
    last = midnight + timedelta(days=calendars.farthest_horizon(calendar) + 1) + _BEYOND
    return Order(
        source_id=source.id,
        url=source.url,
        content=unpacked(file.packed) if file else b"",
        version=_version_to_ask_with(source, midnight),
        span=TimeSlot(midnight - _BEFORE, last),
        owner=Owner(
            calendar.time_zone,
            frozenset({email.lower()}),
            str(current_app.config["TRUSTED_HOSTS"][0]),
        ),
    )


def unpacked(packed: bytes) -> bytes:
    return zlib.decompressobj().decompress(packed, MOST_BYTES)


def reliance_on(calendar_id: int) -> datetime | None:
    """Until when what stands elsewhere is known well enough; None when nothing does."""
    rows = db.session.execute(
        select(CalendarSource.created_at, CalendarSource.read_at).where(
            CalendarSource.calendar_id == calendar_id,
            CalendarSource.url.is_not(None),
            CalendarSource.paused_at.is_(None),
        )
    )
    return min(
        (relied_on_until(created_at=created, read_at=read) for created, read in rows), default=None
    )


def _version_to_ask_with(source: CalendarSource, midnight: datetime) -> Version:
    """Once a day all of it is wanted, changed or not: new days have come into the horizon."""
    if source.unpacked_at is None or source.unpacked_at < midnight:
        return Version()
    return Version(source.etag, source.last_modified)
