"""What no longer fits when something else is accepted is refused at once, with other times."""

import pytest
from sqlalchemy import select

from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.bookings import actions
from pro_am.bookings.rules import proposals
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from tests.factories import free_starts, make_booking


def set_capacity(offer, capacity, *, buffers=(0, 0, 0)):
    calendar = calendars.calendar_of(offer.profile_id)
    availability.change_hours(
        calendar.id,
        weekly=[WeeklyWindow(day, 18 * 60, 23 * 60, capacity) for day in range(7)],
        notice_minutes=0,
        horizon_days=60,
        buffers=buffers,
    )


@pytest.fixture
def two_requests(person, offer):
    """Ana and Cleo ask for the same evening, while there is room for two."""
    set_capacity(offer, 2)
    start = free_starts(offer)[4]
    return [make_booking(person(who), offer, start=start) for who in ("ana", "cleo")]


def test_while_there_is_room_both_are_accepted(person, two_requests):
    for booking in two_requests:
        actions.confirm(booking, person("ben"), allergies_read=True)

    assert {each.state for each in two_requests} == {BookingState.CONFIRMED}


def test_a_smaller_capacity_refuses_the_other_with_alternatives(person, offer, two_requests):
    of_ana, of_cleo = two_requests
    set_capacity(offer, 1)

    actions.confirm(of_ana, person("ben"), allergies_read=True)

    assert (of_ana.state, of_cleo.state) == (BookingState.CONFIRMED, BookingState.DECLINED)
    assert of_cleo.is_without_room
    assert of_cleo.hold.released_at is not None
    letter = db.session.scalars(select(Letter).where(Letter.template == "bookings/no_room")).one()
    assert letter.recipient == "cleo@example.org"
    assert letter.text.count("/book/") == 2


def test_longer_buffers_refuse_a_neighbour(person, offer):
    starts = free_starts(offer)
    evening = [each for each in starts if each.date() == starts[-1].date()]
    first, second = evening[0], evening[4]  # 18:00 and 20:00
    of_ana = make_booking(person("ana"), offer, start=first)
    of_cleo = make_booking(person("cleo"), offer, start=second)
    set_capacity(offer, 1, buffers=(30, 0, 0))

    actions.confirm(of_ana, person("ben"), allergies_read=True)

    assert of_cleo.state is BookingState.DECLINED


def test_nobody_is_accepted_on_top_of_somebody(person, offer, two_requests):
    """Ana's page was open when Cleo was accepted in the last seat there is by now."""
    of_ana, of_cleo = two_requests
    actions.confirm(of_cleo, person("ben"), allergies_read=True)
    set_capacity(offer, 1)

    with pytest.raises(proposals.NoRoomLeft):
        actions.confirm(of_ana, person("ben"), allergies_read=True)

    assert of_ana.state is BookingState.REQUESTED


def test_a_pro_am_may_accept_outside_their_new_hours(person, offer):
    booking = make_booking(person("ana"), offer, start=free_starts(offer)[-1])
    calendar = calendars.calendar_of(offer.profile_id)
    availability.empty_calendar(calendar.id)

    actions.confirm(booking, person("ben"), allergies_read=True)

    assert booking.state is BookingState.CONFIRMED
