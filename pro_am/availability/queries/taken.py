"""The time that is taken in calendars."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import (
    DateTime,
    Executable,
    Integer,
    bindparam,
    cast,
    false,
    null,
    or_,
    select,
    union_all,
)

from pro_am.availability.models import BusyTime, Hold
from pro_am.availability.rules.daily_most import Booked
from pro_am.availability.rules.free_time import Load
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot

_HELD = select(
    Hold.calendar_id,
    Hold.blocks_from,
    Hold.blocks_until,
    Hold.seats,
    Hold.starts_at,
    Hold.offer_id,
    Hold.is_group,
    Hold.expires_at,
).where(
    Hold.calendar_id.in_(bindparam("calendar_ids", expanding=True)),
    Hold.blocks_from < bindparam("end"),
    Hold.blocks_until > bindparam("start"),
    Hold.released_at.is_(None),
    Hold.id != bindparam("without_id"),
)
_NO_HOLD = 0  # no row has this number
_BUSY = select(
    BusyTime.calendar_id,
    BusyTime.starts_at,
    BusyTime.ends_at,
    cast(null(), Integer),  # all seats
    cast(null(), DateTime),  # no booking starts with it
    cast(null(), Integer),
    false(),
    cast(null(), DateTime),
).where(
    BusyTime.calendar_id.in_(bindparam("calendar_ids", expanding=True)),
    BusyTime.starts_at < bindparam("end"),
    BusyTime.ends_at > bindparam("start"),
)
_SURE: Executable = union_all(_HELD.where(Hold.expires_at.is_(None)), _BUSY)
_TAKEN: Executable = union_all(
    _HELD.where(or_(Hold.expires_at.is_(None), Hold.expires_at > bindparam("now"))), _BUSY
)


@dataclass
class Taken:
    """What active holds, and calendars kept elsewhere, take of a calendar in some span."""

    loads: list[Load] = field(default_factory=list)
    booked: list[Booked] = field(default_factory=list)
    expires_at: datetime | None = None
    """When the first of these holds expires, if one will."""


def loads_by_calendar(
    calendar_ids: Collection[int],
    span: TimeSlot,
    now: datetime | None,
    *,
    without: Hold | None = None,
) -> dict[int, list[Load]]:
    """Time taken by active holds, and by calendars kept elsewhere, that touches the span.

    Expiry is judged now, not by a job. Without a `now`, only holds that cannot expire count: what
    is surely taken. One may be left out: whoever moves gives their own time back.
    """
    taken = taken_by_calendar(calendar_ids, span, now, without=without)
    return defaultdict(list, {each: of_calendar.loads for each, of_calendar in taken.items()})


def taken_by_calendar(
    calendar_ids: Collection[int],
    span: TimeSlot,
    now: datetime | None,
    *,
    without: Hold | None = None,
) -> dict[int, Taken]:
    """The same, with what else is known of these holds."""
    facts = {
        "calendar_ids": list(calendar_ids),
        "start": span.start,
        "end": span.end,
        "without_id": without.id if without else _NO_HOLD,
    }
    rows = db.session.execute(*((_SURE, facts) if now is None else (_TAKEN, {**facts, "now": now})))
    taken: dict[int, Taken] = defaultdict(Taken)
    for calendar_id, start, end, seats, starts_at, offer_id, is_group, expires_at in rows:
        of_calendar = taken[calendar_id]
        of_calendar.loads.append(
            Load(start, end, seats, (offer_id, starts_at) if is_group else None)
        )
        if starts_at:
            of_calendar.booked.append(Booked(starts_at, offer_id, is_group))
        if expires_at:
            of_calendar.expires_at = min(expires_at, of_calendar.expires_at or expires_at)
    return taken


def busy_of(calendar_id: int, source_id: int) -> list[tuple[datetime, datetime]]:
    """The stretches that one calendar kept elsewhere takes, in order."""
    rows = db.session.execute(
        select(BusyTime.starts_at, BusyTime.ends_at)
        .where(BusyTime.calendar_id == calendar_id, BusyTime.source_id == source_id)
        .order_by(BusyTime.starts_at)
    )
    return [(start, end) for start, end in rows]


def busy_after(calendar_id: int, now: datetime) -> list[TimeSlot]:
    """The stretches that calendars kept elsewhere take from now on; they may overlap."""
    rows = db.session.execute(
        select(BusyTime.starts_at, BusyTime.ends_at)
        .where(BusyTime.calendar_id == calendar_id, BusyTime.ends_at > now)
        .order_by(BusyTime.starts_at)
    )
    return [TimeSlot(start, end) for start, end in rows]


def agreed_after(calendar_id: int, now: datetime) -> list[tuple[TimeSlot, Load]]:
    """What active holds still take: the time people know of, and the load with its buffers."""
    held = db.session.execute(
        select(Hold.starts_at, Hold.ends_at, Hold.blocks_from, Hold.blocks_until, Hold.seats)
        .where(
            Hold.calendar_id == calendar_id,
            Hold.blocks_until > now,
            Hold.released_at.is_(None),
            or_(Hold.expires_at.is_(None), Hold.expires_at > now),
        )
        .order_by(Hold.starts_at)
    )
    return [
        (TimeSlot(start, end), Load(blocks_from, blocks_until, seats))
        for start, end, blocks_from, blocks_until, seats in held
    ]
