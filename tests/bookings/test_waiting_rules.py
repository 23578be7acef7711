from datetime import datetime, timedelta

import pytest

from pro_am.bookings.rules import waiting_list
from pro_am.bookings.rules.waiting_list import PlaceState

NOON = datetime(2030, 1, 7, 12, 0)
QUARTER = timedelta(minutes=15)


@pytest.mark.parametrize(
    ("start_in", "lasts"),
    [
        (timedelta(hours=48, seconds=1), timedelta(hours=2)),
        (timedelta(hours=48), QUARTER),
        (timedelta(hours=3), QUARTER),
        (timedelta(minutes=10), timedelta(minutes=10)),
    ],
)
def test_a_seat_is_held_for_a_quarter_of_an_hour_or_two_hours(start_in, lasts):
    assert waiting_list.offered_until(NOON, NOON + start_in) == NOON + lasts


@pytest.mark.parametrize(
    ("start_in", "may"),
    [(timedelta(hours=1), True), (QUARTER, False), (timedelta(0), False), (-QUARTER, False)],
)
def test_nothing_is_offered_that_is_about_to_begin(start_in, may):
    assert waiting_list.may_be_offered(NOON, NOON + start_in) is may


@pytest.mark.parametrize(
    ("stored", "offered_until", "over_at", "expected"),
    [
        (PlaceState.WAITING, None, 1, PlaceState.WAITING),
        (PlaceState.WAITING, None, 0, PlaceState.OVER),
        (PlaceState.OFFERED, 1, 5, PlaceState.OFFERED),
        (PlaceState.OFFERED, 0, 5, PlaceState.LAPSED),
        (PlaceState.TAKEN, -1, -1, PlaceState.TAKEN),
        (PlaceState.LEFT, -1, -1, PlaceState.LEFT),
    ],
)
def test_offers_and_waiting_end_by_themselves(stored, offered_until, over_at, expected):
    state = waiting_list.place_state_at(
        stored,
        offered_until=None if offered_until is None else NOON + timedelta(hours=offered_until),
        over_at=NOON + timedelta(hours=over_at),
        now=NOON,
    )

    assert state is expected
