"""When the pro-ams of a market have time: hours of five kinds, and the picture of free days."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import insert, select

from pro_am.availability.actions import HORIZON_DAYS, PICTURED_BEYOND
from pro_am.availability.models import Calendar, FreeDay, WeeklyHours
from pro_am.availability.rules.bookable_time import bookable_time
from pro_am.availability.rules.calendar_rules import CalendarRules, WeeklyWindow
from pro_am.availability.rules.day_bits import DayBits, bits_by_day
from pro_am.foundation import clock, time_zones
from pro_am.foundation.bulk import insert_rows
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.operations.market.crowd import ZONE, Stall

# Evenings, lunch times, mornings, weekends: (weekdays, from, to) on the local clock.
HOURS = (
    (range(7), 18, 23),
    (range(5), 11, 15),
    (range(5), 7, 12),
    (range(5, 7), 9, 20),
    (range(1, 6), 17, 22),
)


def open_calendars(stalls: Sequence[Stall]) -> None:
    """Their hours, and the picture of free days that each of those leaves."""
    for kind in range(len(HOURS)):
        calendars = [stall.calendar for stall in stalls[kind :: len(HOURS)]]
        windows = _windows(kind)
        insert_rows(
            WeeklyHours,
            [
                {
                    "calendar_id": calendar,
                    "weekday": window.weekday,
                    "start_minute": window.start_minute,
                    "end_minute": window.end_minute,
                }
                for calendar in calendars
                for window in windows
            ],
        )
        _picture(calendars, windows)


def _picture(calendars: Sequence[int], windows: tuple[WeeklyWindow, ...]) -> None:
    """Calendars with the same hours look alike, so that the database copies the first of them."""
    first, others = calendars[:1], calendars[1:]
    pictured = [
        {"calendar_id": calendar, "day": day, "low": bits.low, "high": bits.high}
        for calendar in first
        for day, bits in _free_days(windows).items()
    ]
    insert_rows(FreeDay, pictured)
    copies = (
        select(FreeDay.day, Calendar.id, FreeDay.low, FreeDay.high)
        .join(Calendar, Calendar.id.in_(others))
        .where(FreeDay.calendar_id.in_(first))
        .order_by(FreeDay.day, Calendar.id)
    )
    columns = ["day", "calendar_id", "low", "high"]
    db.session.execute(insert(FreeDay).from_select(columns, copies))


def _windows(kind: int) -> tuple[WeeklyWindow, ...]:
    weekdays, opens, closes = HOURS[kind]
    return tuple(WeeklyWindow(weekday, opens * 60, closes * 60) for weekday in weekdays)


def _free_days(weekly: tuple[WeeklyWindow, ...]) -> Mapping[date, DayBits]:
    today = datetime.combine(clock.now(), time())
    span = TimeSlot(today, today + timedelta(days=HORIZON_DAYS) + PICTURED_BEYOND)
    rules = CalendarRules(zone=time_zones.zone(ZONE), weekly=weekly)
    return bits_by_day(bookable_time(rules, [], span, None))
