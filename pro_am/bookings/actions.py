"""What people do with bookings: one function, one intention, one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import CursorResult, or_, update

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.models import Hold
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import queries
from pro_am.bookings.events import BookingMoved, BookingRequested
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules import instant, life, policy
from pro_am.bookings.rules.life import Act, BookingState
from pro_am.conversations import actions as conversations
from pro_am.foundation import clock, ids, places
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.moderation import queries as moderation
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode, total_minor
from pro_am.profiles.rules.craft_fields import (
    as_asked,
    check_all_answered,
    check_answers,
    fields_from,
)

FORGET_ALLERGIES_AFTER = timedelta(days=30)


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
    host_id, offer_id, profile_id = host.id, offer.id, offer.profile_id
    calendar_id = calendars.calendar_id_of(profile_id)
    if calendar_id is None:
        raise life.OfferGone
    try:
        with transaction():
            return _request(calendar_id, host_id, offer_id, wish, idempotency_key)
    except SlotTaken:
        # Others need not wait while we look for times that are still free.
        calendar = calendars.calendar_of(profile_id)
        if calendar is None:
            raise life.OfferGone from None
        timing = calendars.timing_of(calendar, offer)
        raise SlotTaken(calendars.nearest_free(calendar, timing, wish.start, clock.now())) from None


def confirm(booking: Booking, provider: Member, *, allergies_read: bool) -> None:
    if booking.allergies and not allergies_read:
        raise life.AllergiesUnread
    _move(booking, provider, Act.CONFIRM)


def decline(booking: Booking, provider: Member, *, reason: str = "") -> None:
    _move(booking, provider, Act.DECLINE, reason)


def withdraw(booking: Booking, host: Member) -> None:
    _move(booking, host, Act.WITHDRAW)


def cancel(booking: Booking, by: Member, *, reason: str = "") -> None:
    _move(booking, by, Act.CANCEL, reason)


def complete(booking: Booking, by: Member) -> None:
    _move(booking, by, Act.COMPLETE)


def cancel_what_lies_ahead(member: Member, *, reason: str) -> None:
    """Decline, withdraw or cancel all that has not begun; calendars are claimed in one order."""
    for booking in queries.ahead_of(member, clock.now()):
        side = booking.side_of(member)
        possible = life.possible_acts(booking.state_now(clock.now()), side, is_over=False)
        for act in possible:
            if act in (Act.DECLINE, Act.WITHDRAW, Act.CANCEL):
                _move(booking, member, act, reason)


def forget_whereabouts(member: Member) -> None:
    """Erase where a member lives, and what they told of their health, from their bookings."""
    with transaction():
        at_theirs = or_(
            (Booking.host_id == member.id)
            & Booking.place_mode.in_([PlaceMode.HOST, PlaceMode.DELIVERED]),
            (Booking.provider_id == member.id) & (Booking.place_mode == PlaceMode.PROVIDER),
        )
        db.session.execute(update(Booking).where(at_theirs).values(address=""))
        db.session.execute(update(Booking).where(Booking.host_id == member.id).values(allergies=""))


def call_off(a_id: int, b_id: int) -> None:
    """Keep two people apart: what they have planned together is off, and nobody's fault."""
    with transaction():
        for booking in _claimed_between(a_id, b_id):
            if booking.state_now(clock.now()) in life.AHEAD:
                _enter(booking, BookingState.CALLED_OFF, by=None)


def end_requests(between: Member, other_id: int) -> None:
    """Requests of two people that wait for an answer end as the first would end them."""
    with transaction():
        for booking in _claimed_between(between.id, other_id):
            if booking.state_now(clock.now()) is BookingState.REQUESTED:
                is_host = booking.side_of(between) is life.Side.HOST
                ended = BookingState.WITHDRAWN if is_host else BookingState.DECLINED
                _enter(booking, ended, by=between)


def catch_up_with_time() -> None:
    """Write down what time has done: expiries, starts, completions. Pages do not wait for it."""
    for booking_id in queries.overdue(clock.now()):
        with transaction():
            booking = db.session.get_one(Booking, booking_id)
            availability.claim(booking.hold.calendar_id)
            db.session.refresh(booking)
            reached = booking.state_now(clock.now())
            if reached is booking.state:
                continue
            _enter(booking, reached, by=None)


def forget_allergies() -> None:
    """Erase what hosts told about their health, a month after the booking."""
    with transaction():
        db.session.execute(
            update(Booking)
            .where(Booking.ends_at < clock.now() - FORGET_ALLERGIES_AFTER, Booking.allergies != "")
            .values(allergies="")
        )


def _request(
    calendar_id: int, host_id: int, offer_id: int, wish: Wish, idempotency_key: str
) -> Booking:
    calendar = availability.claim(calendar_id)  # first: everything below judges fresh facts
    host, offer, known = queries.asked_with_key(host_id, offer_id, idempotency_key)
    if known:
        return known
    _check(host, offer, wish)
    answer_by = life.answer_deadline(clock.now(), wish.start)
    timing = calendars.timing_of(calendar, offer)
    held = availability.hold(calendar_id, timing, wish.start, expires_at=answer_by)
    booking = _write_down(host, offer, wish, held, calendar.time_zone, idempotency_key)
    publish(BookingRequested(booking))
    if booking.is_instant:
        _enter(booking, BookingState.CONFIRMED, by=host)
    return booking


def _claimed_between(a_id: int, b_id: int) -> list[Booking]:
    """What two people have ahead of them together, with the calendars claimed in one order."""
    found = queries.ahead_between(a_id, b_id, clock.now())
    for calendar_id in sorted({booking.hold.calendar_id for booking in found}):
        availability.claim(calendar_id)
    for booking in found:
        db.session.refresh(booking)
    return found


def _move(booking: Booking, by: Member, act: Act, reason: str = "") -> None:
    booking_id, by_id, calendar_id = booking.id, by.id, booking.hold.calendar_id
    with transaction():
        availability.claim(calendar_id)
        booking = db.session.get_one(Booking, booking_id, populate_existing=True)
        by = db.session.get_one(Member, by_id)
        now = clock.now()
        current = booking.state_now(now)
        following = life.next_state(
            current, act, booking.side_of(by), is_over=now >= booking.ends_at
        )
        _enter(booking, following, by=by, reason=reason.strip())


def _enter(booking: Booking, state: BookingState, *, by: Member | None, reason: str = "") -> None:
    """Change the state in one statement that also checks it has not moved meanwhile."""
    now, before = clock.now(), booking.state
    moved = db.session.execute(
        update(Booking)
        .where(Booking.id == booking.id, Booking.state == before)
        .values(state=state, revision=Booking.revision + 1)
        .execution_options(synchronize_session=False)
    )
    assert isinstance(moved, CursorResult)  # noqa: S101 - what an UPDATE returns
    if moved.rowcount != 1:
        raise life.NotPossibleNow(state=life.STATES[booking.state_now(now)])
    db.session.refresh(booking)
    in_time = None
    if state is BookingState.CANCELLED_BY_HOST:
        in_time = policy.settle(
            policy.policy_from(booking.policy),
            life.Side.HOST,
            booked_at=booking.requested_at,
            start=booking.starts_at,
            now=now,
        ).is_in_time
    db.session.add(
        BookingStep(
            booking_id=booking.id,
            at=now,
            by_id=by.id if by else None,
            from_state=before,
            to_state=state,
            reason=reason,
            was_in_time=in_time,
        )
    )
    if state is BookingState.CONFIRMED:
        availability.keep(booking.hold)
    elif state not in life.HOLDS_TIME | life.HAPPENED:
        availability.release(booking.hold)
    publish(BookingMoved(booking, by, reason))


def _check(host: Member, offer: Offer, wish: Wish) -> None:
    profile = offer.profile
    if profile.member_id == host.id:
        raise life.OwnOffer
    if not offer.is_published or not profile.is_published:
        raise life.OfferGone
    if moderation.are_kept_apart(host.id, profile.member_id):
        raise life.OfferGone  # the same words as for everybody else: a block does not show itself
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


def _may_book_at_once(host: Member, offer: Offer, wish: Wish) -> bool:
    return offer.is_instant and instant.is_booked_at_once(
        clock.now(),
        wish.start,
        notice_minutes=offer.instant_notice_minutes,
        has_allergies=bool(wish.allergies.strip()),
        is_reachable=host.email_confirmed_at is not None,
    )


def _write_down(
    host: Member, offer: Offer, wish: Wish, held: Hold, time_zone: str, idempotency_key: str
) -> Booking:
    now, profile = clock.now(), offer.profile
    comes_to_host = offer.place_mode in (PlaceMode.HOST, PlaceMode.DELIVERED)
    thread = conversations.open_with(host, profile.member, wish.message)
    booking = Booking(
        reference=ids.reference(),
        idempotency_key=idempotency_key,
        host_id=host.id,
        provider_id=profile.member_id,
        offer_id=offer.id,
        hold_id=held.id,
        thread_id=thread.id,
        state=BookingState.REQUESTED,
        starts_at=held.starts_at,
        ends_at=held.ends_at,
        time_zone=time_zone,
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
        ),
        policy=policy.FLEXIBLE.snapshot(),
        allergies=wish.allergies.strip(),
        answers=as_asked(fields_from(profile.craft.booking_questions), wish.answers),
        is_instant=wish.at_once and _may_book_at_once(host, offer, wish),
    )
    db.session.add(booking)
    db.session.flush()  # its first step needs its id
    db.session.add(
        BookingStep(
            booking_id=booking.id,
            at=now,
            by_id=host.id,
            from_state=None,
            to_state=BookingState.REQUESTED,
            reason="",
        )
    )
    return booking
