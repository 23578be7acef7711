"""A series with one week chosen, a place taken from a letter, a booking that moves."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from pro_am.bookings import actions as bookings
from pro_am.bookings.queries import links, moves
from pro_am.foundation import clock, time_zones
from tests.factories import free_starts, make_booking, only_offer
from tests.journeys.hands import Keyboard

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

SUBMIT = "main form button[type=submit]"


def seen(keyboard: Keyboard) -> str:
    return keyboard.page.inner_text("main")


def test_a_week_that_is_taken_is_chosen_before_anything_is_sent(keyboard_of, people, done):
    found = []

    def take_the_second_week(person) -> None:
        offer, first = only_offer(), free_starts(only_offer())[0]
        make_booking(person("cleo"), offer, start=first + timedelta(weeks=1))
        found.append(f"/book/{offer.public_id}?start={first:%Y-%m-%dT%H:%MZ}&people=2")

    done(take_the_second_week)
    ana = keyboard_of("ana", found[0])
    ana.page.locator("main summary").press("Enter")
    ana.select("#weeks", "3")
    ana.follow(SUBMIT)
    assert "not free" in seen(ana)

    ana.choose('input[name="week-2"][value="out"]')
    ana.follow(SUBMIT)
    assert "Every week, 2 times" in seen(ana)


def test_a_place_that_comes_back_is_taken_from_the_letter(keyboard_of, people, done):
    found = []

    def wait_and_cancel(person) -> None:
        offer = only_offer()
        taken = make_booking(person("ana"), offer, start=free_starts(offer)[14])
        bookings.confirm(taken, person("ben"), allergies_read=False)
        zone = time_zones.zone(taken.time_zone)
        day = time_zones.to_local(taken.starts_at, zone).date()
        place = bookings.join(person("cleo"), offer, day=day, start=taken.starts_at, people=2)
        bookings.cancel(taken, person("ana"))
        found.append(urlsplit(links.place_url(place)).path.removeprefix("/en"))

    done(wait_and_cancel)
    cleo = keyboard_of("cleo", found[0])
    assert "It is kept for you until" in seen(cleo)
    cleo.follow(SUBMIT)
    assert "Your request is sent" in seen(cleo)


def test_a_host_moves_what_is_agreed(keyboard_of, people, done):
    found = []

    def agree(person) -> None:
        offer = only_offer()
        booking = make_booking(person("ana"), offer, start=free_starts(offer)[7])
        bookings.confirm(booking, person("ben"), allergies_read=False)
        found.extend([f"/bookings/{booking.reference}", f"{free_starts(offer)[0]:%Y-%m-%dT%H:%MZ}"])

    done(agree)
    path, start = found
    ana = keyboard_of("ana", path)
    ana.follow('a[href$="/move"]')
    ana.choose(f'input[name="start"][value="{start}"]')
    ana.follow(SUBMIT)
    assert "Ana moved it from" in seen(ana)


def test_another_time_is_agreed_to_from_the_letter(keyboard_of, people, done):
    found = []

    def propose(person) -> None:
        offer = only_offer()
        booking = make_booking(person("ana"), offer, start=free_starts(offer)[7])
        bookings.confirm(booking, person("ben"), allergies_read=False)
        bookings.reschedule(booking, person("ben"), free_starts(offer)[0])
        proposal = moves.open_proposal(booking, clock.now())
        found.append(urlsplit(links.move_url(proposal)).path.removeprefix("/en"))

    done(propose)
    ana = keyboard_of("ana", found[0])
    assert "Agreed until now" in seen(ana)
    ana.follow(SUBMIT)
    assert "the new time counts" in seen(ana)
