"""The slots that calendars offer."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from pro_am.availability.models import Calendar, Hold
from pro_am.availability.queries.hours import rules_of
from pro_am.availability.queries.taken import loads_by_calendar, taken_by_calendar
from pro_am.availability.rules import daily_most
from pro_am.availability.rules.free_time import ONE_BOOKING
from pro_am.availability.rules.slots import is_apart, nearest_slots, seats_left, slots
from pro_am.availability.rules.still_fits import still_fits
from pro_am.availability.rules.timing import OfferTiming
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot

NEAREST_WITHIN = timedelta(days=14)


def free_slots(
    calendar: Calendar,
    timing: OfferTiming,
    span: TimeSlot,
    now: datetime,
    *,
    people: int = 1,
    without: Hold | None = None,
) -> list[datetime]:
    """Exactly the starts that a booking for so many people would accept.

    `without` the time that it gives back.
    """
    rules = rules_of(calendar)
    matters = daily_most.reach(rules, timing, span)
    taken = taken_by_calendar([calendar.id], matters, now, without=without)[calendar.id]
    rules = daily_most.with_full_days(rules, timing, taken.booked)
    return slots(rules, taken.loads, timing, span, timing.seats_for(people), now)


def slots_if_empty(
    calendar: Calendar, timing: OfferTiming, span: TimeSlot, now: datetime
) -> list[datetime]:
    """The starts that could be booked if nobody had come before: those one can wait for."""
    return slots(rules_of(calendar), (), timing, span, ONE_BOOKING, now)


def seats_left_at(
    calendar: Calendar, timing: OfferTiming, starts: Sequence[datetime], now: datetime
) -> dict[datetime, int]:
    """How many more could come to each of these starts of a group.

    Starts at which others are together, or busy, are left out: they are not full, but closed.
    """
    if not starts:
        return {}
    span = TimeSlot(min(starts), max(starts) + timedelta.resolution)
    loads = loads_by_calendar([calendar.id], timing.reach(span), now)[calendar.id]
    rules = rules_of(calendar)
    return {
        start: seats_left(rules, loads, timing, start)
        for start in starts
        if is_apart(loads, timing.load(start))
    }


def nearest_free(
    calendar: Calendar,
    timing: OfferTiming,
    wanted: datetime,
    now: datetime,
    *,
    people: int = 1,
    without: Hold | None = None,
) -> list[datetime]:
    """The two free starts nearest to a wanted one, within two weeks of it."""
    around = TimeSlot(wanted - NEAREST_WITHIN, wanted + NEAREST_WITHIN)
    free = free_slots(calendar, timing, around, now, people=people, without=without)
    return nearest_slots(free, wanted)


def still_has_room(held: Hold, timing: OfferTiming) -> bool:
    """Whether the time of a request fits beside what is surely taken, by the calendar as it is."""
    calendar = db.session.get_one(Calendar, held.calendar_id)
    load = timing.load(held.starts_at, held.seats)
    span = TimeSlot(load.start, load.end)
    loads = loads_by_calendar([calendar.id], span, None, without=held)[calendar.id]
    return still_fits(rules_of(calendar), loads, timing, held.starts_at, held.seats)
