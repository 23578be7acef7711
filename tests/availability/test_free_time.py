from datetime import datetime

import pytest

from pro_am.availability.rules.free_time import Load, fits, free_time
from pro_am.availability.rules.windows import Window
from pro_am.foundation.time_slots import TimeSlot


def at(clock):
    return datetime.fromisoformat(f"2026-06-15T{clock}")


def stretch(text):
    return TimeSlot(*map(at, text.split("-")))


def window(text, capacity=1):
    return Window(*map(at, text.split("-")), capacity)


def load(text, seats=1):
    return Load(*map(at, text.split("-")), seats)


DAY = stretch("00:00-23:00")


@pytest.mark.parametrize(
    ("windows", "loads", "seats", "free"),
    [
        ([], [], 1, []),
        ([], [load("09:00-10:00")], 1, []),
        ([window("09:00-12:00")], [], 1, ["09:00-12:00"]),
        ([window("09:00-12:00")], [], None, ["09:00-12:00"]),
        ([window("09:00-12:00")], [], 2, []),
        # Windows that touch or overlap are one stretch.
        ([window("09:00-12:00"), window("12:00-14:00")], [], 1, ["09:00-14:00"]),
        ([window("09:00-12:00"), window("11:00-14:00")], [], 1, ["09:00-14:00"]),
        ([window("09:00-12:00"), window("09:00-12:00")], [], 2, []),
        # Of overlapping windows the larger capacity counts.
        ([window("09:00-14:00"), window("10:00-12:00", 3)], [], 2, ["10:00-12:00"]),
        ([window("09:00-12:00", 2), window("11:00-14:00", 3)], [], 2, ["09:00-14:00"]),
        # Time taken.
        (
            [window("09:00-12:00")],
            [load("10:00-10:30")],
            1,
            ["09:00-10:00", "10:30-12:00"],
        ),
        ([window("09:00-12:00")], [load("08:00-09:00")], 1, ["09:00-12:00"]),
        ([window("09:00-12:00")], [load("12:00-13:00")], 1, ["09:00-12:00"]),
        ([window("09:00-12:00")], [load("08:00-13:00")], 1, []),
        ([window("09:00-12:00")], [load("08:00-10:00")], 1, ["10:00-12:00"]),
        # The peak counts, not the number of holds.
        (
            [window("09:00-12:00", 2)],
            [load("09:00-10:00"), load("10:00-11:00"), load("11:00-12:00")],
            1,
            ["09:00-12:00"],
        ),
        (
            [window("09:00-12:00", 2)],
            [load("09:00-10:30"), load("10:00-11:00")],
            1,
            ["09:00-10:00", "10:30-12:00"],
        ),
        ([window("09:00-12:00", 5)], [load("10:00-11:00", 4)], 1, ["09:00-12:00"]),
        (
            [window("09:00-12:00", 5)],
            [load("10:00-11:00", 4)],
            2,
            ["09:00-10:00", "11:00-12:00"],
        ),
        # Busy time takes all the seats, and can lie over other loads.
        (
            [window("09:00-12:00", 5)],
            [load("10:00-11:00", None)],
            1,
            ["09:00-10:00", "11:00-12:00"],
        ),
        (
            [window("09:00-12:00", 5)],
            [load("10:00-11:00", None), load("10:30-11:30", None), load("09:00-12:00", 2)],
            3,
            ["09:00-10:00", "11:30-12:00"],
        ),
        # Who asks for the whole calendar needs nobody else there.
        (
            [window("09:00-12:00", 5)],
            [load("10:00-11:00")],
            None,
            ["09:00-10:00", "11:00-12:00"],
        ),
        # More taken than there is: hours were shortened after a booking.
        ([window("09:00-12:00", 2)], [load("09:00-12:00", 5)], 1, []),
    ],
)
def test_free_time_is_where_enough_seats_are_left(windows, loads, seats, free):
    assert free_time(windows, loads, DAY, seats) == [stretch(text) for text in free]


def test_free_time_is_cut_to_the_span():
    windows = [window("09:00-12:00"), window("14:00-18:00")]

    assert free_time(windows, [], stretch("11:00-15:00")) == [
        stretch("11:00-12:00"),
        stretch("14:00-15:00"),
    ]
    assert free_time(windows, [], stretch("12:00-14:00")) == []


def test_a_span_fits_when_it_is_free_from_end_to_end():
    windows, loads = [window("09:00-12:00", 2)], [load("10:00-11:00")]

    assert fits(windows, loads, stretch("09:30-11:30"))
    assert fits(windows, loads, stretch("11:00-12:00"), 2)
    assert not fits(windows, loads, stretch("10:30-11:30"), 2)
    assert not fits(windows, loads, stretch("11:30-12:01"))


def test_nobody_takes_or_asks_for_less_than_a_seat():
    with pytest.raises(ValueError, match="at least one seat"):
        load("09:00-10:00", 0)
    with pytest.raises(ValueError, match="less than one seat"):
        free_time([window("09:00-12:00")], [], DAY, 0)


def test_a_load_ends_after_it_starts():
    with pytest.raises(ValueError, match="ends after"):
        load("10:00-10:00")
