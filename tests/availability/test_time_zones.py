import zoneinfo
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.foundation.time_zones import UnknownZone, constant_offsets, is_zone, to_local, zone


def test_zones_come_from_the_package_and_not_from_the_machine():
    assert zoneinfo.TZPATH == ()
    assert zone("Europe/Paris").key == "Europe/Paris"


@pytest.mark.parametrize("name", ["", "Europe", "Paris", "europe/paris", "../etc/passwd", "\0"])
def test_an_unknown_zone_is_named(name):
    assert not is_zone(name)
    with pytest.raises(UnknownZone, match="No time zone is called"):
        zone(name)


@pytest.mark.parametrize(
    ("name", "reads"),
    [
        ("UTC", "2026-06-15T12:00"),
        ("Europe/Paris", "2026-06-15T14:00"),
        ("Asia/Kathmandu", "2026-06-15T17:45"),
        ("Pacific/Kiritimati", "2026-06-16T02:00"),
        ("America/New_York", "2026-06-15T08:00"),
    ],
)
def test_the_clock_on_the_wall_is_the_zones(name, reads):
    assert to_local(datetime(2026, 6, 15, 12), zone(name)) == datetime.fromisoformat(reads)


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(sorted(zoneinfo.available_timezones())),
    start=st.datetimes(datetime(1975, 1, 1), datetime(2060, 1, 1)),
    length=st.timedeltas(timedelta(minutes=1), timedelta(days=800)),
    tenths=st.integers(0, 9),
)
def test_stretches_of_constant_offset_tile_time_and_are_true(name, start, length, tenths):
    stretches = list(constant_offsets(zone(name), start, start + length))

    assert stretches[0].start == start
    assert stretches[-1].end == start + length
    assert all(a.end == b.start for a, b in pairwise(stretches))
    for stretch in stretches:
        inside = stretch.start + (stretch.end - stretch.start) // 10 * tenths
        assert to_local(inside, zone(name)) == inside + stretch.offset


def test_changes_are_found_to_the_second():
    year = constant_offsets(zone("Europe/Paris"), datetime(2026, 1, 1), datetime(2027, 1, 1))

    assert [stretch.start for stretch in year] == [
        datetime(2026, 1, 1),
        datetime(2026, 3, 29, 1),
        datetime(2026, 10, 25, 1),
    ]
