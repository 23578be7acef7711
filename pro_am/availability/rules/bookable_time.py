"""Bookable time: free time that is neither too soon nor too far away."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.free_time import Load, free_time
from pro_am.availability.rules.wall_time import instant
from pro_am.availability.rules.windows import open_windows
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import to_local


def bookable_time(
    rules: CalendarRules,
    loads: Iterable[Load],
    span: TimeSlot,
    seats: int | None = 1,
    now: datetime | None = None,
) -> list[TimeSlot]:
    """Free time of the span within the notice and the horizon, which need a `now` to apply."""
    bookable = bookable_span(rules, span, now)
    if bookable is None:
        return []
    return free_time(open_windows(rules, bookable), loads, bookable, seats)


def bookable_span(rules: CalendarRules, span: TimeSlot, now: datetime | None) -> TimeSlot | None:
    """The part of the span in which a booking may start.

    That is from `now` and the notice, in elapsed minutes, to the end of the local day that is
    `horizon_days` after today. Without a `now` it is all of the span.
    """
    if now is None:
        return span
    start = max(span.start, now + timedelta(minutes=rules.notice_minutes))
    end = span.end
    if rules.horizon_days is not None:
        last_day = to_local(now, rules.zone).date() + timedelta(days=rules.horizon_days)
        end = min(end, instant(last_day, 24 * 60, rules.zone))
    return TimeSlot(start, end) if start < end else None
