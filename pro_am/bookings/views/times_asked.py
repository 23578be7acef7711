"""What the last page before a request says of its time: free, nearest, at once, seats left."""

from datetime import datetime, timedelta

from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar
from pro_am.availability.rules.slots import nearest_slots
from pro_am.bookings.rules.instant import leaves_the_notice
from pro_am.foundation import clock
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles.models import Offer

OTHER_TIMES_WITHIN = timedelta(days=14)


def seats_left(offer: Offer, start: datetime) -> int | None:
    """How many more could come to a group; None where it is not one."""
    calendar = calendars.calendar_for(offer) if offer.is_group else None
    if calendar is None:
        return None
    timing = calendars.timing_of(calendar, offer)
    return calendars.seats_left_at(calendar, timing, [start], clock.now()).get(start)


def promises_at_once(
    offer: Offer, calendar: Calendar | None, start: datetime | None, nearest: list[datetime]
) -> bool:
    """Whether the page says "book" or "ask"; what it says is what happens, or the host is told."""
    first = min(nearest) if nearest else start
    return (
        offer.is_instant
        and calendar is not None
        and calendar.is_relied_on(clock.now())
        and first is not None
        and leaves_the_notice(clock.now(), first, notice_minutes=offer.instant_notice_minutes)
    )


def is_free(offer: Offer, start: datetime | None, people: int) -> bool:
    return start is not None and start in _free_around(offer, start, people)


def nearest(offer: Offer, start: datetime | None, people: int) -> list[datetime]:
    return nearest_slots(_free_around(offer, start, people), start or clock.now())


def _free_around(offer: Offer, start: datetime | None, people: int) -> list[datetime]:
    calendar, now = calendars.calendar_for(offer), clock.now()
    if calendar is None:
        return []
    timing = calendars.timing_of(calendar, offer)
    middle = start or now
    span = TimeSlot(middle - OTHER_TIMES_WITHIN, middle + OTHER_TIMES_WITHIN)
    return calendars.free_slots(calendar, timing, span, now, people=people)
