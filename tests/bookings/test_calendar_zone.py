"""Zones as we write them say the same as the zones we know, to every program that reads them."""

from datetime import UTC, datetime, timedelta

import pytest

from pro_am.bookings.rules.calendar_zone import described
from pro_am.calendar_sources.rules.components import calendars_in
from pro_am.calendar_sources.rules.file_zones import file_zone
from pro_am.foundation.time_zones import zone

SINCE = datetime(2030, 3, 1)
BY_RULES = ["Europe/Paris", "America/New_York", "Australia/Sydney", "Pacific/Auckland"]


@pytest.mark.parametrize("name", BY_RULES)
def test_zones_whose_clocks_follow_rules_are_written_as_rules(name):
    text = described(zone(name), SINCE).to_ical().decode()

    assert text.count("RRULE:FREQ=YEARLY") == 2
    assert "RDATE" not in text


def test_a_zone_that_never_changes_is_one_line():
    text = described(zone("Asia/Tokyo"), SINCE).to_ical().decode()

    assert text.count("BEGIN:STANDARD") == 1
    assert "RRULE" not in text


@pytest.mark.parametrize("name", [*BY_RULES, "Africa/Casablanca", "Africa/Cairo", "Asia/Jerusalem"])
def test_they_read_back_as_the_zone_they_describe(name):
    file = b"BEGIN:VCALENDAR\r\n" + described(zone(name), SINCE).to_ical() + b"END:VCALENDAR"
    [read] = calendars_in(file)
    clock = file_zone(read.parts[0])

    for hours in range(0, 3 * 365 * 24, 7):
        wall = SINCE + timedelta(hours=hours)
        known = wall.replace(tzinfo=zone(name)).astimezone(UTC).replace(tzinfo=None)
        assert clock.instant(wall) == known, wall
