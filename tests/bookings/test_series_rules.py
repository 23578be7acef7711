import itertools
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.bookings.rules import series
from pro_am.bookings.rules.series import NothingLeft, Week, WeeksToChoose, WrongNumberOfWeeks
from pro_am.foundation import time_zones
from pro_am.foundation.time_zones import to_local

PARIS = time_zones.zone("Europe/Paris")
ZONES = [time_zones.zone(name) for name in ("Europe/Paris", "America/Sao_Paulo", "Asia/Tokyo")]
MONDAY = datetime(2030, 1, 7, 17, 0)  # 18:00 in Paris
WEEK = timedelta(weeks=1)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("2030-01-07T17:00", ["2030-01-07T17:00", "2030-01-14T17:00", "2030-01-21T17:00"]),
        # Paris puts its clock forth on 31 March and back on 27 October: it stays 18:00 there.
        ("2030-03-25T17:00", ["2030-03-25T17:00", "2030-04-01T16:00", "2030-04-08T16:00"]),
        ("2030-10-21T16:00", ["2030-10-21T16:00", "2030-10-28T17:00", "2030-11-04T17:00"]),
        # 02:30 does not exist on 31 March: the change itself.
        ("2030-03-24T01:30", ["2030-03-24T01:30", "2030-03-31T01:00", "2030-04-07T00:30"]),
        # 02:30 comes twice on 27 October: the first of them, unless the second was chosen.
        ("2030-10-20T00:30", ["2030-10-20T00:30", "2030-10-27T00:30", "2030-11-03T01:30"]),
        ("2030-10-27T01:30", ["2030-10-27T01:30", "2030-11-03T01:30", "2030-11-10T01:30"]),
    ],
)
def test_a_series_keeps_its_time_on_the_wall(first, expected):
    starts = series.weekly_starts(datetime.fromisoformat(first), PARIS, 3)

    assert starts == [datetime.fromisoformat(each) for each in expected]


@pytest.mark.parametrize("weeks", [-1, 0, 1, 27, 1000])
def test_a_series_has_two_to_twenty_six_weeks(weeks):
    with pytest.raises(WrongNumberOfWeeks):
        series.weekly_starts(MONDAY, PARIS, weeks)


@given(
    hours=st.integers(0, 24 * 365),
    zone=st.sampled_from(ZONES),
    weeks=st.integers(series.FEWEST_WEEKS, series.MOST_WEEKS),
)
def test_the_weeks_of_a_series_are_one_local_week_apart(hours, zone, weeks):
    first = datetime(2030, 1, 1) + hours * HOUR
    starts = series.weekly_starts(first, zone, weeks)
    days = [to_local(start, zone).date() for start in starts]

    assert starts[0] == first
    assert len(starts) == weeks
    assert all(later - earlier == WEEK for earlier, later in itertools.pairwise(days))
    assert all(abs(later - earlier - WEEK) <= HOUR for earlier, later in itertools.pairwise(starts))


STARTS = [MONDAY, MONDAY + WEEK, MONDAY + 2 * WEEK]


def test_weeks_that_are_free_need_no_choice():
    weeks = series.plan(STARTS, STARTS, {})

    assert series.check_chosen(weeks) == STARTS


def test_a_week_that_is_taken_names_the_two_nearest_times():
    free = [STARTS[0], STARTS[1] - HOUR, STARTS[1] + 2 * HOUR, STARTS[1] + 9 * HOUR, STARTS[2]]
    weeks = series.plan(STARTS, free, {})

    assert weeks[1] == Week(2, STARTS[1], None, (STARTS[1] - HOUR, STARTS[1] + 2 * HOUR))
    with pytest.raises(WeeksToChoose) as refused:
        series.check_chosen(weeks)
    assert refused.value.weeks == weeks


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (None, [STARTS[0], STARTS[2]]),
        (STARTS[1] + HOUR, [STARTS[0], STARTS[1] + HOUR, STARTS[2]]),
    ],
)
def test_the_host_leaves_a_week_out_or_takes_another_time(choice, expected):
    free = [STARTS[0], STARTS[1] + HOUR, STARTS[2]]

    assert series.check_chosen(series.plan(STARTS, free, {2: choice})) == expected


@pytest.mark.parametrize(
    "choice",
    [
        STARTS[1],  # still not free
        STARTS[1] + 2 * HOUR,  # was never free
        STARTS[2],  # another week's
        MONDAY + 5 * WEEK,
    ],
)
def test_a_choice_that_is_not_free_or_not_near_is_asked_again(choice):
    free = [STARTS[0], STARTS[1] + HOUR, STARTS[2], MONDAY + 5 * WEEK]

    assert series.plan(STARTS, free, {2: choice})[1].is_open


def test_a_free_week_can_be_left_out_or_moved_too():
    free = [*STARTS, STARTS[0] + HOUR]
    weeks = series.plan(STARTS, free, {1: STARTS[0] + HOUR, 3: None})

    assert series.check_chosen(weeks) == [STARTS[0] + HOUR, STARTS[1]]


def test_one_week_alone_is_no_series():
    with pytest.raises(NothingLeft):
        series.check_chosen(series.plan(STARTS, STARTS, {1: None, 2: None}))
