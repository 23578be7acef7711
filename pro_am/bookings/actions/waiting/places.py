"""What every deed with a place in a waiting list has in common."""

from datetime import date, datetime

from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar
from pro_am.availability.rules.wall_time import MINUTES_A_DAY, instant
from pro_am.bookings.models import WaitingPlace
from pro_am.bookings.rules.waiting_list import PlaceState
from pro_am.foundation import clock, time_zones
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles.models import Offer


def claimed(place: WaitingPlace) -> WaitingPlace:
    """A place as it is now, with its calendar claimed."""
    place_id, calendar_id = place.id, place.calendar_id
    availability.claim(calendar_id)
    return db.session.get_one(WaitingPlace, place_id, populate_existing=True)


def end(place: WaitingPlace, state: PlaceState) -> None:
    """Nobody waits any more; what was held for them is free."""
    place.state, place.live_key = state, None
    if place.hold and place.hold.released_at is None:
        availability.release(place.hold)


def span_of(calendar: Calendar, day: date, start: datetime | None) -> TimeSlot | None:
    """What is waited for: one start, or the rest of a local day."""
    if start:
        return TimeSlot(start, start + start.resolution) if start > clock.now() else None
    zone = time_zones.zone(calendar.time_zone)
    first = max(instant(day, 0, zone), clock.now())
    end = instant(day, MINUTES_A_DAY, zone)
    return TimeSlot(first, end) if first < end else None


def free_starts(calendar: Calendar, offer: Offer, span: TimeSlot, people: int) -> list[datetime]:
    """The starts that somebody who waits could have now."""
    timing = calendars.timing_of(calendar, offer)
    return calendars.free_slots(calendar, timing, span, clock.now(), people=people)
