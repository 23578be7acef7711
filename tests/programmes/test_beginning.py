"""A programme begins when its coach confirms the first talk."""

from datetime import date, datetime

import pytest

from pro_am.bookings import actions as bookings
from pro_am.programmes import actions
from pro_am.programmes.queries import programmes as queries
from pro_am.programmes.rules.words import Side, Standing
from tests.factories import make_booking
from tests.factories.programmes import make_programme, make_programme_offer


def test_an_unanswered_request_is_no_programme_and_a_confirmed_one_is(person):
    ana, ben = person("ana"), person("ben")
    booking = make_booking(ana, make_programme_offer(ben), people=1)
    assert queries.of_client(ana) == []
    assert (booking.weeks, booking.total_minor) == (8, 8 * 2500)

    bookings.confirm(booking, ben, allergies_read=False)

    (programme,) = queries.of_client(ana)
    assert queries.of_coach(ben) == [programme]
    assert (programme.weeks_agreed, programme.standing) == (8, Standing.ACTIVE)
    assert programme.title == "Eight calm weeks"


@pytest.mark.parametrize(
    ("start", "monday"),
    [
        (datetime(2030, 1, 8, 17), date(2030, 1, 14)),  # a Tuesday
        (datetime(2030, 1, 13, 18), date(2030, 1, 14)),
        (datetime(2030, 1, 14, 18), date(2030, 1, 14)),  # a Monday: that very week
    ],
)
def test_its_weeks_begin_on_the_monday_on_or_after_the_first_talk(person, start, monday):
    booking = make_booking(
        person("ana"), make_programme_offer(person("ben")), start=start, people=1
    )

    bookings.confirm(booking, person("ben"), allergies_read=False)

    assert queries.of_booking(booking.id).starts_on == monday


def test_beginning_twice_is_beginning_once(person):
    programme = make_programme(person("ana"), person("ben"))

    assert actions.begin(programme.booking).id == programme.id
    assert len(queries.of_client(person("ana"))) == 1


def test_each_of_the_two_finds_it_and_nobody_else(person):
    programme = make_programme(person("ana"), person("ben"))

    assert queries.for_person(person("ana"), programme.public_id) == (programme, Side.CLIENT)
    assert queries.for_person(person("ben"), programme.public_id) == (programme, Side.COACH)
    assert queries.for_person(person("cleo"), programme.public_id) is None


def test_an_ordinary_booking_begins_no_programme(person, offer):
    booking = make_booking(person("ana"), offer)

    bookings.confirm(booking, person("ben"), allergies_read=False)

    assert queries.of_client(person("ana")) == []
