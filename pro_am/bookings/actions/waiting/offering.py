"""What comes back is offered to whoever waits, in their order."""

from datetime import datetime

from sqlalchemy import update

from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar
from pro_am.bookings.actions.waiting import places
from pro_am.bookings.events import PlaceOffered
from pro_am.bookings.models import WaitingPlace
from pro_am.bookings.queries import waiting as queries
from pro_am.bookings.rules import waiting_list
from pro_am.bookings.rules.waiting_list import PlaceState
from pro_am.foundation import clock, jobs
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.moderation import queries as moderation

WAITING_LISTS = "bookings.waiting_lists"


def serve(calendar_id: int) -> None:
    """Offer what is free to those who wait for it, in their order.

    In the transaction in which it became free, so that nobody is quicker. Whoever needs more seats
    than are free keeps their place and the next is asked: an empty seat would help nobody.
    """
    with transaction():
        now = clock.now()
        queue = queries.queue_of(calendar_id, now)
        if not queue:
            return
        calendar = availability.claim(calendar_id)
        for place in queue:
            if (start := _start_for(place, calendar)) is not None:
                _offer(place, calendar, start)


def catch_up_with_waiting() -> None:
    """Write down which offers have lapsed, and let the next have them; look for what is free."""
    now = clock.now()
    for found in queries.finished(now):
        with transaction():
            place = places.claimed(found)
            reached = place.state_now(clock.now())
            if reached is not place.state:
                places.end(place, reached)
                serve(place.calendar_id)
    for calendar_id in queries.calendars_with_a_queue(now):
        calendar = db.session.get_one(Calendar, calendar_id)
        if any(_start_for(place, calendar) for place in queries.queue_of(calendar_id, now)):
            serve(calendar_id)


def move_queue(calendar_id: int, to_id: int) -> None:
    """The offers of one calendar take their time in another now: who waits for them waits there."""
    with transaction():
        db.session.execute(
            update(WaitingPlace)
            .where(
                WaitingPlace.calendar_id == calendar_id, WaitingPlace.state == PlaceState.WAITING
            )
            .values(calendar_id=to_id)
        )


def _offer(place: WaitingPlace, calendar: Calendar, start: datetime) -> None:
    until = waiting_list.offered_until(clock.now(), start)
    timing = calendars.timing_of(calendar, place.offer)
    [held] = availability.hold_each(
        calendar.id,
        timing,
        [start],
        people=place.people,
        expires_at=until + waiting_list.HANDED_ON_WITHIN,
    )
    place.state, place.hold_id, place.offered_until = PlaceState.OFFERED, held.id, until
    place.offers_made += 1
    jobs.enqueue(WAITING_LISTS, key=f"{place.id}", run_at=until)
    publish(PlaceOffered(place))


def _start_for(place: WaitingPlace, calendar: Calendar) -> datetime | None:
    """Where somebody who waits could begin now."""
    offer, now = place.offer, clock.now()
    if not offer.is_published or not offer.profile.is_published:
        return None
    span = places.span_of(calendar, place.day, place.starts_at)
    starts = places.free_starts(calendar, offer, span, place.people) if span else []
    start = next((each for each in starts if waiting_list.may_be_offered(now, each)), None)
    if start and moderation.are_kept_apart(place.member_id, offer.profile.member_id):
        return None
    return start
