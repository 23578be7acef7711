"""Time again from the coarse bits of free days: whole quarter hours, joined where they touch."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from pro_am.availability.rules.day_bits import DayBits
from pro_am.foundation.time_slots import TimeSlot

_QUARTER = timedelta(minutes=15)
_HALF = 48


def pictured_time(picture: Mapping[date, DayBits]) -> list[TimeSlot]:
    """The stretches of a calendar's free days, in order; midnight UTC parts nothing."""
    stretches: list[TimeSlot] = []
    for day in sorted(picture):
        midnight = datetime.combine(day, time())
        for first, length in _runs(picture[day].low | picture[day].high << _HALF):
            start = midnight + first * _QUARTER
            end = start + length * _QUARTER
            if stretches and stretches[-1].end == start:
                start = stretches.pop().start
            stretches.append(TimeSlot(start, end))
    return stretches


def _runs(bits: int) -> list[tuple[int, int]]:
    """Where runs of set bits begin, and how long they are."""
    runs, place = [], 0
    while bits:
        zeros = (bits & -bits).bit_length() - 1
        bits >>= zeros
        ones = (~bits & (bits + 1)).bit_length() - 1
        runs.append((place + zeros, ones))
        bits >>= ones
        place += zeros + ones
    return runs
