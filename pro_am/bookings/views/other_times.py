"""The choice of another time for a booking, as two pages offer it: a week of free starts."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from flask import request, url_for

from pro_am.availability.views import slot_days
from pro_am.bookings.models import Booking
from pro_am.foundation import clock, time_zones
from pro_am.foundation.time_slots import TimeSlot

WITHIN = timedelta(days=60)
_WEEK = timedelta(days=slot_days.SHOWN_DAYS)


def coming() -> TimeSlot:
    """How far ahead another time is looked for."""
    now = clock.now()
    return TimeSlot(now, now + WITHIN)


def week_of(booking: Booking, starts: Sequence[datetime]) -> dict[str, object]:
    """From the asked day on; at first from about the day of the booking, or the last free one."""
    zone = booking.time_zone
    by_day = slot_days.by_local_day(starts, zone)
    around = time_zones.to_local(booking.starts_at, time_zones.zone(zone)).date()
    near = [day for day in by_day if day >= around - timedelta(days=1)]
    first = _asked_day() or min(near or [max(by_day, default=around)])
    days = slot_days.shown_from(first)
    earlier, later = [d for d in by_day if d < days[0]], [d for d in by_day if d > days[-1]]
    return {
        "days": slot_days.slot_days(days, by_day, zone),
        "heading": slot_days.heading(days),
        "has_times": bool(by_day),
        "previous_url": _week_url(max(min(by_day), first - _WEEK)) if earlier else None,
        "next_url": _week_url(min(later)) if later else None,
    }


def _asked_day() -> date | None:
    try:
        return date.fromisoformat(request.args.get("from", ""))
    except ValueError:
        return None


def _week_url(day: date) -> str:
    """The same page, with the days from another on."""
    of_page: dict[str, Any] = {**(request.view_args or {}), "from": day.isoformat()}
    return url_for(str(request.endpoint), _anchor="start", **of_page)
