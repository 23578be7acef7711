"""Seats of a group: those who come together share a time, and nobody else has it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.availability.rules.calendar_rules import CalendarRules, WeeklyWindow
from pro_am.availability.rules.daily_most import Booked, with_full_days
from pro_am.availability.rules.free_time import Load
from pro_am.availability.rules.slots import seats_left, slot_is_bookable, slots
from pro_am.availability.rules.timing import OfferTiming
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import zone

NINE = datetime(2026, 6, 15, 9)  # a Monday
HOUR = timedelta(hours=1)
DAY = TimeSlot(NINE, NINE + timedelta(hours=12))
SEATS = 5
MORNING = CalendarRules(zone("UTC"), (WeeklyWindow(0, 9 * 60, 12 * 60, SEATS),))
YOGA = OfferTiming(60, 30, offer_id=7, is_group=True)
LESSON = OfferTiming(60, 30)


def coming(people, start=NINE, timing=YOGA):
    return timing.load(start, people)


@pytest.mark.parametrize(
    ("loads", "people", "fits"),
    [
        ([], 5, True),
        ([], 6, False),
        ([coming(2)], 3, True),
        ([coming(2)], 4, False),
        ([coming(2), coming(3)], 1, False),
        # Others at the same time: a lesson, another group, the same group half an hour later.
        ([coming(1, timing=LESSON)], 1, False),
        ([coming(1, timing=OfferTiming(60, 30, offer_id=8, is_group=True))], 1, False),
        ([coming(1, NINE + HOUR / 2)], 1, False),
        ([Load(NINE, NINE + HOUR / 4, None)], 1, False),
        # Neighbours are no company.
        ([coming(5, NINE + HOUR)], 5, True),
        ([coming(1, NINE + HOUR, LESSON)], 5, True),
    ],
)
def test_people_come_together_or_not_at_all(loads, people, fits):
    assert slot_is_bookable(MORNING, loads, YOGA, NINE, people) is fits


def test_nobody_else_is_booked_while_a_group_is_together():
    starts = slots(MORNING, [coming(1)], LESSON, DAY)

    assert starts == [NINE + HOUR, NINE + 1.5 * HOUR, NINE + 2 * HOUR]


def test_without_a_group_bookings_share_a_window_as_they_always_did():
    assert slot_is_bookable(MORNING, [coming(1, timing=LESSON)], LESSON, NINE)


@pytest.mark.parametrize(
    ("loads", "left"),
    [
        ([], 5),
        ([coming(2)], 3),
        ([coming(2), coming(3)], 0),
        ([coming(4, NINE + HOUR)], 5),  # the next hour's
        ([coming(1, timing=LESSON)], 0),
        ([Load(NINE + HOUR / 2, NINE + HOUR, None)], 0),
    ],
)
def test_the_page_says_how_many_seats_are_left(loads, left):
    assert seats_left(MORNING, loads, YOGA, NINE) == left


def test_those_who_come_together_are_one_booking_of_the_day():
    ana, cleo = (Booked(NINE, YOGA.offer_id, is_group=True) for _ in range(2))

    assert not with_full_days(replace(MORNING, most_a_day=2), YOGA, [ana, cleo]).full_days
    full = with_full_days(replace(MORNING, most_a_day=1), YOGA, [ana, cleo])
    assert full.full_days == {NINE.date()}
    # A group that meets on a full day still has its other seats; another start has none.
    loads = [coming(1), coming(1)]
    assert slots(full, loads, YOGA, DAY, 3) == [NINE]
    assert slots(full, loads, YOGA, DAY, 4) == []
    assert slots(full, loads, LESSON, DAY) == []


def test_two_who_come_alone_are_two_bookings_of_the_day():
    booked = [Booked(NINE, LESSON.offer_id)] * 2

    assert with_full_days(replace(MORNING, most_a_day=2), LESSON, booked).full_days


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 4)), max_size=12))
def test_seats_left_are_what_can_be_booked_and_come_back_exactly(wishes):
    loads = []
    for people, half_hours in wishes:
        start = NINE + half_hours * HOUR / 2
        left = seats_left(MORNING, loads, YOGA, start)
        fits = slot_is_bookable(MORNING, loads, YOGA, start, people)

        assert fits is (people <= left)
        if fits:
            loads.append(coming(people, start))
            assert seats_left(MORNING, loads, YOGA, start) == left - people
    for load in list(loads):
        before = seats_left(MORNING, loads, YOGA, load.group[1])
        loads.remove(load)
        others = any(each.group == load.group for each in loads)
        if others:
            assert seats_left(MORNING, loads, YOGA, load.group[1]) == before + load.seats
