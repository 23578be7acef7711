"""What people will see, why a day shows nothing, what lies outside the hours; days as ranges."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.availability.rules.calendar_rules import (
    CalendarRules,
    DateOverride,
    DayWindow,
    WeeklyWindow,
)
from pro_am.availability.rules.exceptions import Exceptional, joined
from pro_am.availability.rules.free_time import Load
from pro_am.availability.rules.preview import Shown, outside_hours, preview
from pro_am.foundation import time_zones
from pro_am.foundation.time_slots import TimeSlot

NOON = datetime(2030, 1, 7, 12, 0)  # a Monday, 13:00 in Paris
MONDAY = date(2030, 1, 7)
DAY = timedelta(days=1)
EVENINGS = tuple(WeeklyWindow(day, 18 * 60, 23 * 60) for day in range(7))


def rules(weekly=EVENINGS, *, overrides=(), notice=0, horizon=60):
    return CalendarRules(
        zone=time_zones.zone("Europe/Paris"),
        weekly=weekly,
        overrides=overrides,
        notice_minutes=notice,
        horizon_days=horizon,
    )


def at(day, hour):
    """An instant by the day of January and the hour in Paris."""
    return datetime(2030, 1, day, hour - 1)


def slot(day, start, end):
    return TimeSlot(at(day, start), at(day, end))


@pytest.mark.parametrize(
    ("asked", "loads", "shown"),
    [
        (rules(), [], Shown.FREE),
        (rules(()), [], Shown.CLOSED),
        (rules(overrides=(DateOverride(MONDAY),)), [], Shown.CLOSED),
        (rules(notice=24 * 60), [], Shown.TOO_SOON),
        (rules(), [Load(at(7, 18), at(7, 23))], Shown.FULL),
    ],
)
def test_a_day_says_why_it_shows_nothing(asked, loads, shown):
    assert preview(asked, loads, NOON, days=1)[0].shown is shown


def test_what_other_calendars_take_is_not_free_and_is_said():
    busy = [slot(7, 19, 21), slot(7, 20, 22), slot(8, 17, 23)]

    today, tomorrow, _ = preview(rules(), [], NOON, days=3, busy=busy)

    assert today.free == (slot(7, 18, 19), slot(7, 22, 23))
    assert today.elsewhere == (slot(7, 19, 22),)
    assert (tomorrow.shown, tomorrow.free) == (Shown.FULL, ())
    assert tomorrow.elsewhere == (slot(8, 18, 23),)  # as far as it is open


def test_days_beyond_the_horizon_are_not_open_yet():
    days = preview(rules(horizon=3), [], NOON, days=6)

    assert [each.shown for each in days] == [Shown.FREE] * 4 + [Shown.TOO_FAR] * 2


def test_a_night_belongs_to_the_day_it_begins_on():
    night = WeeklyWindow(0, 22 * 60, 2 * 60)

    monday, tuesday = preview(rules((night,)), [], NOON, days=2)

    assert monday.free == (TimeSlot(at(7, 22), at(7, 22) + timedelta(hours=4)),)
    assert tuesday.shown is Shown.CLOSED


def test_what_others_take_is_left_out():
    (monday,) = preview(rules(), [Load(at(7, 19), at(7, 20))], NOON, days=1)

    assert monday.free == (slot(7, 18, 19), slot(7, 20, 23))


@pytest.mark.parametrize(
    ("agreed", "is_outside"),
    [
        (slot(8, 18, 20), False),
        (slot(8, 17, 19), True),
        (slot(8, 22, 23), False),
        (slot(8, 9, 11), True),
        (TimeSlot(NOON - 3 * DAY, NOON - 2 * DAY), False),
    ],
)
def test_what_is_agreed_outside_the_hours_is_found(agreed, is_outside):
    assert outside_hours(rules(), [agreed], NOON) == ([agreed] if is_outside else [])


overrides = st.dictionaries(
    st.integers(0, 12).map(lambda number: MONDAY + number * DAY),
    st.sampled_from([((), ""), ((), "Away"), ((DayWindow(720, 840),), "Away")]),
)


@settings(max_examples=100)
@given(overrides)
def test_days_joined_to_ranges_are_the_same_days(found):
    ranges = joined((DateOverride(day, windows), why) for day, (windows, why) in found.items())

    again = {
        override.day: (override.windows, each.reason)
        for each in ranges
        for override in each.overrides
    }
    assert again == found


def test_neighbours_that_say_the_same_are_one():
    away = [(DateOverride(MONDAY + number * DAY), "Away") for number in (2, 0, 1, 4)]

    assert joined(away) == [
        Exceptional(MONDAY, MONDAY + 2 * DAY, reason="Away"),
        Exceptional(MONDAY + 4 * DAY, MONDAY + 4 * DAY, reason="Away"),
    ]
