"""What a pro-am says of their hours."""

from collections.abc import Iterable
from datetime import date

from pro_am.availability import queries
from pro_am.availability.actions.claiming import claim
from pro_am.availability.actions.freshness import confirm_hours
from pro_am.availability.actions.picturing import picture_free_days
from pro_am.availability.events import HoursChanged
from pro_am.availability.models import Calendar, Override, WeeklyHours
from pro_am.availability.rules.calendar_rules import WeeklyWindow, usual_capacity
from pro_am.availability.rules.exceptions import Exceptional
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish

NOTICE_MINUTES = 24 * 60
HORIZON_DAYS = 60


def open_calendar(profile_id: int, time_zone: str, weekly: Iterable[WeeklyWindow]) -> Calendar:
    with transaction():
        calendar = Calendar(
            profile_id=profile_id,
            time_zone=time_zone,
            notice_minutes=NOTICE_MINUTES,
            horizon_days=HORIZON_DAYS,
            confirmed_at=clock.now(),
            windows=[_hours(window) for window in weekly],
        )
        db.session.add(calendar)
        db.session.flush()  # free days need its id
        picture_free_days(calendar)
        publish(HoursChanged(calendar.id, profile_id))
    return calendar


def change_hours(  # noqa: PLR0913 - what one form says
    calendar_id: int,
    *,
    weekly: Iterable[WeeklyWindow],
    notice_minutes: int,
    horizon_days: int,
    buffers: tuple[int, int, int],
    capacity: int | None = None,
    most_a_day: int | None = None,
) -> None:
    """Set weekly hours, notice, horizon and buffers (before, after, travel; minutes).

    The usual capacity is said once for the whole calendar: other hours on some days follow it,
    but for those that had one of their own.
    What is agreed stays agreed, inside the new hours or not.
    """
    with transaction():
        calendar = claim(calendar_id)
        usual = usual_capacity(calendar.windows)
        calendar.most_a_day = most_a_day
        calendar.windows = [_hours(window) for window in weekly]
        calendar.notice_minutes = notice_minutes
        calendar.horizon_days = horizon_days
        (
            calendar.buffer_before_minutes,
            calendar.buffer_after_minutes,
            calendar.travel_buffer_minutes,
        ) = buffers
        if capacity is not None:
            for override in calendar.overrides:
                override.windows = [
                    [start, end, capacity if seats == usual else seats]
                    for start, end, seats in override.windows
                ]
        confirm_hours(calendar.profile_id)
        picture_free_days(calendar)
        publish(HoursChanged(calendar.id, calendar.profile_id))


def override_days(
    calendar_id: int, exceptional: Exceptional, *, instead_of: tuple[date, date] | None = None
) -> None:
    """Set other hours from a day to another, or close them; what was said of them goes."""
    with transaction():
        calendar = claim(calendar_id)
        if instead_of:
            _forget_overrides(calendar, *instead_of)
        _forget_overrides(calendar, exceptional.first, exceptional.last)
        calendar.overrides += [
            Override(
                day=each.day,
                windows=[[w.start_minute, w.end_minute, w.capacity] for w in each.windows],
                reason=exceptional.reason,
            )
            for each in exceptional.overrides
        ]
        confirm_hours(calendar.profile_id)
        picture_free_days(calendar)
        publish(HoursChanged(calendar.id, calendar.profile_id))


def drop_overrides(calendar_id: int, first: date, last: date) -> None:
    """The weekly hours count again on these days, both included."""
    with transaction():
        calendar = claim(calendar_id)
        _forget_overrides(calendar, first, last)
        confirm_hours(calendar.profile_id)
        picture_free_days(calendar)
        publish(HoursChanged(calendar.id, calendar.profile_id))


def empty_calendar(calendar_id: int) -> None:
    """Close it for good: no hours, no exceptions with their reasons; what was held stays."""
    with transaction():
        calendar = claim(calendar_id)
        calendar.windows, calendar.overrides = [], []
        db.session.flush()  # free days are pictured from the rules as they are now
        picture_free_days(calendar)
        publish(HoursChanged(calendar.id, calendar.profile_id))


def _forget_overrides(calendar: Calendar, first: date, last: date) -> None:
    calendar.overrides = [each for each in calendar.overrides if not first <= each.day <= last]
    db.session.flush()  # the row goes before another for the same day comes


def hours_like(calendar: Calendar) -> list[WeeklyHours]:
    """The same hours, for another calendar."""
    return [_hours(window) for window in queries.rules_of(calendar).weekly]


def _hours(window: WeeklyWindow) -> WeeklyHours:
    return WeeklyHours(
        weekday=window.weekday,
        start_minute=window.start_minute,
        end_minute=window.end_minute,
        capacity=window.capacity,
        every=window.every,
        anchor=window.anchor,
        valid_from=window.valid_from,
        valid_until=window.valid_until,
    )
