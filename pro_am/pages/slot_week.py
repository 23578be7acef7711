"""Five days of start times of one offer, as its pro-am's public page shows them."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask import request, url_for

from pro_am.availability import queries as calendars
from pro_am.availability.memory import Bookable, Free, FreeStarts, bookable_of
from pro_am.foundation import time_zones
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web import wording
from pro_am.profiles.models import Offer

SHOWN_DAYS = 5
NEXT_WITHIN = timedelta(days=60)


@dataclass(frozen=True)
class SlotChoice:
    value: str
    label: str


@dataclass(frozen=True)
class SlotDay:
    label: str
    long_label: str
    slots: list[SlotChoice]
    is_full: bool  # open, and taken by others


def stamp(bookable: Bookable, now: datetime) -> Hashable:
    """What the week of an offer follows from, beside the day that is asked."""
    free_starts = FreeStarts(now)
    free = _free(free_starts, bookable, now)
    today = time_zones.to_local(now, time_zones.zone(free.zone)).date()
    return free, free_starts.revision_of(bookable), today


def week_of(offer: Offer, now: datetime) -> dict[str, object] | None:
    """From the asked day or the first free one on."""
    bookable = bookable_of(offer)
    if bookable is None:
        return None
    free_starts = FreeStarts(now)
    free = _free(free_starts, bookable, now)
    starts, zone = free.starts, time_zones.zone(free.zone)
    by_day: dict[date, list[datetime]] = {}
    for start in starts:
        by_day.setdefault(time_zones.to_local(start, zone).date(), []).append(start)
    today = time_zones.to_local(now, zone).date()
    first = _asked_day(today) or (min(by_day) if by_day else today)
    days = [first + timedelta(days=number) for number in range(SHOWN_DAYS)]
    full = free_starts.taken_days(bookable, [day for day in days if day not in by_day])
    later = [day for day in by_day if day > days[-1]]
    earlier = [day for day in by_day if day < first]
    return {
        "days": [
            SlotDay(
                wording.day(day),
                wording.long_day(day),
                [
                    SlotChoice(f"{start:%Y-%m-%dT%H:%MZ}", wording.clock_time(start, free.zone))
                    for start in by_day.get(day, [])
                ],
                is_full=day in full,
            )
            for day in days
        ],
        "heading": f"{wording.day(days[0])} – {wording.day(days[-1])}",
        "next_url": _week_url(offer, min(later)) if later else None,
        "previous_url": _week_url(offer, max(today, first - timedelta(days=SHOWN_DAYS)))
        if earlier
        else None,
        "first_free": wording.moment(starts[0], free.zone, short=True) if starts else None,
        "is_resting": not starts and calendars.is_resting(bookable.calendar_id),
        "zone": free.zone,
    }


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
