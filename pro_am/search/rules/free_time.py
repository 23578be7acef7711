"""When somebody wants an offer: a day and hours on the clock of a place, as instants."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from pro_am.availability.rules.wall_time import instant
from pro_am.foundation.time_slots import TimeSlot

FURTHEST = timedelta(days=366)


def wanted_span(
    day: date | None, after_hour: int | None, before_hour: int | None, zone: ZoneInfo, today: date
) -> TimeSlot | None:
    """The stretch in which the offer should begin; None when no day, or no real one, is asked.

    Hours that are turned round ("from 22 until 19") mean from 22 on.
    """
    if day is None or not today <= day <= today + FURTHEST:
        return None
    first = after_hour if after_hour is not None else 0
    last = before_hour if before_hour is not None and before_hour > first else 24
    start, end = instant(day, first * 60, zone), instant(day, last * 60, zone)
    return TimeSlot(start, end) if start < end else None
