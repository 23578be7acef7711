from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.bookings.rules import life
from pro_am.bookings.rules.life import BookingState, Times

NOON = datetime(2030, 1, 7, 12, 0)
ANSWER_BY = NOON + timedelta(hours=24)
START = NOON + timedelta(hours=48)
END = START + timedelta(hours=2)
TIMES = Times(ANSWER_BY, START, END)
MOMENT = timedelta(microseconds=1)

REQUESTED, CONFIRMED = BookingState.REQUESTED, BookingState.CONFIRMED
IN_PROGRESS, COMPLETED = BookingState.IN_PROGRESS, BookingState.COMPLETED


@pytest.mark.parametrize(
    ("stored", "now", "reached"),
    [
        (REQUESTED, ANSWER_BY - MOMENT, REQUESTED),
        (REQUESTED, ANSWER_BY, BookingState.EXPIRED),
        (REQUESTED, END + timedelta(days=9), BookingState.EXPIRED),
        (CONFIRMED, START - MOMENT, CONFIRMED),
        (CONFIRMED, START, IN_PROGRESS),
        (CONFIRMED, END + timedelta(days=2) - MOMENT, IN_PROGRESS),
        (CONFIRMED, END + timedelta(days=2), COMPLETED),
        (IN_PROGRESS, END, IN_PROGRESS),
        (IN_PROGRESS, END + timedelta(days=2), COMPLETED),
        (COMPLETED, END + timedelta(days=14) - MOMENT, COMPLETED),
        (COMPLETED, END + timedelta(days=14), BookingState.CLOSED),
        (CONFIRMED, END + timedelta(days=14), BookingState.CLOSED),
    ],
)
def test_time_moves_a_booking_without_a_worker(stored, now, reached):
    assert life.state_at(stored, TIMES, now) is reached


@pytest.mark.parametrize(
    ("now", "reached"),
    [
        (START, CONFIRMED),
        (END - MOMENT, CONFIRMED),
        (END, IN_PROGRESS),
        (END + timedelta(days=2), COMPLETED),
    ],
)
def test_an_open_start_code_is_waited_for_until_the_end(now, reached):
    waiting = replace(TIMES, waits_for_code=True)

    assert life.state_at(CONFIRMED, waiting, now) is reached


@pytest.mark.parametrize("ended", sorted(set(BookingState) - life.HOLDS_TIME - {COMPLETED}))
def test_what_has_ended_stays_as_it_ended(ended):
    assert life.state_at(ended, TIMES, END + timedelta(days=99)) is ended


@pytest.mark.parametrize(
    ("hours_to_start", "hours_to_answer"),
    [
        (240, 48),
        (52, 48),
        (50, 46),  # four hours before the start
        (48, 24),
        (47, 23.5),  # half the time left
        (2, 1),
    ],
)
def test_there_is_time_to_answer_before_the_start(hours_to_start, hours_to_answer):
    deadline = life.answer_deadline(NOON, NOON + timedelta(hours=hours_to_start))

    assert deadline - NOON == timedelta(hours=hours_to_answer)


@given(st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=400)))
def test_an_answer_is_due_after_the_request_and_before_the_start(ahead):
    deadline = life.answer_deadline(NOON, NOON + ahead)

    assert NOON < deadline < NOON + ahead
    assert deadline - NOON <= timedelta(hours=48)


@pytest.mark.parametrize(("people", "fits"), [(0, False), (1, True), (6, True), (7, False)])
def test_an_offer_is_for_its_number_of_people(people, fits):
    if fits:
        life.check_people(people, least=1, most=6)
        return
    with pytest.raises(life.WrongNumberOfPeople):
        life.check_people(people, least=1, most=6)


def test_a_pro_am_travels_as_far_as_they_say():
    life.check_travel(town="Rezé", distance_km=8.0, travel_km=8)

    with pytest.raises(life.TooFar) as refusal:
        life.check_travel(town="Rennes", distance_km=99.4, travel_km=8)
    assert str(refusal.value) == "Rennes is 99 km away; this pro-am travels up to 8 km."
