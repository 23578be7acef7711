"""Reading calendars: their rules, the time taken in them, the slots they offer."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

from sqlalchemy import and_, bindparam, func, or_, select

from pro_am.availability.models import Calendar, FreeDay, Hold
from pro_am.availability.rules import daily_most
from pro_am.availability.rules.calendar_rules import (
    CalendarRules,
    DateOverride,
    DayWindow,
    WeeklyWindow,
)
from pro_am.availability.rules.daily_most import Booked
from pro_am.availability.rules.day_bits import DayBits
from pro_am.availability.rules.free_time import ONE_BOOKING, Load
from pro_am.availability.rules.slots import OfferTiming, nearest_slots, slots
from pro_am.foundation import time_zones
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import TRAVELLING, PlaceMode

NEAREST_WITHIN = timedelta(days=14)

Picture = Mapping[date, DayBits]

# The table, not the model: half the price, at every search.
_calendars = Calendar.__table__
_CLAIMED_SINCE = select(_calendars.c.id, _calendars.c.revision).where(
    _calendars.c.claimed_at > bindparam("instant")
)
_ID_OF = select(_calendars.c.id).where(
    _calendars.c.profile_id == bindparam("profile_id"), _calendars.c.is_main
)


# In a question about offers: the calendar in which each takes its time.
OF_OFFER = and_(
    Calendar.profile_id == Offer.profile_id,
    or_(Calendar.id == Offer.calendar_id, and_(Offer.calendar_id.is_(None), Calendar.is_main)),
)


def calendar_of(profile_id: int) -> Calendar | None:
    """The first calendar of a profile: in it, offers take their time that name no other."""
    return db.session.scalar(
        select(Calendar).where(Calendar.profile_id == profile_id, Calendar.is_main)
    )


def calendar_for(offer: Offer) -> Calendar | None:
    """The one in which an offer takes its time."""
    if offer.calendar_id is None:
        return calendar_of(offer.profile_id)
    return db.session.get(Calendar, offer.calendar_id)


def calendar_id_for(offer: Offer) -> int | None:
    if offer.calendar_id is None:
        return db.session.scalar(_ID_OF, {"profile_id": offer.profile_id})
    return offer.calendar_id


def calendars_of(profile_id: int) -> list[Calendar]:
    """All calendars of a profile, the first one first; claims of several keep this order."""
    found = select(Calendar).where(Calendar.profile_id == profile_id).order_by(Calendar.id)
    return list(db.session.scalars(found))


def calendars_with(calendar_ids: Collection[int]) -> list[Calendar]:
    return list(db.session.scalars(select(Calendar).where(Calendar.id.in_(calendar_ids))))


def farthest_horizon(calendar: Calendar) -> int:
    """In days: the calendar's own, or that of an offer which can be booked further ahead."""
    of_offers = db.session.scalar(
        select(func.max(Offer.horizon_days)).where(Offer.profile_id == calendar.profile_id)
    )
    return max(calendar.horizon_days, of_offers or 0)


def takes_time_in(offer: Offer, calendar: Calendar) -> bool:
    """Whether this is still the calendar of an offer, for whoever has claimed it."""
    if offer.calendar_id is None:
        return calendar.is_main and calendar.profile_id == offer.profile_id
    return offer.calendar_id == calendar.id


def rules_of(calendar: Calendar) -> CalendarRules:
    return CalendarRules(
        zone=time_zones.zone(calendar.time_zone),
        weekly=tuple(
            WeeklyWindow(
                each.weekday,
                each.start_minute,
                each.end_minute,
                each.capacity,
                each.every,
                each.anchor,
                each.valid_from,
                each.valid_until,
            )
            for each in calendar.windows
        ),
        overrides=tuple(
            DateOverride(each.day, tuple(DayWindow(*window) for window in each.windows))
            for each in calendar.overrides
        ),
        notice_minutes=calendar.notice_minutes,
        horizon_days=calendar.horizon_days,
        most_a_day=calendar.most_a_day,
    )


class Bookable(Protocol):
    """What a calendar has to know of an offer: an Offer, or a row with the same columns.

    None means: as the calendar says.
    """

    @property
    def id(self) -> int: ...
    @property
    def duration_minutes(self) -> int: ...
    @property
    def slot_step_minutes(self) -> int: ...
    @property
    def place_mode(self) -> PlaceMode: ...
    @property
    def buffer_before_minutes(self) -> int | None: ...
    @property
    def buffer_after_minutes(self) -> int | None: ...
    @property
    def travel_buffer_minutes(self) -> int | None: ...
    @property
    def notice_minutes(self) -> int | None: ...
    @property
    def horizon_days(self) -> int | None: ...
    @property
    def most_a_day(self) -> int | None: ...


def timing_of(calendar: Calendar, offer: Bookable) -> OfferTiming:
    """An offer's own buffers and limits, where it has some, and else those of its calendar.

    Its pro-am travels to the host's place, and also to hand over what they deliver there.
    """
    timing = OfferTiming(
        offer.duration_minutes,
        offer.slot_step_minutes,
        _own(offer.buffer_before_minutes, calendar.buffer_before_minutes),
        _own(offer.buffer_after_minutes, calendar.buffer_after_minutes),
        offer.notice_minutes,
        offer.horizon_days,
        offer.most_a_day,
        offer.id,
    )
    if offer.place_mode in TRAVELLING:
        travel = _own(offer.travel_buffer_minutes, calendar.travel_buffer_minutes)
        return timing.with_travel(travel)
    return timing


def _own(own: int | None, of_calendar: int) -> int:
    return of_calendar if own is None else own


@dataclass
class Taken:
    """What active holds take of a calendar in some span."""

    loads: list[Load] = field(default_factory=list)
    booked: list[Booked] = field(default_factory=list)
    expires_at: datetime | None = None
    """When the first of these holds expires, if one will."""


def loads_by_calendar(
    calendar_ids: Collection[int], span: TimeSlot, now: datetime | None
) -> dict[int, list[Load]]:
    """Time taken by active holds that touch the span; expiry is judged now, not by a job.

    Without a `now`, only holds that cannot expire: what is surely taken.
    """
    taken = taken_by_calendar(calendar_ids, span, now)
    return defaultdict(list, {each: of_calendar.loads for each, of_calendar in taken.items()})


def taken_by_calendar(
    calendar_ids: Collection[int], span: TimeSlot, now: datetime | None
) -> dict[int, Taken]:
    """The same, with what else is known of these holds."""
    expiry = Hold.expires_at.is_(None)
    rows = db.session.execute(
        select(
            Hold.calendar_id,
            Hold.blocks_from,
            Hold.blocks_until,
            Hold.seats,
            Hold.starts_at,
            Hold.offer_id,
            Hold.expires_at,
        ).where(
            Hold.calendar_id.in_(calendar_ids),
            Hold.blocks_from < span.end,
            Hold.blocks_until > span.start,
            Hold.released_at.is_(None),
            expiry if now is None else or_(expiry, Hold.expires_at > now),
        )
    )
    taken: dict[int, Taken] = defaultdict(Taken)
    for calendar_id, blocks_from, blocks_until, seats, starts_at, offer_id, expires_at in rows:
        of_calendar = taken[calendar_id]
        of_calendar.loads.append(Load(blocks_from, blocks_until, seats))
        of_calendar.booked.append(Booked(starts_at, offer_id))
        if expires_at:
            of_calendar.expires_at = min(expires_at, of_calendar.expires_at or expires_at)
    return taken


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
    calendar: Calendar, timing: OfferTiming, span: TimeSlot, now: datetime
) -> list[datetime]:
    """Exactly the starts that a booking would accept."""
    rules = rules_of(calendar)
    matters = daily_most.reach(rules, timing, span)
    taken = taken_by_calendar([calendar.id], matters, now)[calendar.id]
    rules = daily_most.with_full_days(rules, timing, taken.booked)
    return slots(rules, taken.loads, timing, span, ONE_BOOKING, now)


def nearest_free(
    calendar: Calendar, timing: OfferTiming, wanted: datetime, now: datetime
) -> list[datetime]:
    """The two free starts nearest to a wanted one, within two weeks of it."""
    around = TimeSlot(wanted - NEAREST_WITHIN, wanted + NEAREST_WITHIN)
    return nearest_slots(free_slots(calendar, timing, around, now), wanted)


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
        "name": calendar.name,
        "time_zone": calendar.time_zone,
        "notice_minutes": calendar.notice_minutes,
        "horizon_days": calendar.horizon_days,
        "weekly_hours": [
            {
                "weekday": each.weekday,
                "from": each.start_minute,
                "to": each.end_minute,
                "every": each.every,
                "valid_from": each.valid_from,
                "valid_until": each.valid_until,
            }
            for each in calendar.windows
        ],
        "exceptions": [
            {"day": each.day, "windows": each.windows, "reason": each.reason}
            for each in calendar.overrides
        ],
    }
