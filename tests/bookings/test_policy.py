from datetime import datetime, timedelta

import pytest

from pro_am.bookings.rules.policy import FLEXIBLE, free_until, is_in_time, policy_from

NOON = datetime(2030, 1, 7, 12, 0)
LONG_AGO = NOON - timedelta(days=30)


def hours(number):
    return timedelta(hours=number)


@pytest.mark.parametrize(
    ("booked_at", "start", "in_time"),
    [
        (LONG_AGO, NOON + hours(24), True),
        (LONG_AGO, NOON + hours(23.99), False),
        (LONG_AGO, NOON, False),
        # A change of mind within fifteen minutes costs nothing, unless the start is near.
        (NOON - timedelta(minutes=15), NOON + hours(24.01), True),
        (NOON - timedelta(minutes=15), NOON + hours(23.99), False),
        (NOON - timedelta(minutes=1), NOON + hours(2), False),
    ],
)
def test_cancelling_is_free_until_a_day_before(booked_at, start, in_time):
    assert is_in_time(FLEXIBLE, booked_at=booked_at, start=start, now=NOON) is in_time


def test_the_page_names_the_last_free_moment():
    start = NOON + timedelta(days=3)
    last = free_until(FLEXIBLE, start)

    assert is_in_time(FLEXIBLE, booked_at=LONG_AGO, start=start, now=last)
    late = last + timedelta(microseconds=1)
    assert not is_in_time(FLEXIBLE, booked_at=LONG_AGO, start=start, now=late)


def test_a_booking_keeps_the_policy_it_was_made_under():
    assert policy_from(FLEXIBLE.snapshot()) == FLEXIBLE
