"""Whether a request still has room beside what is surely taken."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pro_am.availability.rules.calendar_rules import CalendarRules, WeeklyWindow
from pro_am.availability.rules.free_time import Load
from pro_am.availability.rules.still_fits import still_fits
from pro_am.availability.rules.timing import OfferTiming

START = datetime(2030, 1, 7, 18, 0)  # a Monday
DINNER = OfferTiming(120, 30)
BUFFERED = OfferTiming(120, 30, 30, 30)


def at(hours, length=2.0, seats: int | None = 1):
    start = START + timedelta(hours=hours)
    return Load(start, start + timedelta(hours=length), seats)


def calendar(capacity=1, *, opens=17, closes=23):
    return CalendarRules(ZoneInfo("UTC"), (WeeklyWindow(0, opens * 60, closes * 60, capacity),))


@pytest.mark.parametrize(
    ("rules", "timing", "taken", "fits"),
    [
        (calendar(), DINNER, [], True),
        (calendar(), DINNER, [at(2)], True),
        (calendar(), DINNER, [at(1)], False),
        # The capacity was two when both asked, and is one now.
        (calendar(2), DINNER, [at(0)], True),
        (calendar(2), DINNER, [at(0), at(0)], False),
        # Busy time of another calendar takes every seat.
        (calendar(2), DINNER, [at(1, seats=None)], False),
        # Buffers were added meanwhile.
        (calendar(), BUFFERED, [at(2)], False),
        (calendar(), BUFFERED, [at(2.5)], True),
        # Somebody may say yes to a time that is closed by now, but only to one.
        (calendar(opens=21), DINNER, [], True),
        (calendar(opens=21), DINNER, [at(1)], False),
        # The second guest of a class brings the same buffers as the first, also after hours.
        (calendar(2, opens=18, closes=20), BUFFERED, [at(-0.5, 3.0)], True),
    ],
)
def test_a_request_has_room_or_not(rules, timing, taken, fits):
    assert still_fits(rules, taken, timing, START) is fits
