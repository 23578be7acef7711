"""A member's bookings in their own calendar program: by a secret address, as long as they like."""

from datetime import UTC, timedelta
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar
from sqlalchemy import select

from pro_am.bookings import actions as bookings
from pro_am.bookings.models import Booking
from pro_am.calendar_feeds import actions
from pro_am.calendar_feeds.models import CalendarFeed
from pro_am.foundation.database import db, transaction
from tests.factories import make_booking, only_offer
from tests.support.browser import forms_in

PAGE = "/bookings/in-my-calendar"


@pytest.fixture
def booked(app, done, people):
    """Ana has a dinner at Ben's, confirmed; he has told of his door, she of her allergy."""

    def book(who):
        booking = make_booking(who("ana"), only_offer())
        bookings.confirm(booking, who("ben"), allergies_read=True)
        with transaction():
            booking.allergies = "Peanuts"

    done(book)


@pytest.fixture
def address(browser_of, people):
    """A function that makes a feed for somebody and gives its path."""

    def make(name="ana"):
        browser = browser_of(name)
        browser.follow(browser.submit(PAGE, "/make"))
        return address_on(browser)

    return make


def address_on(browser):
    text = browser.get(PAGE).text
    start = text.index('id="address" type="text" value="') + len('id="address" type="text" value="')
    return urlsplit(text[start : text.index('"', start)]).path


def read(browser, path, **headers):
    return browser.client.get(path, base_url="http://127.0.0.1", headers=headers)


def events_in(answer):
    assert answer.status_code == 200
    return Calendar.from_ical(answer.data).walk("VEVENT")


@pytest.mark.parametrize("name", ["ana", "ben"])
def test_both_find_the_booking_at_its_time(browser_of, address, booked, app, name):
    [event] = events_in(read(browser_of(None), address(name)))

    with app.app_context():
        booking = db.session.scalars(select(Booking)).one()
        assert event["DTSTART"].dt.astimezone(UTC).replace(tzinfo=None) == booking.starts_at
        assert event["UID"] == f"{booking.reference}@127.0.0.1"
        assert event["SEQUENCE"] == booking.revision


def test_it_says_nothing_but_the_hours_unless_its_member_wishes(browser_of, address, booked):
    path, ana = address(), browser_of("ana")

    said = read(ana, path).text
    for secret in ("Dinner", "Ben", "Nantes", "Cuisiniers", "Peanuts", "look forward"):
        assert secret not in said

    ana.submit(PAGE, titles="y")
    said = read(ana, path).text
    assert "Dinner at my table with Ben Keller" in said
    assert "Nantes" in said
    assert "Cuisiniers" not in said

    ana.submit(PAGE, titles="y", addresses="y")
    said = read(ana, path).text
    assert "3 rue des Cuisiniers" in said
    assert "Peanuts" not in said


def test_the_door_is_not_shown_long_after(browser_of, address, booked, time):
    path, ana = address(), browser_of("ana")
    ana.submit(PAGE, titles="y", addresses="y")

    time.forward(days=6)

    assert "Cuisiniers" not in read(ana, path).text


def test_what_is_called_off_is_gone(browser_of, address, booked, done):
    path = address()
    done(lambda who: bookings.cancel(db.session.scalars(select(Booking)).one(), who("ana")))

    assert events_in(read(browser_of(None), path)) == []


def test_it_is_sent_again_only_when_something_changed(browser_of, address, booked, done, time):
    path, visitor = address(), browser_of(None)
    first = read(visitor, path)
    time.forward(minutes=30)

    assert read(visitor, path, If_None_Match=first.headers["ETag"]).status_code == 304
    assert first.headers["Cache-Control"] == "private, no-store"
    assert first.headers["X-Robots-Tag"] == "noindex"
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Set-Cookie" not in first.headers

    done(lambda who: bookings.cancel(db.session.scalars(select(Booking)).one(), who("ana")))
    assert read(visitor, path, If_None_Match=first.headers["ETag"]).status_code == 200


def test_a_new_address_ends_the_old_one_and_so_does_ending_it(browser_of, address, booked):
    ana = browser_of("ana")
    old = address()

    new = address()
    assert old != new
    assert read(ana, old).status_code == 404
    assert read(ana, new).status_code == 200

    ana.submit(PAGE, "/end")
    assert read(ana, new).status_code == 404
    assert "Make my address" in ana.get(PAGE).text


def test_no_copy_of_the_database_opens_a_feed(app, browser_of, address):
    path = address()
    secret = path.removeprefix("/feed/").removesuffix(".ics")

    with app.app_context():
        feed = db.session.scalars(select(CalendarFeed)).one()
        assert secret not in {feed.seed, feed.fingerprint}
        stored = (feed.seed, feed.fingerprint)

    for guess in stored:
        assert read(browser_of(None), f"/feed/{guess}.ics").status_code == 404
    assert len(secret) == 43


def test_with_another_key_of_the_installation_the_page_asks_for_a_new_one(app, browser_of, address):
    address()
    app.config["SECRET_KEY"] = "another secret for the tests"

    with app.app_context():
        feed = db.session.scalars(select(CalendarFeed)).one()
        from pro_am.calendar_feeds import queries

        assert queries.secret_for_owner(feed) is None


def test_who_is_away_feeds_nobody(app, browser_of, address, booked, done, time):
    path = address()

    def leave(who):
        with transaction():
            who("ana").left_at = time() + timedelta(0)

    done(leave)

    assert read(browser_of(None), path).status_code == 404


def test_each_has_their_own(browser_of, address, booked, people):
    address("ana")

    assert "Make my address" in browser_of("cleo").get(PAGE).text
    assert events_in(read(browser_of(None), address("cleo"))) == []


def test_erased_with_its_member(app, address, done):
    address()

    done(lambda who: actions.end_feed(who("ana")))

    with app.app_context():
        assert db.session.scalars(select(CalendarFeed)).all() == []


def test_looking_makes_no_address(browser_of, app, people):
    ana = browser_of("ana")
    assert ana.get(PAGE).status_code == 200
    assert ana.get(f"{PAGE}/make").status_code == 405
    assert any(form.action.endswith("/make") for form in forms_in(ana.get(PAGE).text))

    with app.app_context():
        assert db.session.scalars(select(CalendarFeed)).all() == []
