"""What a calendar says of itself, and what an offer says otherwise."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Protocol

from sqlalchemy import BindParameter, bindparam, select

from pro_am.availability.models import Calendar, Override, WeeklyHours
from pro_am.availability.rules.calendar_rules import (
    CalendarRules,
    DateOverride,
    DayWindow,
    WeeklyWindow,
)
from pro_am.availability.rules.timing import OfferTiming
from pro_am.foundation import time_zones
from pro_am.foundation.database import db
from pro_am.profiles.rules import TRAVELLING, PlaceMode

_WINDOW = (
    WeeklyHours.weekday,
    WeeklyHours.start_minute,
    WeeklyHours.end_minute,
    WeeklyHours.capacity,
    WeeklyHours.every,
    WeeklyHours.anchor,
    WeeklyHours.valid_from,
    WeeklyHours.valid_until,
)
_WINDOWS = (
    select(*_WINDOW)
    .where(WeeklyHours.calendar_id == bindparam("calendar_id"))
    .order_by(WeeklyHours.weekday, WeeklyHours.start_minute)
)
_OVERRIDES = (
    select(Override.day, Override.windows)
    .where(Override.calendar_id == bindparam("calendar_id"))
    .order_by(Override.day)
)
_IDS: BindParameter[int] = bindparam("calendar_ids", expanding=True)
_CALENDAR = (
    Calendar.id,
    Calendar.revision,
    Calendar.time_zone,
    Calendar.notice_minutes,
    Calendar.horizon_days,
    Calendar.buffer_before_minutes,
    Calendar.buffer_after_minutes,
    Calendar.travel_buffer_minutes,
    Calendar.most_a_day,
    Calendar.paused_at,
)
_WITH_WINDOWS = (
    select(*_CALENDAR, *_WINDOW)
    .outerjoin(WeeklyHours, WeeklyHours.calendar_id == Calendar.id)
    .where(Calendar.id.in_(_IDS))
    .order_by(Calendar.id, WeeklyHours.weekday, WeeklyHours.start_minute)
)
_OVERRIDES_OF = (
    select(Override.calendar_id, Override.day, Override.windows)
    .where(Override.calendar_id.in_(_IDS))
    .order_by(Override.calendar_id, Override.day)
)


def rules_of(calendar: Calendar) -> CalendarRules:
    windows = ([getattr(each, field.key) for field in _WINDOW] for each in calendar.windows)
    overrides = ((each.day, each.windows) for each in calendar.overrides)
    return _rules(calendar, windows, overrides)


def rules_read(calendar: Calendar) -> CalendarRules:
    """The same, where nobody wants to change the hours: rows cost half of models."""
    which = {"calendar_id": calendar.id}
    windows = db.session.execute(_WINDOWS, which).all()
    return _rules(calendar, windows, db.session.execute(_OVERRIDES, which).all())


def rules_of_many(calendar_ids: Collection[int]) -> list[tuple[Any, CalendarRules]]:
    """Each calendar as a row, with its rules; for searches, which look at hundreds."""
    connection, which = db.session.connection(), {"calendar_ids": list(calendar_ids)}
    overrides = {
        calendar_id: [each[1:] for each in of_calendar]
        for calendar_id, of_calendar in groupby(
            connection.execute(_OVERRIDES_OF, which), key=itemgetter(0)
        )
    }
    found = []
    of_calendars = groupby(connection.execute(_WITH_WINDOWS, which), key=itemgetter(0))
    for calendar_id, rows in of_calendars:
        calendar, *others = rows  # a row for each window; without any, one that has none
        windows = [row[len(_CALENDAR) :] for row in (calendar, *others) if row.weekday is not None]
        found.append((calendar, _rules(calendar, windows, overrides.get(calendar_id, ()))))
    return found


@lru_cache(maxsize=4096)
def _window(*window: Any) -> WeeklyWindow:
    """Many calendars open at the same times."""
    return WeeklyWindow(*window)


def _rules(
    calendar: Any, windows: Iterable[Iterable[Any]], overrides: Iterable[Iterable[Any]]
) -> CalendarRules:
    """A calendar that is paused is never open."""
    is_paused = calendar.paused_at is not None
    return CalendarRules(
        zone=time_zones.zone(calendar.time_zone),
        weekly=() if is_paused else tuple(_window(*window) for window in windows),
        overrides=()
        if is_paused
        else tuple(
            DateOverride(day, tuple(DayWindow(*window) for window in of_day))
            for day, of_day in overrides
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
    def is_group(self) -> bool: ...
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
        offer.is_group,
    )
    if offer.place_mode in TRAVELLING:
        travel = _own(offer.travel_buffer_minutes, calendar.travel_buffer_minutes)
        return timing.with_travel(travel)
    return timing


def _own(own: int | None, of_calendar: int) -> int:
    return of_calendar if own is None else own
