from datetime import timedelta

import pytest
from sqlalchemy import func, select

from pro_am.availability import queries as calendars
from pro_am.availability.models import Hold
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import actions
from pro_am.bookings.actions import Wish
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules import life
from pro_am.bookings.rules.life import BookingState
from pro_am.conversations import queries as threads
from pro_am.conversations.models import Thread
from pro_am.foundation import ids, places
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.profiles import actions as profiles
from pro_am.profiles.rules import PlaceMode, PriceUnit
from tests.factories import free_starts, make_booking, make_member, make_pro_am


def ask(host, offer, *, key=None, **wish):
    wish = {"start": free_starts(offer)[0], "people": 2, **wish}
    return actions.request_booking(
        host, offer, Wish(**wish), idempotency_key=key or ids.public_id()
    )


def town(name):
    found = places.find_town(name)
    assert found is not None
    return found


def rows():
    models = (Booking, BookingStep, Hold, Thread, Letter)
    return [db.session.scalar(select(func.count()).select_from(model)) for model in models]


@pytest.fixture
def home_visit(person):
    """Dora cooks at her hosts', up to 8 km from Nantes."""
    return make_pro_am(make_member("Dora Roux"), place_mode=PlaceMode.HOST)


def test_a_request_holds_the_time_and_tells_both(person, offer):
    start = free_starts(offer)[0]

    booking = ask(person("ana"), offer, start=start)

    assert booking.state is BookingState.REQUESTED
    assert (booking.starts_at, booking.ends_at) == (start, start + timedelta(hours=2))
    assert booking.hold.expires_at == booking.answer_by
    assert start not in free_starts(offer)
    letters = db.session.execute(select(Letter.recipient, Letter.template)).all()
    assert sorted(map(tuple, letters)) == [
        ("ana@example.org", "bookings/request_sent"),
        ("ben@example.org", "bookings/requested"),
    ]


def test_the_first_message_waits_in_the_thread(person, offer):
    booking = ask(person("ana"), offer, message="  Shall we bring wine? ")

    (message,) = threads.messages_in(booking.thread_id)
    assert (message.author.name, message.body) == ("Ana Martin", "Shall we bring wine?")
    assert threads.unread_threads(person("ben")) == {booking.thread_id}
    assert threads.unread_threads(person("ana")) == set()


def test_what_was_agreed_stays_agreed(person, offer):
    booking = ask(person("ana"), offer, people=3)

    with transaction():
        offer.price_minor, offer.title, offer.profile.address = 9900, "Another dinner", "Elsewhere"
    db.session.refresh(booking)

    assert (booking.offer_title, booking.address) == ("Dinner at my table", "3 rue des Cuisiniers")
    assert (booking.price_minor, booking.total_minor) == (2500, 7500)


@pytest.mark.parametrize(
    ("unit", "total"),
    [(PriceUnit.PERSON, 7500), (PriceUnit.SESSION, 2500), (PriceUnit.HOUR, 5000)],
)
def test_the_total_follows_the_unit_of_the_price(person, offer, unit, total):
    with transaction():
        offer.price_unit = unit

    assert ask(person("ana"), offer, people=3).total_minor == total


def test_the_same_form_sent_twice_is_one_booking(person, offer):
    first = ask(person("ana"), offer, key="once").id
    before = rows()

    assert ask(person("ana"), offer, key="once").id == first
    assert rows() == before


def test_the_same_key_of_another_host_is_another_booking(person, offer):
    first = ask(person("ana"), offer, key="once").id

    assert ask(person("cleo"), offer, key="once").id != first


def test_nobody_books_themselves(person, offer):
    with pytest.raises(life.OwnOffer):
        ask(person("ben"), offer)


@pytest.mark.parametrize("number", [0, 7])
def test_an_offer_is_for_so_many_people(person, offer, number):
    with pytest.raises(life.WrongNumberOfPeople):
        ask(person("ana"), offer, people=number)


def test_a_paused_offer_is_not_booked(person, offer):
    start = free_starts(offer)[0]
    profiles.pause_offer(offer)

    with pytest.raises(life.OfferGone):
        ask(person("ana"), offer, start=start)


def test_an_offer_of_a_paused_profile_is_not_booked(person, offer):
    profiles.pause_profile(offer.profile)

    with pytest.raises(life.OfferGone):
        ask(person("ana"), offer)


def test_a_refusal_leaves_nothing_behind(person, offer):
    ask(person("ana"), offer)
    before = rows()

    with pytest.raises(life.WrongNumberOfPeople):
        ask(person("cleo"), offer, people=99)

    assert rows() == before


def test_a_taken_time_names_the_two_nearest(person, offer):
    tuesday = free_starts(offer)[0]
    ask(person("ana"), offer, start=tuesday + timedelta(hours=2))

    with pytest.raises(SlotTaken) as refusal:
        ask(person("cleo"), offer, start=tuesday + timedelta(hours=1, minutes=30))

    # The evening has five hours: 18 to 20 is free before the dinner at 20, 22 is too late.
    monday_after = tuesday + timedelta(days=1)
    assert refusal.value.nearest == [tuesday, monday_after]


@pytest.mark.parametrize(
    "moved",
    [
        timedelta(days=-1),  # less than a day's notice
        timedelta(hours=-1),  # before the opening hours
        timedelta(hours=4),  # the service would end after them
        timedelta(minutes=10),  # beside the steps
        timedelta(days=300),  # beyond the horizon
    ],
)
def test_only_times_that_the_page_offers_are_accepted(person, offer, moved):
    with pytest.raises(SlotTaken):
        ask(person("ana"), offer, start=free_starts(offer)[0] + moved)


def test_a_pro_am_comes_as_far_as_they_travel(person, home_visit):
    near = ask(person("ana"), home_visit, address=" 1 rue du Port ", town=town("Rezé (44)"))

    assert (near.address, near.town_name) == ("1 rue du Port", town("Rezé (44)").name)
    with pytest.raises(life.TooFar):
        ask(person("cleo"), home_visit, address="1 rue du Port", town=town("Rennes (35)"))


@pytest.mark.parametrize(
    ("address", "where"), [("", "Rezé (44)"), ("  ", "Rezé (44)"), ("1", None)]
)
def test_who_comes_to_you_needs_your_address(person, home_visit, address, where):
    with pytest.raises(life.AddressNeeded):
        ask(person("ana"), home_visit, address=address, town=town(where) if where else None)


def test_travel_keeps_the_time_around_a_visit_free(person, home_visit):
    calendar = calendars.calendar_of(home_visit.profile_id)
    assert calendar is not None
    with transaction():
        calendar.travel_buffer_minutes = 45

    booking = ask(person("ana"), home_visit, address="1", town=town("Rezé (44)"))

    assert booking.hold.blocks_from == booking.starts_at - timedelta(minutes=45)
    assert booking.hold.blocks_until == booking.ends_at + timedelta(minutes=45)


def test_letters_say_nothing_of_allergies_and_addresses(person, offer):
    booking = ask(person("ana"), offer, allergies="Peanuts")
    actions.confirm(booking, person("ben"), allergies_read=True)

    for letter in db.session.scalars(select(Letter)):
        text = f"{letter.subject} {letter.text} {letter.html} {letter.attachments}"
        assert "Peanuts" not in text
        assert "rue des Cuisiniers" not in text


def test_many_bookings_of_one_evening_do_not_overlap(person, offer):
    start = free_starts(offer)[0]
    make_booking(person("ana"), offer, start=start)
    make_booking(person("cleo"), offer, start=start + timedelta(hours=2))

    held = [hold.slot for hold in db.session.scalars(select(Hold).order_by(Hold.starts_at))]
    assert not held[0].overlaps(held[1])
