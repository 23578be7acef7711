"""The week on paper: who comes, when and where, and nothing that is not for a kitchen door."""

from datetime import timedelta

import pytest

from pro_am.bookings import actions as bookings
from pro_am.bookings.models import Booking
from pro_am.foundation.database import db, transaction
from tests.factories import free_starts, make_booking, only_offer


@pytest.fixture
def agreed(done, people):
    """Ana comes to Ben on the first evening he is free, and is allergic to nuts."""

    def deed(who):
        booking = make_booking(who("ana"), only_offer(), start=free_starts(only_offer())[0])
        with transaction():
            db.session.get_one(Booking, booking.id).allergies = "nuts"
        bookings.confirm(booking, who("ben"), allergies_read=True)

    done(deed)


def test_it_says_who_comes_when_and_where(browser_of, agreed):
    page = browser_of("ben").get("/my-week/print").text

    assert "Ana Martin" in page
    assert "18:00–20:00" in page
    assert "3 rue des Cuisiniers, Nantes" in page
    assert "2 people" in page


def test_allergies_are_on_it_only_when_they_are_asked_for(browser_of, agreed):
    assert "nuts" not in browser_of("ben").get("/my-week/print").text
    assert "Allergies: nuts" in browser_of("ben").get("/my-week/print?allergies=yes").text
    assert "nuts" not in browser_of("ana").get("/my-week/print?allergies=yes").text


def test_what_is_only_asked_is_not_on_it(browser_of, done, people):
    done(lambda who: make_booking(who("ana"), only_offer()))

    assert "Ana Martin" not in browser_of("ben").get("/my-week/print").text


def test_another_week_is_another_sheet(browser_of, agreed, time):
    later = (time() + timedelta(days=7)).date()

    assert "Ana Martin" not in browser_of("ben").get(f"/my-week/print?from={later}").text
    assert browser_of("ben").get("/my-week/print?from=soon").status_code == 200


def test_a_stranger_has_a_sheet_of_their_own(browser_of, agreed):
    assert "Ana Martin" not in browser_of("cleo").get("/my-week/print").text
    assert browser_of(None).get("/my-week/print").status_code == 303
