"""Five days of start times of one offer, as its pro-am's public page shows them."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from flask import request, url_for
from flask_babel import ngettext

from pro_am.availability import queries as calendars
from pro_am.availability.memory import Bookable, Free, FreeStarts, bookable_of
from pro_am.availability.rules.wall_time import MINUTES_A_DAY, instant
from pro_am.availability.views import slot_days
from pro_am.availability.views.slot_days import Wait
from pro_am.foundation import time_zones
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web import wording
from pro_am.profiles.models import Offer

NEXT_WITHIN = timedelta(days=60)


def stamp(bookable: Bookable, now: datetime) -> Hashable:
    """What the week of an offer follows from, beside the day that is asked."""
    free_starts = FreeStarts(now)
    free = _free(free_starts, bookable, now)
    today = time_zones.to_local(now, time_zones.zone(free.zone)).date()
    is_relied_on = calendars.is_relied_on(bookable.calendar_id, now)
    return free, free_starts.revision_of(bookable), today, is_relied_on


def week_of(offer: Offer, now: datetime) -> dict[str, object] | None:
    """From the asked day or the first free one on."""
    bookable = bookable_of(offer)
    if bookable is None:
        return None
    bookable = bookable.for_people(offer.seats_least)
    free_starts = FreeStarts(now)
    free = _free(free_starts, bookable, now)
    starts, zone = free.starts, time_zones.zone(free.zone)
    by_day = slot_days.by_local_day(starts, free.zone)
    today = time_zones.to_local(now, zone).date()
    first = _asked_day(today) or _first_shown(offer, by_day, today, now)
    days = slot_days.shown_from(first)
    full = free_starts.taken_days(bookable, [day for day in days if day not in by_day])
    later = [day for day in by_day if day > days[-1]]
    group = _group(offer, days, free.zone, now) if offer.is_group else _Group()
    waiting = {day: [Wait("", _waiting_url(offer, day=day.isoformat()))] for day in full}
    return {
        "days": slot_days.slot_days(
            days,
            by_day,
            free.zone,
            full=full,
            notes=group.notes,
            waiting=waiting | group.waiting,
        ),
        "heading": slot_days.heading(days),
        "next_url": _week_url(offer, min(later)) if later else None,
        "previous_url": _week_url(offer, max(today, first - timedelta(days=slot_days.SHOWN_DAYS)))
        if first > today
        else None,
        "first_free": wording.moment(starts[0], free.zone, short=True) if starts else None,
        "is_resting": not starts and calendars.is_resting(bookable.calendar_id),
        "zone": free.zone,
        "at_once": offer.is_instant and calendars.is_relied_on(bookable.calendar_id, now),
    }


def _first_shown(offer: Offer, free_days: Collection[date], today: date, now: datetime) -> date:
    """The first day with a free start; for a group also with one that can be waited for."""
    calendar = calendars.calendar_for(offer) if offer.is_group else None
    if calendar is not None:
        timing = calendars.timing_of(calendar, offer)
        starts = calendars.slots_if_empty(calendar, timing, TimeSlot(now, now + NEXT_WITHIN), now)
        free_days = slot_days.by_local_day(starts[:1], calendar.time_zone)
    return min(free_days, default=today)


@dataclass(frozen=True)
class _Group:
    """How many seats are left at each start, and which starts one can wait for."""

    notes: dict[datetime, str] = field(default_factory=dict)
    waiting: dict[date, list[Wait]] = field(default_factory=dict)


def _group(offer: Offer, days: list[date], zone: str, now: datetime) -> _Group:
    calendar = calendars.calendar_for(offer)
    if calendar is None:
        return _Group()
    timing, clock = calendars.timing_of(calendar, offer), time_zones.zone(zone)
    span = TimeSlot(instant(days[0], 0, clock), instant(days[-1], MINUTES_A_DAY, clock))
    starts = calendars.slots_if_empty(calendar, timing, span, now)
    left = calendars.seats_left_at(calendar, timing, starts, now)
    notes = {
        start: ngettext("%(num)s left", "%(num)s left", seats) for start, seats in left.items()
    }
    full = [start for start, seats in left.items() if seats < offer.seats_least]
    waiting = {
        day: [
            Wait(
                wording.clock_time(start, zone),
                _waiting_url(offer, start=slot_days.as_value(start)),
            )
            for start in of_day
        ]
        for day, of_day in slot_days.by_local_day(full, zone).items()
    }
    return _Group(notes, waiting)


def _waiting_url(offer: Offer, **asked: str) -> str:
    return url_for("bookings.join", public_id=offer.public_id, **dict[str, Any](asked))


def _asked_day(today: date) -> date | None:
    try:
        day = date.fromisoformat(request.args.get("from", ""))
    except ValueError:
        return None
    return day if today <= day <= today + timedelta(days=366) else None


def _week_url(offer: Offer, day: date) -> str:
    chosen: dict[str, Any] = {"offer": offer.public_id, "from": day.isoformat()}
    return url_for("pages.profile", slug=offer.profile.slug, _anchor="book", **chosen)


def _free(free_starts: FreeStarts, bookable: Bookable, now: datetime) -> Free:
    [free] = free_starts.within([bookable], TimeSlot(now, now + NEXT_WITHIN))
    return free
