"""Reminders a day and two hours before: to both, once, and never of what is no more."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.bookings import actions
from pro_am.bookings.models import BookingReminder
from pro_am.bookings.queries.reminders import reminders_of
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.notifications import actions as notifications
from tests.factories import free_starts, make_booking

HOUR = timedelta(hours=1)


@pytest.fixture
def booking(person, offer):
    booking = make_booking(person("ana"), offer, start=free_starts(offer)[21])
    actions.confirm(booking, person("ben"), allergies_read=False)
    return booking


def reminded():
    found = select(Letter.recipient).where(Letter.template == "bookings/reminder")
    return sorted(db.session.scalars(found))


def test_both_are_reminded_a_day_and_two_hours_before_once_each(booking, time):
    both = ["ana@example.org", "ben@example.org"]
    for before, expected in ((24.1, []), (24, both), (3, both), (2, both * 2), (0.1, both * 2)):
        time.now = booking.starts_at - before * HOUR
        for _ in range(2):
            actions.remind()

        assert reminded() == sorted(expected), before


def test_a_booking_that_moves_is_reminded_of_anew(person, booking, offer, time):
    time.now = booking.starts_at - 24 * HOUR
    actions.remind()
    actions.reschedule(booking, person("ana"), free_starts(offer)[-1])

    time.now = booking.starts_at - 24 * HOUR
    actions.remind()

    assert len(reminded()) == 4


def test_nobody_is_reminded_of_what_was_called_off(person, booking, time):
    actions.cancel(booking, person("ana"))
    time.now = booking.starts_at - 24 * HOUR

    actions.remind()

    assert reminded() == []


def test_a_request_is_no_appointment(person, offer, time):
    asked = make_booking(person("ana"), offer, start=free_starts(offer)[2])
    time.now = asked.starts_at - 24 * HOUR

    actions.remind()

    assert reminded() == []


def test_whoever_does_without_gets_none_and_the_other_does(person, booking, time):
    notifications.do_without(person("ana"), "reminders")
    time.now = booking.starts_at - 24 * HOUR

    actions.remind()

    assert reminded() == ["ben@example.org"]
    assert len(db.session.scalars(select(BookingReminder)).all()) == 2


def test_the_story_says_what_became_of_the_letter(person, booking, time):
    time.now = booking.starts_at - 24 * HOUR
    actions.remind()
    with transaction():
        letter = db.session.scalars(
            select(Letter).where(
                Letter.template == "bookings/reminder", Letter.recipient == "ana@example.org"
            )
        ).one()
        letter.state = "failed"

    states = {each.member_id: each.letter_state for each in reminders_of(booking)}

    assert states == {person("ana").id: "failed", person("ben").id: "waiting"}


def test_the_letter_lets_one_say_that_one_will_come_and_do_without(booking, time):
    time.now = booking.starts_at - 24 * HOUR
    actions.remind()

    letter = db.session.scalars(
        select(Letter).where(Letter.template == "bookings/reminder")
    ).first()
    assert "/by-letter/presence/" in letter.text
    assert letter.topic == "reminders"
    assert "3 rue des Cuisiniers" not in letter.text
