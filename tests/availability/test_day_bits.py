from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.availability.rules.day_bits import (
    DayBits,
    bits_by_day,
    day_bits,
    earliest_start,
    mask,
    start_masks,
)
from pro_am.foundation.time_slots import TimeSlot

patient = settings(max_examples=100, deadline=None)  # a busy machine is no counter-example

DAY = date(2026, 6, 15)
NOTHING = DayBits(0, 0)
ALL = DayBits(2**48 - 1, 2**48 - 1)


def span(text):
    return TimeSlot(*map(datetime.fromisoformat, text.split("/")))


@pytest.mark.parametrize(
    ("text", "quarters"),
    [
        ("2026-06-15T00:00/2026-06-15T00:15", [0]),
        ("2026-06-15T00:14/2026-06-15T00:16", [0, 1]),
        ("2026-06-15T11:45/2026-06-15T12:15", [47, 48]),
        ("2026-06-15T23:50/2026-06-16T00:10", [95]),
        ("2026-06-14T23:50/2026-06-15T00:10", [0]),
        ("2026-06-14T12:00/2026-06-15T00:00", []),
        ("2026-06-16T00:00/2026-06-16T12:00", []),
        ("2026-06-14T12:00/2026-06-16T12:00", range(96)),
        ("2026-06-15T10:00:30/2026-06-15T10:15:00.000001", [40, 41]),
    ],
)
def test_a_quarter_of_the_day_is_set_when_any_of_it_is_free(text, quarters):
    bits = sum(1 << quarter for quarter in quarters)

    assert day_bits([span(text)], DAY) == DayBits(bits % 2**48, bits // 2**48)


def test_a_free_day_is_all_bits_and_fits_two_signed_integers():
    assert day_bits([span("2026-06-15T00:00/2026-06-16T00:00")], DAY) == ALL
    assert max(ALL) < 2**63


def test_days_without_free_time_have_no_bits():
    days = bits_by_day(
        [span("2026-06-14T23:00/2026-06-15T01:00"), span(f"{DAY}T04:00/{DAY}T05:00")]
    )

    assert days == {
        date(2026, 6, 14): DayBits(0, 0b1111 << 44),
        DAY: DayBits(0b1111 | 0b1111 << 16, 0),
    }
    assert day_bits([], DAY) == NOTHING


def test_bits_cover_a_mask_when_they_have_all_of_it():
    assert DayBits(0b111, 1).cover(DayBits(0b101, 1))
    assert not DayBits(0b110, 1).cover(DayBits(0b101, 1))
    assert not DayBits(0b111, 0).cover(DayBits(0b101, 1))


def test_a_start_needs_the_quarters_of_its_whole_duration():
    masks = start_masks(span("2026-06-15T00:00/2026-06-15T00:45"), duration_minutes=31)

    assert masks == {DAY: [DayBits(0b111, 0), DayBits(0b1110, 0), DayBits(0b11100, 0)]}


def test_a_service_that_runs_over_midnight_is_asked_of_its_first_day_only():
    masks = start_masks(span("2026-06-15T23:45/2026-06-16T00:15"), duration_minutes=60)

    assert masks == {DAY: [DayBits(0, 1 << 47)], date(2026, 6, 16): [DayBits(0b1111, 0)]}


MINUTES = st.integers(0, 3 * 24 * 60)


@st.composite
def spans(draw):
    start = draw(MINUTES)
    moments = [start, start + draw(st.integers(1, 600))]
    return TimeSlot(*(datetime(2026, 6, 14) + timedelta(minutes=minute) for minute in moments))


@patient
@given(free=st.lists(spans(), max_size=6), part=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_whoever_is_free_throughout_is_never_missed(free, part):
    bits = bits_by_day(free)
    for stretch in free:
        minutes = stretch.length // timedelta(minutes=1)
        start, end = sorted(round(minutes * share) for share in part)
        if start < end:
            asked = TimeSlot(
                stretch.start + timedelta(minutes=start), stretch.start + timedelta(minutes=end)
            )
            assert all(bits[day].cover(needed) for day, needed in mask(asked).items())


@patient
@given(free=spans(), wanted=spans(), duration=st.integers(1, 240))
def test_whoever_can_start_in_the_span_is_never_missed(free, wanted, duration):
    first = max(free.start, wanted.start)
    last = min(free.end - timedelta(minutes=duration), wanted.end - timedelta(minutes=1))
    bits = bits_by_day([free])

    found = any(
        bits.get(day, NOTHING).cover(needed)
        for day, masks in start_masks(wanted, duration).items()
        for needed in masks
    )

    assert found or first > last


@patient
@given(free=spans(), wanted=spans(), duration=st.integers(1, 240))
def test_within_a_day_whoever_has_the_bits_is_free_but_for_a_quarter_on_either_side(
    free, wanted, duration
):
    """Else the exact look at every candidate would be the whole search."""
    needed, quarter = timedelta(minutes=duration), timedelta(minutes=15)
    bits = bits_by_day([free])
    for day, masks in start_masks(wanted, duration).items():
        midnight = datetime(day.year, day.month, day.day) + timedelta(days=1)
        in_time = wanted.start + needed < midnight and wanted.end + needed < midnight
        if in_time and any(bits.get(day, NOTHING).cover(asked) for asked in masks):
            assert free.overlaps(TimeSlot(wanted.start - quarter, wanted.end + needed + quarter))
            assert free.length > needed - 2 * quarter


@patient
@given(st.data())
def test_nobody_starts_before_the_earliest_start(data):
    midnight = datetime(2030, 1, 7)
    quarters = data.draw(st.lists(st.integers(0, 4 * 96 - 1), max_size=60, unique=True))
    free = [
        TimeSlot(midnight + n * timedelta(minutes=15), midnight + (n + 1) * timedelta(minutes=15))
        for n in quarters
    ]
    begin = data.draw(st.integers(0, 96 * 2))
    asked = TimeSlot(
        midnight + timedelta(minutes=15 * begin), midnight + timedelta(minutes=15 * (begin + 150))
    )
    duration = data.draw(st.sampled_from([5, 15, 30, 50, 120]))

    found = earliest_start(bits_by_day(free), asked, duration)

    needed = -(-duration // 15)
    starts = [
        n
        for n in range(begin, begin + 150)
        # What runs over midnight is not asked of the next day.
        if all(m in quarters for m in range(n, n + needed) if m // 96 == n // 96)
    ]
    expected = midnight + timedelta(minutes=15 * starts[0]) if starts else None
    assert found == expected
