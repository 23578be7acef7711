"""Hours that nobody minds are asked about, rest after a while, and come back with one click."""

import re

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability import actions, queries
from pro_am.availability.models import Calendar, FreeDay
from pro_am.bookings import actions as bookings
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.search.memory import known_offers
from tests.factories import free_starts, make_booking, only_offer

EDITOR = "/my-calendar/"


@pytest.fixture
def days_pass(app, time):
    """Let days pass, with the daily job on each."""

    def let(days):
        for _ in range(days):
            time.forward(days=1)
            with app.app_context():
                actions.see_to_freshness()

    return let


def letters(app):
    with app.app_context():
        found = db.session.scalars(
            select(Letter).where(Letter.template == "availability/still_hold").order_by(Letter.id)
        )
        return [(each.recipient, each.text) for each in found]


def is_found(app):
    with app.app_context():
        return bool(known_offers().facts)


def pictured(app):
    with app.app_context():
        ahead = select(FreeDay).where(FreeDay.day >= clock.now().date())
        return db.session.scalars(ahead).first() is not None


def address_in(text):
    return re.search(r"http://[^/]+(/en/my-calendar/still/\S+)", text)[1]


def test_after_two_months_of_silence_a_letter_asks_once(app, people, days_pass):
    days_pass(59)
    assert letters(app) == []

    days_pass(4)

    [(recipient, text)] = letters(app)
    assert recipient == "ben@example.org"
    assert "/en/my-calendar/still/" in text
    assert is_found(app)


def test_a_week_later_what_nobody_answers_for_rests(app, people, days_pass, browser_of):
    days_pass(68)

    assert not is_found(app)
    assert not pictured(app)
    with app.app_context():
        slug = only_offer().profile.slug
    assert "Ben is taking a break" in browser_of(None).get(f"/pro/{slug}").text
    assert len(letters(app)) == 1


def test_looking_at_the_letter_changes_nothing_and_a_click_brings_all_back(
    app, people, days_pass, browser_of
):
    days_pass(68)
    visitor, address = browser_of(None), address_in(letters(app)[0][1])

    assert "Do your hours still hold?" in visitor.get(address).text
    assert not is_found(app)
    answer = visitor.submit(address, action="")

    assert answer.status_code == 303
    assert "Your hours hold" in visitor.follow(answer).text
    assert is_found(app)
    assert pictured(app)
    with app.app_context():
        assert free_starts(only_offer())


def test_nobody_makes_such_an_address_up(browser_of, people):
    assert browser_of(None).get("/my-calendar/still/MQ.made-up").status_code == 404


def test_one_click_on_the_calendar_is_enough(app, people, days_pass, browser_of):
    days_pass(68)
    ben = browser_of("ben")
    assert "Your offers rest" in ben.get(EDITOR).text

    ben.submit(EDITOR, action="/my-calendar/confirm")

    assert is_found(app)
    assert "Your offers rest" not in ben.get(EDITOR).text


@pytest.mark.parametrize("days", [55, 64])
def test_any_change_counts_as_an_answer(app, people, days_pass, browser_of, days):
    days_pass(days)

    browser_of("ben").submit(EDITOR, from_0_0="17:00")

    days_pass(20)
    assert len(letters(app)) == (days > 60)
    assert is_found(app)


def test_an_answer_to_a_request_counts_too(app, people, days_pass):
    days_pass(55)
    with app.test_request_context("/en/"):
        ana, ben = (db.session.get_one(Member, people[name]) for name in ("ana", "ben"))
        bookings.decline(make_booking(ana, only_offer()), ben)

    days_pass(20)

    assert letters(app) == []


def test_a_second_calendar_rests_with_the_first(app, people, days_pass):
    with app.app_context():
        actions.add_calendar(queries.calendar_of(only_offer().profile_id).id, "Kitchen")

    days_pass(68)

    with app.app_context():
        assert all(db.session.scalars(select(Calendar.paused_at)))
        actions.confirm_hours(only_offer().profile_id)
        assert not any(db.session.scalars(select(Calendar.paused_at)))
