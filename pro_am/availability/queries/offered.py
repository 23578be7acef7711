"""The slots that calendars offer."""

from datetime import datetime, timedelta

from pro_am.availability.models import Calendar
from pro_am.availability.queries.hours import rules_of
from pro_am.availability.queries.taken import taken_by_calendar
from pro_am.availability.rules import daily_most
from pro_am.availability.rules.free_time import ONE_BOOKING
from pro_am.availability.rules.slots import OfferTiming, nearest_slots, slots
from pro_am.foundation.time_slots import TimeSlot

NEAREST_WITHIN = timedelta(days=14)


def free_slots(
    calendar: Calendar, timing: OfferTiming, span: TimeSlot, now: datetime
) -> list[datetime]:
    """Exactly the starts that a booking would accept."""
    rules = rules_of(calendar)
    matters = daily_most.reach(rules, timing, span)
    taken = taken_by_calendar([calendar.id], matters, now)[calendar.id]
    rules = daily_most.with_full_days(rules, timing, taken.booked)
    return slots(rules, taken.loads, timing, span, ONE_BOOKING, now)


def nearest_free(
    calendar: Calendar, timing: OfferTiming, wanted: datetime, now: datetime
) -> list[datetime]:
    """The two free starts nearest to a wanted one, within two weeks of it."""
    around = TimeSlot(wanted - NEAREST_WITHIN, wanted + NEAREST_WITHIN)
    return nearest_slots(free_slots(calendar, timing, around, now), wanted)
