"""Free days as they are pictured, read back as stretches of time."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.availability.rules.day_bits import DayBits, bits_by_day
from pro_am.availability.rules.pictured_time import pictured_time
from pro_am.foundation.time_slots import TimeSlot

QUARTER = timedelta(minutes=15)
MIDNIGHT = datetime(2030, 1, 7)

runs = st.lists(st.tuples(st.integers(0, 280), st.integers(1, 40)), max_size=6)


def at(quarter):
    return MIDNIGHT + quarter * QUARTER


@settings(max_examples=100)
@given(runs)
def test_whole_quarters_come_back_as_they_were(found):
    stretches = [TimeSlot(at(first), at(first + length)) for first, length in found]
    quarters = {q for first, length in found for q in range(first, first + length)}

    back = pictured_time(bits_by_day(stretches))

    assert back == sorted(back)
    assert all(one.end < two.start for one, two in pairwise(back))
    covered = {q for q in range(330) for slot in back if slot.start <= at(q) < slot.end}
    assert covered == quarters


def test_midnight_parts_nothing():
    night = TimeSlot(at(90), at(100))

    assert pictured_time(bits_by_day([night])) == [night]


def test_a_day_without_bits_has_no_free_time():
    assert pictured_time({date(2030, 1, 7): DayBits(0, 0)}) == []
