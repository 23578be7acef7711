"""Offers that are booked at once: confirmed in the same moment, or asked about when they cannot."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.bookings import actions
from pro_am.bookings.actions import Wish
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.instant import is_booked_at_once
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from tests.factories import free_starts, only_offer
from tests.support.browser import ADDRESS, forms_in

NOW = datetime(2030, 1, 7, 12, 0)
DAY = 24 * 60


@pytest.mark.parametrize(
    ("minutes_ahead", "has_allergies", "is_reachable", "is_up_to_date", "at_once"),
    [
        (DAY, False, True, True, True),
        (DAY - 1, False, True, True, False),
        (10 * DAY, True, True, True, False),
        (10 * DAY, False, False, True, False),
        (10 * DAY, False, True, False, False),
    ],
)
def test_an_answer_is_asked_for_where_there_is_something_to_answer(
    minutes_ahead, has_allergies, is_reachable, is_up_to_date, at_once
):
    start = NOW + timedelta(minutes=minutes_ahead)

    found = is_booked_at_once(
        NOW,
        start,
        notice_minutes=DAY,
        has_allergies=has_allergies,
        is_reachable=is_reachable,
        is_up_to_date=is_up_to_date,
    )

    assert found is at_once


@pytest.fixture
def instant(offer):
    with transaction():
        offer.is_instant = True
    return offer


def book(host, offer, *, key=None, **wish):
    wish = {"start": free_starts(offer)[0], "people": 2, "at_once": True, **wish}
    return actions.request_booking(
        host, offer, Wish(**wish), idempotency_key=key or ids.public_id()
    )


def test_a_booking_at_once_is_confirmed_and_keeps_its_time(person, instant, time):
    start = free_starts(instant)[0]

    booking = book(person("ana"), instant, start=start)
    time.now = booking.answer_by + timedelta(minutes=1)

    assert booking.state is BookingState.CONFIRMED
    assert [step.to_state for step in booking.steps] == ["requested", "confirmed"]
    assert booking.hold.expires_at is None
    assert start not in free_starts(instant)


def test_both_get_one_letter_with_the_date(person, instant):
    book(person("ana"), instant)

    letters = db.session.scalars(select(Letter).order_by(Letter.recipient)).all()
    assert [(each.recipient, each.template) for each in letters] == [
        ("ana@example.org", "bookings/confirmed"),
        ("ben@example.org", "bookings/confirmed"),
    ]
    assert "You have booked Ben Keller:" in letters[0].text
    assert "Ana Martin has booked at once" in letters[1].text
    assert all(each.attachments for each in letters)


def test_the_same_form_sent_twice_is_one_booking(person, instant):
    start = free_starts(instant)[0]
    first = book(person("ana"), instant, key="once", start=start)

    assert book(person("ana"), instant, key="once", start=start).id == first.id


@pytest.mark.parametrize(
    ("wish", "notice"),
    [
        ({"allergies": "Peanuts"}, DAY),
        ({"at_once": False}, DAY),
        ({}, 2 * DAY),
    ],
)
def test_what_has_to_be_read_first_waits_for_an_answer(person, instant, wish, notice):
    with transaction():
        instant.instant_notice_minutes = notice

    booking = book(person("ana"), instant, **wish)

    assert booking.state is BookingState.REQUESTED
    assert not booking.is_instant


def test_whose_other_calendars_are_out_of_date_is_asked_first(person, instant, time):
    calendar = calendars.calendar_of(instant.profile_id)
    availability.rely_on(calendar.id, until=time())

    assert book(person("ana"), instant).state is BookingState.REQUESTED


def test_the_page_asks_where_other_calendars_are_out_of_date(app, browser_of, path, time):
    with app.app_context():
        calendar = calendars.calendar_of(only_offer().profile_id)
        availability.rely_on(calendar.id, until=time())

    assert "Send my request" in browser_of("ana").get(path).text


def test_an_offer_that_is_asked_for_is_never_booked_at_once(person, offer):
    assert book(person("ana"), offer).state is BookingState.REQUESTED


@pytest.fixture
def path(app, people):
    with app.app_context(), transaction():
        only_offer().is_instant = True
    with app.app_context():
        offer = only_offer()
        return f"/book/{offer.public_id}?start={free_starts(offer)[0]:%Y-%m-%dT%H:%MZ}"


def test_the_pages_say_book_and_not_ask(browser_of, path):
    ana, visitor = browser_of("ana"), browser_of(None)

    assert "Booked at once" in visitor.get("/pro/ben-keller").text
    assert "Book this time" in visitor.get("/pro/ben-keller").text
    page = ana.get(path).text
    assert "Book now" in page
    assert "Send my request" not in page

    booked = ana.follow(ana.submit(path, message="Hello"))

    assert "Booked. Both of you get a letter with the date." in booked.text
    assert "It is agreed: Tuesday 8 January 2030, 18:00" in booked.text
    assert "Ana booked it at once" in booked.text
    assert "3 rue des Cuisiniers" in booked.text


def test_with_an_allergy_it_says_that_ben_reads_first(browser_of, path):
    ana, ben = browser_of("ana"), browser_of("ben")

    sent = ana.submit(path, allergies="Peanuts", allergies_consent="y")

    assert "Ben reads your allergies first, then answers." in ana.follow(sent).text
    assert "Allergies: Peanuts" in ben.get(sent.location.removeprefix(ADDRESS)).text


def test_a_page_that_promised_an_answer_books_nothing_at_once(app, browser_of, path):
    browser_of("ana").submit(path, at_once=None)

    with app.app_context():
        assert db.session.scalars(select(Booking)).one().state is BookingState.REQUESTED


def test_what_changed_meanwhile_is_told(app, browser_of, path):
    ana = browser_of("ana")
    opened = next(f for f in forms_in(ana.get(path).text) if "start" in f.fields)
    with app.app_context(), transaction():
        only_offer().is_instant = False

    sent = ana.client.post(f"/en{path}", base_url=ADDRESS, data=opened.values)

    assert "for this time Ben answers first" in ana.follow(sent).text


@pytest.mark.parametrize("chosen", ["at_once", "ask"])
def test_the_pro_am_chooses_how_an_offer_is_booked(app, browser_of, people, chosen):
    with app.app_context():
        path = f"/my-profile/offers/{only_offer().public_id}"

    ben = browser_of("ben")
    ben.submit(path, answering=chosen, instant_notice_minutes="2880")

    with app.app_context():
        offer = only_offer()
        assert (offer.is_instant, offer.instant_notice_minutes) == (chosen == "at_once", 2880)
    assert f'value="{chosen}" checked' in ben.get(path).text
