"""Reading calendars: their rules, the time taken in them, the slots they offer."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import bindparam, or_, select

from pro_am.availability.models import Calendar, FreeDay, Hold, Override, WeeklyHours
from pro_am.availability.rules.calendar_rules import (
    CalendarRules,
    DateOverride,
    DayWindow,
    WeeklyWindow,
)
from pro_am.availability.rules.day_bits import DayBits
from pro_am.availability.rules.free_time import ONE_BOOKING, Load
from pro_am.availability.rules.slots import OfferTiming, nearest_slots, slots
from pro_am.availability.rules.still_fits import still_fits
from pro_am.foundation import time_zones
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles.rules import PlaceMode

NEAREST_WITHIN = timedelta(days=14)

Picture = Mapping[date, DayBits]

# The table, not the model: half the price, at every search.
_calendars = Calendar.__table__
_CLAIMED_SINCE = select(_calendars.c.id, _calendars.c.revision).where(
    _calendars.c.claimed_at > bindparam("instant")
)
_HELD = select(
    Hold.calendar_id, Hold.blocks_from, Hold.blocks_until, Hold.seats, Hold.expires_at
).where(
    Hold.calendar_id.in_(bindparam("calendar_ids", expanding=True)),
    Hold.blocks_from < bindparam("end"),
    Hold.blocks_until > bindparam("start"),
    Hold.released_at.is_(None),
    Hold.id != bindparam("without_id"),
)
_NO_HOLD = 0  # no row has this number
_SURE = _HELD.where(Hold.expires_at.is_(None))
_TAKEN = _HELD.where(or_(Hold.expires_at.is_(None), Hold.expires_at > bindparam("now")))
_WINDOWS = (
    select(
        WeeklyHours.weekday,
        WeeklyHours.start_minute,
        WeeklyHours.end_minute,
        WeeklyHours.capacity,
    )
    .where(WeeklyHours.calendar_id == bindparam("calendar_id"))
    .order_by(WeeklyHours.weekday, WeeklyHours.start_minute)
)
_OVERRIDES = (
    select(Override.day, Override.windows)
    .where(Override.calendar_id == bindparam("calendar_id"))
    .order_by(Override.day)
)
_ID_OF = select(_calendars.c.id).where(_calendars.c.profile_id == bindparam("profile_id"))


def calendar_of(profile_id: int) -> Calendar | None:
    return db.session.scalar(select(Calendar).where(Calendar.profile_id == profile_id))


def calendar_id_of(profile_id: int) -> int | None:
    return db.session.scalar(_ID_OF, {"profile_id": profile_id})


def calendars_of(profile_ids: Collection[int]) -> dict[int, Calendar]:
    """Calendars by profile id."""
    found = db.session.scalars(select(Calendar).where(Calendar.profile_id.in_(profile_ids)))
    return {calendar.profile_id: calendar for calendar in found}


def rules_of(calendar: Calendar) -> CalendarRules:
    return _rules(calendar, calendar.windows, calendar.overrides)


def rules_read(calendar: Calendar) -> CalendarRules:
    """The same, where nobody wants to change the hours: rows cost half of models."""
    which = {"calendar_id": calendar.id}
    windows = db.session.execute(_WINDOWS, which).all()
    return _rules(calendar, windows, db.session.execute(_OVERRIDES, which).all())


def _rules(calendar: Calendar, windows: Iterable[Any], overrides: Iterable[Any]) -> CalendarRules:
    return CalendarRules(
        zone=time_zones.zone(calendar.time_zone),
        weekly=tuple(
            WeeklyWindow(each.weekday, each.start_minute, each.end_minute, each.capacity)
            for each in windows
        ),
        overrides=tuple(
            DateOverride(each.day, tuple(DayWindow(*window) for window in each.windows))
            for each in overrides
        ),
        notice_minutes=calendar.notice_minutes,
        horizon_days=calendar.horizon_days,
    )


class Bookable(Protocol):
    """What a calendar has to know of an offer: an Offer, or a row with the same columns."""

    @property
    def duration_minutes(self) -> int: ...
    @property
    def slot_step_minutes(self) -> int: ...
    @property
    def place_mode(self) -> PlaceMode: ...


def timing_of(calendar: Calendar, offer: Bookable) -> OfferTiming:
    timing = OfferTiming(
        offer.duration_minutes,
        offer.slot_step_minutes,
        calendar.buffer_before_minutes,
        calendar.buffer_after_minutes,
    )
    if offer.place_mode is PlaceMode.HOST:
        return timing.with_travel(calendar.travel_buffer_minutes)
    return timing


def loads_by_calendar(
    calendar_ids: Collection[int],
    span: TimeSlot,
    now: datetime | None,
    *,
    without: Hold | None = None,
) -> dict[int, list[Load]]:
    """Time taken by active holds that touch the span; expiry is judged now, not by a job.

    Without a `now`, only holds that cannot expire: what is surely taken. One may be left out:
    whoever moves gives their own time back.
    """
    loads, _ = loads_and_expiries(calendar_ids, span, now, without=without)
    return loads


def loads_and_expiries(
    calendar_ids: Collection[int],
    span: TimeSlot,
    now: datetime | None,
    *,
    without: Hold | None = None,
) -> tuple[dict[int, list[Load]], dict[int, datetime]]:
    """The same, and by calendar when the first of these holds expires, if one will."""
    facts = {
        "calendar_ids": list(calendar_ids),
        "start": span.start,
        "end": span.end,
        "without_id": without.id if without else _NO_HOLD,
    }
    rows = db.session.execute(*((_SURE, facts) if now is None else (_TAKEN, {**facts, "now": now})))
    loads: dict[int, list[Load]] = defaultdict(list)
    expiries: dict[int, datetime] = {}
    for calendar_id, start, end, seats, expires_at in rows:
        loads[calendar_id].append(Load(start, end, seats))
        if expires_at:
            expiries[calendar_id] = min(expires_at, expiries.get(calendar_id, expires_at))
    return loads, expiries


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


def free_slots(
    calendar: Calendar,
    timing: OfferTiming,
    span: TimeSlot,
    now: datetime,
    *,
    without: Hold | None = None,
) -> list[datetime]:
    """Exactly the starts that a booking would accept; `without` the time that it gives back."""
    found = loads_by_calendar([calendar.id], timing.reach(span), now, without=without)
    loads = found[calendar.id]
    return slots(rules_of(calendar), loads, timing, span, ONE_BOOKING, now)


def nearest_free(
    calendar: Calendar,
    timing: OfferTiming,
    wanted: datetime,
    now: datetime,
    *,
    without: Hold | None = None,
) -> list[datetime]:
    """The two free starts nearest to a wanted one, within two weeks of it."""
    around = TimeSlot(wanted - NEAREST_WITHIN, wanted + NEAREST_WITHIN)
    return nearest_slots(free_slots(calendar, timing, around, now, without=without), wanted)


def still_has_room(held: Hold, timing: OfferTiming) -> bool:
    """Whether the time of a request fits beside what is surely taken, by the calendar as it is."""
    calendar = db.session.get_one(Calendar, held.calendar_id)
    load = timing.load(held.starts_at, held.seats)
    span = TimeSlot(load.start, load.end)
    loads = loads_by_calendar([calendar.id], span, None, without=held)[calendar.id]
    return still_fits(rules_of(calendar), loads, timing, held.starts_at, held.seats)


def free_slots_of_many(
    wanted: Mapping[int, tuple[Calendar, OfferTiming]], span: TimeSlot, now: datetime
) -> dict[int, list[datetime]]:
    """The same for several offers (by any key) with one question to the database."""
    if not wanted:
        return {}
    margin = timedelta(days=2)
    loads = loads_by_calendar(
        {calendar.id for calendar, _ in wanted.values()},
        TimeSlot(span.start - margin, span.end + margin),
        now,
    )
    return {
        key: slots(rules_of(calendar), loads[calendar.id], timing, span, ONE_BOOKING, now)
        for key, (calendar, timing) in wanted.items()
    }


def claimed_since(instant: datetime) -> dict[int, int]:
    """The revisions of the calendars that were claimed since then, by calendar id."""
    rows = db.session.execute(_CLAIMED_SINCE, {"instant": instant})
    return {calendar_id: revision for calendar_id, revision in rows}


def pictured_days(calendar_ids: Collection[int], days: Collection[date]) -> Mapping[int, Picture]:
    """When these calendars may be free on some UTC days; those that never are, are left out."""
    rows = db.session.execute(
        select(FreeDay.calendar_id, FreeDay.day, FreeDay.low, FreeDay.high).where(
            FreeDay.day.in_(days), FreeDay.calendar_id.in_(calendar_ids)
        )
    )
    pictures: dict[int, dict[date, DayBits]] = defaultdict(dict)
    for calendar_id, day, low, high in rows:
        pictures[calendar_id][day] = DayBits(low, high)
    return pictures


def calendar_facts(calendar: Calendar) -> dict[str, object]:
    """What a member's own file says of their calendar; minutes count from midnight."""
    return {
        "time_zone": calendar.time_zone,
        "notice_minutes": calendar.notice_minutes,
        "horizon_days": calendar.horizon_days,
        "weekly_hours": [
            {"weekday": each.weekday, "from": each.start_minute, "to": each.end_minute}
            for each in calendar.windows
        ],
        "exceptions": [
            {"day": each.day, "windows": each.windows, "reason": each.reason}
            for each in calendar.overrides
        ],
    }
