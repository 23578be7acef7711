"""A host asks for a booking."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar, Hold
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import queries
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.events import BookingRequested
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.queries import policies
from pro_am.bookings.rules import instant, life, start_code
from pro_am.bookings.rules.life import BookingState
from pro_am.conversations import actions as conversations
from pro_am.foundation import clock, ids, places
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.moderation import queries as moderation
from pro_am.moderation.rules import WritingPaused
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode, total_minor
from pro_am.profiles.rules.craft_fields import (
    as_asked,
    check_all_answered,
    check_answers,
    fields_from,
)


@dataclass(frozen=True)
class Wish:
    """What a host asks for."""

    start: datetime  # UTC
    people: int
    message: str = ""
    address: str = ""
    town: places.Town | None = None  # where the host is, when the pro-am comes to them
    allergies: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)  # to the craft's questions
    at_once: bool = False  # the host was promised a booking, not an answer


def request_booking(host: Member, offer: Offer, wish: Wish, *, idempotency_key: str) -> Booking:
    """A host asks for a slot; the calendar holds it until the answer is due.

    Where the offer is booked at once, it is confirmed before anybody else can read it.
    """
    host_id, offer_id = host.id, offer.id
    calendar_id = calendars.calendar_id_for(offer)
    if calendar_id is None:
        raise life.OfferGone
    try:
        with transaction(stays_read=True):
            return _request(calendar_id, host_id, offer_id, wish, idempotency_key)
    except SlotTaken:
        # Others need not wait while we look for times that are still free.
        calendar = calendars.calendar_for(offer)
        if calendar is None:
            raise life.OfferGone from None
        timing, now = calendars.timing_of(calendar, offer), clock.now()
        raise SlotTaken(
            calendars.nearest_free(calendar, timing, wish.start, now, people=wish.people)
        ) from None


def _request(
    calendar_id: int, host_id: int, offer_id: int, wish: Wish, idempotency_key: str
) -> Booking:
    calendar = availability.claim(calendar_id)  # first: everything below judges fresh facts
    host, offer, known = queries.asked_with_key(host_id, offer_id, idempotency_key)
    if known:
        return known
    if not calendars.takes_time_in(offer, calendar):  # it went to another a moment ago
        raise life.OfferGone
    check_wish(host, offer, wish)
    answer_by = life.answer_deadline(clock.now(), wish.start)
    timing = calendars.timing_of(calendar, offer)
    held = availability.hold(
        calendar_id, timing, wish.start, expires_at=answer_by, people=wish.people
    )
    booking = write_down(host, offer, wish, held, calendar, idempotency_key)
    publish(BookingRequested(booking))
    if booking.is_instant:
        enter(booking, BookingState.CONFIRMED, by=host)
    return booking


def check_wish(host: Member, offer: Offer, wish: Wish) -> None:
    profile = offer.profile
    if profile.member_id == host.id:
        raise life.OwnOffer
    if not offer.is_published or not profile.is_published:
        raise life.OfferGone
    paused_until, kept_apart = moderation.what_bars_writing(host, profile.member_id, clock.now())
    if kept_apart:
        raise life.OfferGone  # the same words as for everybody else: a block does not show itself
    if paused_until and wish.message.strip():
        raise WritingPaused
    life.check_people(wish.people, least=offer.seats_least, most=offer.seats_most)
    questions = fields_from(profile.craft.booking_questions)
    check_answers(questions, wish.answers)
    check_all_answered(questions, wish.answers)
    if offer.place_mode not in (PlaceMode.HOST, PlaceMode.DELIVERED):
        return
    if not wish.address.strip() or wish.town is None:
        raise life.AddressNeeded
    distance = places.distance_km(profile.latitude, profile.longitude, wish.town.lat, wish.town.lon)
    life.check_travel(town=wish.town.name, distance_km=distance, travel_km=profile.travel_km or 0)


def may_book_at_once(host: Member, offer: Offer, wish: Wish, calendar: Calendar) -> bool:
    return offer.is_instant and instant.is_booked_at_once(
        clock.now(),
        wish.start,
        notice_minutes=offer.instant_notice_minutes,
        has_allergies=bool(wish.allergies.strip()),
        is_reachable=host.email_confirmed_at is not None,
        is_up_to_date=calendar.is_relied_on(clock.now()),
    )


def write_down(
    host: Member, offer: Offer, wish: Wish, held: Hold, calendar: Calendar, idempotency_key: str
) -> Booking:
    now, profile = clock.now(), offer.profile
    comes_to_host = offer.place_mode in (PlaceMode.HOST, PlaceMode.DELIVERED)
    booking = Booking(
        reference=ids.reference(),
        idempotency_key=idempotency_key,
        host_id=host.id,
        provider_id=profile.member_id,
        offer_id=offer.id,
        hold=held,
        thread=conversations.open_with(host, profile.member, wish.message),
        state=BookingState.REQUESTED,
        starts_at=held.starts_at,
        ends_at=held.ends_at,
        time_zone=calendar.time_zone,
        answer_by=held.expires_at,
        requested_at=now,
        people=wish.people,
        offer_title=offer.title,
        place_mode=offer.place_mode,
        town_name=wish.town.name if comes_to_host and wish.town else profile.town_name,
        address=wish.address.strip() if comes_to_host else profile.address,
        price_minor=offer.price_minor,
        currency=offer.currency,
        price_unit=offer.price_unit,
        total_minor=total_minor(
            offer.price_unit,
            offer.price_minor,
            people=wish.people,
            minutes=offer.duration_minutes,
            weeks=offer.weeks,
        ),
        weeks=offer.weeks,
        policy=policies.policy_for(offer.cancellation_policy).snapshot(),
        start_code=ids.digits(start_code.DIGITS) if offer.asks_start_code else "",
        cancel_notice_minutes=offer.cancel_notice_minutes,
        reschedule_notice_minutes=offer.reschedule_notice_minutes,
        allergies=wish.allergies.strip(),
        answers=as_asked(fields_from(profile.craft.booking_questions), wish.answers),
        is_instant=wish.at_once and may_book_at_once(host, offer, wish, calendar),
    )
    db.session.add(booking)
    db.session.add(
        BookingStep(
            booking=booking,
            at=now,
            by_id=host.id,
            from_state=None,
            to_state=BookingState.REQUESTED,
            reason="",
        )
    )
    return booking
