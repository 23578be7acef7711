"""What is offered is booked."""

from dataclasses import replace

from pro_am.bookings import queries as bookings
from pro_am.bookings.actions.requesting import Wish, request_booking
from pro_am.bookings.actions.waiting import places
from pro_am.bookings.models import Booking, WaitingPlace
from pro_am.bookings.rules import waiting_list
from pro_am.bookings.rules.waiting_list import PlaceState
from pro_am.foundation import clock
from pro_am.foundation.database import transaction
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode
from pro_am.profiles.rules.craft_fields import fields_from


def take(place: WaitingPlace, wish: Wish | None = None) -> Booking:
    """Book what is offered. The hold gives way to that of the booking in the same transaction."""
    with transaction():
        place = places.claimed(place)
        host, offer = place.member, place.offer
        key = _key_of(place)
        if place.state is not PlaceState.TAKEN:
            if place.state_now(clock.now()) is not PlaceState.OFFERED or place.hold is None:
                raise waiting_list.NoLongerYours
            start = place.hold.starts_at
            wish = wish or Wish(start=start, people=place.people, at_once=True)
            wish = replace(wish, start=start, people=place.people)
            places.end(place, PlaceState.TAKEN)
        elif wish is None:
            wish = Wish(start=place.over_at, people=place.people)  # the key finds the booking
        return request_booking(host, offer, wish, idempotency_key=key)


def needs_more(offer: Offer) -> bool:
    """Whether a host has to say more than yes: where they live, or what the craft asks."""
    if offer.place_mode in (PlaceMode.HOST, PlaceMode.DELIVERED):
        return True
    return any(each.required for each in fields_from(offer.profile.craft.booking_questions))


def booking_of_place(place: WaitingPlace) -> Booking | None:
    """What became of a place that was taken."""
    return bookings.with_key(place.member_id, _key_of(place))


def _key_of(place: WaitingPlace) -> str:
    return f"waiting:{place.public_id}"
