from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.availability.rules.wall_time import instant
from pro_am.foundation.time_zones import to_local, zone


@pytest.mark.parametrize(
    ("name", "day", "clock", "expected"),
    [
        ("Europe/Paris", "2026-06-15", "09:00", "2026-06-15T07:00"),
        ("Europe/Paris", "2026-01-01", "00:00", "2025-12-31T23:00"),
        ("Europe/Paris", "2026-12-31", "24:00", "2026-12-31T23:00"),
        # Spring: 02:00 to 03:00 is skipped, all of it is the change itself.
        ("Europe/Paris", "2026-03-29", "01:59", "2026-03-29T00:59"),
        ("Europe/Paris", "2026-03-29", "02:00", "2026-03-29T01:00"),
        ("Europe/Paris", "2026-03-29", "02:59", "2026-03-29T01:00"),
        ("Europe/Paris", "2026-03-29", "03:00", "2026-03-29T01:00"),
        ("Europe/Paris", "2026-03-29", "03:01", "2026-03-29T01:01"),
        # Autumn: 02:00 to 03:00 comes twice, the first is meant.
        ("Europe/Paris", "2026-10-25", "02:00", "2026-10-25T00:00"),
        ("Europe/Paris", "2026-10-25", "02:59", "2026-10-25T00:59"),
        ("Europe/Paris", "2026-10-25", "03:00", "2026-10-25T02:00"),
        ("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:00"),
        ("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30"),
        ("America/New_York", "2026-11-01", "02:00", "2026-11-01T07:00"),
        # Half an hour: forward on 4 October, back on 5 April.
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30"),
        ("Australia/Lord_Howe", "2026-10-04", "02:30", "2026-10-03T15:30"),
        ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45"),
        ("Australia/Lord_Howe", "2026-04-05", "02:00", "2026-04-04T15:30"),
        # Back for Ramadan on 15 February, forward again on 22 March.
        ("Africa/Casablanca", "2026-02-15", "02:30", "2026-02-15T01:30"),
        ("Africa/Casablanca", "2026-02-15", "03:00", "2026-02-15T03:00"),
        ("Africa/Casablanca", "2026-03-22", "02:30", "2026-03-22T02:00"),
        ("Asia/Kathmandu", "2026-06-15", "00:00", "2026-06-14T18:15"),
        # At midnight: back to 23:00 of the Saturday, forward to 01:00 of the Sunday.
        ("America/Santiago", "2026-04-04", "23:30", "2026-04-05T02:30"),
        ("America/Santiago", "2026-04-04", "24:00", "2026-04-05T04:00"),
        ("America/Santiago", "2026-09-06", "00:00", "2026-09-06T04:00"),
        ("America/Santiago", "2026-09-06", "00:30", "2026-09-06T04:00"),
        # 30 December 2011 was skipped as a whole.
        ("Pacific/Apia", "2011-12-30", "12:00", "2011-12-30T10:00"),
    ],
)
def test_a_wall_time_is_the_first_instant_that_reads_it_or_later(name, day, clock, expected):
    hours, minutes = map(int, clock.split(":"))

    found = instant(date.fromisoformat(day), hours * 60 + minutes, zone(name))

    assert found == datetime.fromisoformat(expected)


@pytest.mark.parametrize("minute", [-1, 1441])
def test_a_day_has_minutes_0_to_1440(minute):
    with pytest.raises(ValueError, match="no minute"):
        instant(date(2026, 6, 15), minute, zone("UTC"))


@settings(max_examples=200, deadline=None)
@given(
    name=st.sampled_from(["Europe/Paris", "America/Santiago", "Australia/Lord_Howe", "Asia/Gaza"]),
    day=st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    minute=st.integers(0, 1440),
)
def test_nothing_earlier_reads_the_wall_time_or_later(name, day, minute):
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)

    found = instant(day, minute, zone(name))

    assert to_local(found, zone(name)) >= wall
    for minutes in (1, 30, 59, 60, 61, 119, 600):
        assert to_local(found - timedelta(minutes=minutes), zone(name)) < wall
