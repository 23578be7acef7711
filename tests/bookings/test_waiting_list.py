"""Waiting lists: a seat that comes back is offered in order, held, and never given to two."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability.models import Hold
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import actions
from pro_am.bookings.actions import Wish
from pro_am.bookings.models import Booking, WaitingPlace
from pro_am.bookings.queries import waiting
from pro_am.bookings.rules.life import BookingState, OfferGone, OwnOffer
from pro_am.bookings.rules.waiting_list import (
    AlreadyFree,
    NoLongerYours,
    NothingToWaitFor,
    PlaceState,
)
from pro_am.foundation import clock, ids, time_zones
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.moderation import actions as moderation
from tests.factories import free_starts, make_booking, make_member, only_offer

HOUR = timedelta(hours=1)
PARIS = time_zones.zone("Europe/Paris")


@pytest.fixture
def taken(person, offer):
    """Ana has Thursday evening, three days ahead."""
    booking = make_booking(person("ana"), offer, start=free_starts(offer)[14])
    actions.confirm(booking, person("ben"), allergies_read=False)
    return booking


@pytest.fixture
def dora(app, people):
    with app.app_context():
        return make_member("Dora Blanc").id


def join(member, offer, start, **rest):
    day = time_zones.to_local(start, PARIS).date()
    return actions.join(member, offer, day=day, start=start, people=2, **rest)


@pytest.fixture
def wait(person, offer, taken, dora):
    """A function: let somebody wait for what Ana has."""
    return lambda name: join(
        db.session.get_one(Member, dora) if name == "dora" else person(name), offer, taken.starts_at
    )


def state(place):
    return db.session.get_one(WaitingPlace, place.id).state_now(clock.now())


def offered():
    return db.session.scalars(
        select(Letter.recipient).where(Letter.template == "bookings/place_offered")
    ).all()


def test_a_seat_that_comes_back_is_offered_to_the_first_and_to_nobody_else(
    person, offer, taken, dora
):
    start = taken.starts_at
    first = join(person("cleo"), offer, start)
    second = join(db.session.get_one(Member, dora), offer, start)
    assert [waiting.number_of(place) for place in (first, second)] == [1, 2]

    actions.cancel(taken, person("ana"))

    assert (state(first), state(second)) == (PlaceState.OFFERED, PlaceState.WAITING)
    assert offered() == ["cleo@example.org"]
    assert start not in free_starts(offer)
    with pytest.raises(SlotTaken):
        make_booking(person("ana"), offer, start=start)


def test_whoever_is_offered_a_seat_takes_it_once(person, offer, taken):
    place = join(person("cleo"), offer, taken.starts_at)
    actions.cancel(taken, person("ana"))

    booking = actions.take(place)
    again = actions.take(place)

    assert again.id == booking.id
    assert (booking.host_id, booking.people) == (place.member_id, 2)
    assert booking.starts_at == taken.starts_at
    assert state(place) is PlaceState.TAKEN
    active = select(Hold).where(Hold.released_at.is_(None))
    assert len(db.session.scalars(active).all()) == 1


@pytest.mark.parametrize(("ahead", "lasts"), [(60, 2), (30, 0.25)])
def test_an_offer_lapses_by_itself_and_the_next_has_it(offer, taken, wait, time, ahead, lasts):
    start = taken.starts_at
    first, second = wait("cleo"), wait("dora")
    time.now = start - ahead * HOUR
    actions.cancel(taken, taken.host)

    time.forward(hours=lasts)
    assert state(first) is PlaceState.LAPSED
    with pytest.raises(NoLongerYours):
        actions.take(first)
    actions.catch_up_with_waiting()

    assert state(second) is PlaceState.OFFERED
    assert offered() == ["cleo@example.org", "dora@example.org"]


def test_between_two_offers_nobody_who_passes_by_is_quicker(person, offer, taken, wait, time):
    start = taken.starts_at
    wait("cleo")
    second = wait("dora")
    actions.cancel(taken, taken.host)

    time.forward(hours=2, seconds=1)
    with pytest.raises(SlotTaken):
        make_booking(person("ana"), offer, start=start)
    actions.catch_up_with_waiting()
    assert state(second) is PlaceState.OFFERED


def test_what_no_worker_hands_on_is_free_for_everybody(offer, taken, wait, time):
    start = taken.starts_at
    wait("cleo")
    actions.cancel(taken, taken.host)

    time.forward(hours=2, minutes=2)
    assert start in free_starts(offer)


def test_leaving_lets_the_next_have_it_at_once(person, offer, taken, dora):
    first = join(person("cleo"), offer, taken.starts_at)
    second = join(db.session.get_one(Member, dora), offer, taken.starts_at)
    actions.cancel(taken, person("ana"))

    actions.leave(first)

    assert (state(first), state(second)) == (PlaceState.LEFT, PlaceState.OFFERED)


def test_joining_twice_is_waiting_once(person, offer, taken):
    first = join(person("cleo"), offer, taken.starts_at)

    assert join(person("cleo"), offer, taken.starts_at).id == first.id


def test_one_waits_for_what_is_taken_and_could_be_free(person, offer, taken):
    with pytest.raises(AlreadyFree):
        join(person("cleo"), offer, free_starts(offer)[0])
    with pytest.raises(NothingToWaitFor):
        join(person("cleo"), offer, taken.starts_at - 12 * HOUR)  # closed
    with pytest.raises(OwnOffer):
        join(person("ben"), offer, taken.starts_at)


def test_a_day_without_free_time_can_be_waited_for(person, offer, taken):
    day = time_zones.to_local(taken.starts_at, PARIS).date()
    for start in [each for each in free_starts(offer) if each.date() == taken.starts_at.date()]:
        if start in free_starts(offer):
            make_booking(person("ana"), offer, start=start)
    place = actions.join(person("cleo"), offer, day=day, start=None, people=2)

    actions.cancel(taken, person("ana"))

    assert state(place) is PlaceState.OFFERED
    assert place.hold.starts_at.date() == taken.starts_at.date()


def test_every_way_in_which_time_is_freed_serves_the_list(person, offer, taken, time):
    start = taken.starts_at
    place = join(person("cleo"), offer, start)

    actions.reschedule(taken, person("ana"), free_starts(offer)[0])

    assert state(place) is PlaceState.OFFERED


def test_a_request_that_nobody_answers_serves_the_list(person, offer, time):
    asked = make_booking(person("ana"), offer, start=free_starts(offer)[-1])
    place = join(person("cleo"), offer, asked.starts_at)
    time.now = asked.answer_by

    actions.catch_up_with_time()

    assert state(place) is PlaceState.OFFERED


def test_two_who_are_kept_apart_do_not_meet_by_waiting(person, offer, taken):
    place = join(person("cleo"), offer, taken.starts_at)
    moderation.block(person("ben"), person("cleo").id)

    actions.cancel(taken, person("ana"))

    assert state(place) is PlaceState.WAITING
    with pytest.raises(OfferGone):
        actions.join(person("cleo"), offer, day=place.day, start=None, people=2)


def test_whoever_closes_the_account_waits_no_more(person, offer, taken):
    place = join(person("cleo"), offer, taken.starts_at)

    actions.leave_all(person("cleo"))

    assert state(place) is PlaceState.LEFT


def test_a_place_taken_where_the_pro_am_answers_is_a_request(person, offer, taken):
    place = join(person("cleo"), offer, taken.starts_at)
    actions.cancel(taken, person("ana"))

    assert actions.take(place).state is BookingState.REQUESTED


def test_a_place_taken_where_it_is_booked_at_once_is_booked(person, offer, taken):
    with transaction():
        offer.is_instant, offer.instant_notice_minutes = True, 60
    place = join(person("cleo"), offer, taken.starts_at)
    actions.cancel(taken, person("ana"))

    assert actions.take(place).state is BookingState.CONFIRMED


def test_two_people_never_get_the_same_seat(app, people):
    """The one whose turn it is, and twenty others who press "book" in the same moment."""
    with app.app_context():
        offer_id, start = only_offer().id, free_starts(only_offer())[14]
        host, provider = (db.session.get_one(Member, people[name]) for name in ("ana", "ben"))
        taken = make_booking(host, only_offer(), start=start)
        actions.confirm(taken, provider, allergies_read=False)
        place_id = join(db.session.get_one(Member, people["cleo"]), only_offer(), start).id
        booking_id = taken.id

    def act(number):
        with app.app_context():
            try:
                if number == 10:
                    cancelled = db.session.get_one(Booking, booking_id)
                    actions.cancel(cancelled, db.session.get_one(Member, people["ana"]))
                    return "cancelled"
                if number % 3 == 0:
                    actions.take(db.session.get_one(WaitingPlace, place_id))
                    return "taken"
                actions.request_booking(
                    db.session.get_one(Member, people["ana"]),
                    only_offer(),
                    Wish(start, people=2),
                    idempotency_key=ids.public_id(),
                )
            except SlotTaken:
                return "refused"
            except NoLongerYours:
                return "not yet"
            return "stolen"

    with ThreadPoolExecutor(8) as pool:
        answers = Counter(pool.map(act, range(24)))

    assert answers["cancelled"] == 1
    assert answers["stolen"] == 0
    with app.app_context():
        at_that_time = select(Booking).where(
            Booking.offer_id == offer_id,
            Booking.starts_at == start,
            Booking.state.in_([BookingState.REQUESTED, BookingState.CONFIRMED]),
        )
        assert len(db.session.scalars(at_that_time).all()) == min(1, answers["taken"])
