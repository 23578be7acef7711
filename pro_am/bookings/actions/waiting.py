"""Waiting lists: joining, being offered a seat, taking it or letting it go."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar
from pro_am.availability.rules.wall_time import MINUTES_A_DAY, instant
from pro_am.bookings import queries as bookings
from pro_am.bookings.actions.requesting import Wish, request_booking
from pro_am.bookings.events import PlaceOffered
from pro_am.bookings.models import Booking, WaitingPlace
from pro_am.bookings.queries import waiting as queries
from pro_am.bookings.rules import life, waiting_list
from pro_am.bookings.rules.waiting_list import PlaceState
from pro_am.foundation import clock, ids, jobs, time_zones
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.time_slots import TimeSlot
from pro_am.moderation import queries as moderation
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode
from pro_am.profiles.rules.craft_fields import fields_from

WAITING_LISTS = "bookings.waiting_lists"
MOST_PLACES = 10
_INSTANT = timedelta(microseconds=1)


def join(
    member: Member, offer: Offer, *, day: date, start: datetime | None, people: int
) -> WaitingPlace:
    """Wait for a start that is taken, or for any time of a day; the second time is the first."""
    member_id, offer_id = member.id, offer.id
    calendar = calendars.calendar_for(offer)
    if calendar is None:
        raise life.OfferGone
    calendar_id = calendar.id
    with transaction():
        calendar = availability.claim(calendar_id)
        member, offer = db.session.get_one(Member, member_id), db.session.get_one(Offer, offer_id)
        key = queries.live_key(member_id, offer_id, day, start)
        if known := queries.with_live_key(key):
            return known
        _check(member, offer, people)
        span = _span_of(calendar, day, start)
        timing = calendars.timing_of(calendar, offer)
        if span is None or not calendars.slots_if_empty(calendar, timing, span, clock.now()):
            raise waiting_list.NothingToWaitFor
        if _free(calendar, offer, span, people):
            raise waiting_list.AlreadyFree
        place = WaitingPlace(
            public_id=ids.public_id(),
            member_id=member_id,
            offer_id=offer_id,
            calendar_id=calendar_id,
            people=people,
            time_zone=calendar.time_zone,
            day=day,
            starts_at=start,
            over_at=start or span.end,
            joined_at=clock.now(),
            live_key=key,
        )
        db.session.add(place)
    return place


def leave(place: WaitingPlace) -> None:
    """Give up waiting, or what is offered: the next person has it."""
    with transaction():
        place = _claimed(place)
        if place.state_now(clock.now()) not in (PlaceState.WAITING, PlaceState.OFFERED):
            return
        _end(place, PlaceState.LEFT)
        serve(place.calendar_id)


def leave_all(member: Member) -> None:
    for waiting in queries.places_of(member, clock.now()):
        leave(waiting.place)


def take(place: WaitingPlace, wish: Wish | None = None) -> Booking:
    """Book what is offered. The hold gives way to that of the booking in the same transaction."""
    with transaction():
        place = _claimed(place)
        host, offer = place.member, place.offer
        key = key_of(place)
        if place.state is not PlaceState.TAKEN:
            if place.state_now(clock.now()) is not PlaceState.OFFERED or place.hold is None:
                raise waiting_list.NoLongerYours
            start = place.hold.starts_at
            wish = wish or Wish(start=start, people=place.people, at_once=True)
            wish = replace(wish, start=start, people=place.people)
            _end(place, PlaceState.TAKEN)
        elif wish is None:
            wish = Wish(start=place.over_at, people=place.people)  # the key finds the booking
        return request_booking(host, offer, wish, idempotency_key=key)


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
            place = _claimed(found)
            reached = place.state_now(clock.now())
            if reached is not place.state:
                _end(place, reached)
                serve(place.calendar_id)
    for calendar_id in queries.calendars_with_a_queue(now):
        calendar = db.session.get_one(Calendar, calendar_id)
        if any(_start_for(place, calendar) for place in queries.queue_of(calendar_id, now)):
            serve(calendar_id)


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
    span = _span_of(calendar, place.day, place.starts_at)
    starts = _free(calendar, offer, span, place.people) if span else []
    start = next((each for each in starts if waiting_list.may_be_offered(now, each)), None)
    if start and moderation.are_kept_apart(place.member_id, offer.profile.member_id):
        return None
    return start


def _free(calendar: Calendar, offer: Offer, span: TimeSlot, people: int) -> list[datetime]:
    timing = calendars.timing_of(calendar, offer)
    return calendars.free_slots(calendar, timing, span, clock.now(), people=people)


def _span_of(calendar: Calendar, day: date, start: datetime | None) -> TimeSlot | None:
    """What is waited for: one start, or the rest of a local day."""
    if start:
        return TimeSlot(start, start + _INSTANT) if start > clock.now() else None
    zone = time_zones.zone(calendar.time_zone)
    first = max(instant(day, 0, zone), clock.now())
    end = instant(day, MINUTES_A_DAY, zone)
    return TimeSlot(first, end) if first < end else None


def _check(member: Member, offer: Offer, people: int) -> None:
    profile = offer.profile
    if profile.member_id == member.id:
        raise life.OwnOffer
    if not offer.is_published or not profile.is_published:
        raise life.OfferGone
    if moderation.are_kept_apart(member.id, profile.member_id):
        raise life.OfferGone  # as everybody else reads it: a block does not show itself
    life.check_people(people, least=offer.seats_least, most=offer.seats_most)
    if len(queries.places_of(member, clock.now())) >= MOST_PLACES:
        raise waiting_list.TooManyLists(most=MOST_PLACES)


def _claimed(place: WaitingPlace) -> WaitingPlace:
    place_id, calendar_id = place.id, place.calendar_id
    availability.claim(calendar_id)
    return db.session.get_one(WaitingPlace, place_id, populate_existing=True)


def _end(place: WaitingPlace, state: PlaceState) -> None:
    place.state, place.live_key = state, None
    if place.hold and place.hold.released_at is None:
        availability.release(place.hold)


def needs_more(offer: Offer) -> bool:
    """Whether a host has to say more than yes: where they live, or what the craft asks."""
    if offer.place_mode in (PlaceMode.HOST, PlaceMode.DELIVERED):
        return True
    return any(each.required for each in fields_from(offer.profile.craft.booking_questions))


def booking_of_place(place: WaitingPlace) -> Booking | None:
    """What became of a place that was taken."""
    return bookings.with_key(place.member_id, key_of(place))


def key_of(place: WaitingPlace) -> str:
    return f"waiting:{place.public_id}"
