"""People join a waiting list, and leave it."""

from datetime import date, datetime

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.bookings.actions.waiting import places
from pro_am.bookings.actions.waiting.offering import serve
from pro_am.bookings.models import WaitingPlace
from pro_am.bookings.queries import waiting as queries
from pro_am.bookings.rules import life, waiting_list
from pro_am.bookings.rules.waiting_list import PlaceState
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.moderation import queries as moderation
from pro_am.profiles.models import Offer

MOST_PLACES = 10


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
        span = places.span_of(calendar, day, start)
        timing = calendars.timing_of(calendar, offer)
        if span is None or not calendars.slots_if_empty(calendar, timing, span, clock.now()):
            raise waiting_list.NothingToWaitFor
        if places.free_starts(calendar, offer, span, people):
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
        place = places.claimed(place)
        if place.state_now(clock.now()) not in (PlaceState.WAITING, PlaceState.OFFERED):
            return
        places.end(place, PlaceState.LEFT)
        serve(place.calendar_id)


def leave_all(member: Member) -> None:
    for waiting in queries.places_of(member, clock.now()):
        leave(waiting.place)


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
