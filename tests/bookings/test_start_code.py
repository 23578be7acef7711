"""Six digits, shown by the host and typed by the pro-am, begin a booking; off unless asked for."""

from datetime import timedelta

import pytest

from pro_am.bookings import actions
from pro_am.bookings.rules import moves, start_code
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import transaction
from tests.factories import make_booking, only_offer


@pytest.fixture
def booking(person, offer, time):
    with transaction():
        offer.asks_start_code = True
    found = make_booking(person("ana"), offer)
    actions.confirm(found, person("ben"), allergies_read=True)
    time.now = found.starts_at + timedelta(minutes=5)
    return found


def wrong(booking):
    return f"{(int(booking.start_code) + 1) % 10**6:06}"


def test_there_is_no_code_unless_the_offer_asks_for_one(person, offer):
    assert make_booking(person("ana"), offer).start_code == ""


def test_the_right_code_begins_it(person, booking, time):
    assert booking.state_now(time.now) is BookingState.CONFIRMED

    actions.begin(booking, person("ben"), code=booking.start_code)

    assert booking.state is BookingState.IN_PROGRESS
    assert booking.steps[-1].by_id == booking.provider_id


def test_after_five_wrong_tries_time_begins_it(person, booking, time):
    for _ in range(4):
        with pytest.raises(start_code.WrongCode):
            actions.begin(booking, person("ben"), code=wrong(booking))
    with pytest.raises(start_code.NoTriesLeft):
        actions.begin(booking, person("ben"), code=wrong(booking))

    assert booking.state_now(time.now) is BookingState.IN_PROGRESS
    with pytest.raises(moves.NotPossibleNow):
        actions.begin(booking, person("ben"), code=booking.start_code)
    actions.catch_up_with_time()
    assert booking.state is BookingState.IN_PROGRESS


def test_a_code_nobody_typed_keeps_nothing_from_ending(booking, time):
    actions.catch_up_with_time()
    assert booking.state is BookingState.CONFIRMED
    time.now = booking.ends_at
    actions.catch_up_with_time()

    assert booking.state is BookingState.IN_PROGRESS


def test_only_the_host_sees_the_code_and_only_the_pro_am_types_it(browser_of, done, time):
    references = []

    def book(person):
        with transaction():
            only_offer().asks_start_code = True
        booking = make_booking(person("ana"), only_offer())
        actions.confirm(booking, person("ben"), allergies_read=True)
        references.append((booking.reference, booking.start_code))

    done(book)
    [(reference, code)] = references
    path, shown = f"/bookings/{reference}", f"{code[:3]} {code[3:]}"
    ana, ben = browser_of("ana"), browser_of("ben")

    assert shown not in ana.get(path).text  # it is more than a day away
    time.forward(hours=20)
    assert shown in ana.get(path).text
    time.forward(hours=8, minutes=30)
    assert code not in ben.get(path).text.replace(" ", "")
    refused = ben.submit(path, action="/begin", code="1")
    assert refused.status_code == 409
    assert "This is not the code." in refused.text
    begun = ben.follow(ben.submit(path, action="/begin", code=code))

    assert "It has begun." in begun.text
