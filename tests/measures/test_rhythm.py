"""A gap is said after longer than usual, and is not a zero."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.measures.rules import rhythm
from pro_am.measures.rules.days import Taken, by_day
from pro_am.measures.rules.kinds import SeriesKind

MONDAY = date(2030, 1, 7)


def days(*positions: int) -> list[date]:
    return [MONDAY + timedelta(days=n) for n in positions]


@pytest.mark.parametrize(
    ("measured", "today", "since"),
    [
        ((), 9, None),
        ((0, 1), 40, None),  # two days make no rhythm
        ((0, 1, 2), 4, None),
        ((0, 1, 2), 5, 2),
        ((0, 1, 2, 3, 4, 5), 30, 5),
        ((0, 7, 14), 28, None),  # once a week
        ((0, 7, 14), 29, 14),
        ((0, 3, 6, 20, 23, 26), 32, None),  # one long gap changes no rhythm
    ],
)
def test_a_gap_is_said_after_longer_than_usual(measured, today, since):
    found = rhythm.gap_since(days(*measured), MONDAY + timedelta(days=today))

    assert found == (None if since is None else MONDAY + timedelta(days=since))


def test_a_line_breaks_where_values_lack():
    assert rhythm.stretches(days(0, 1, 2, 9, 10, 20)) == [range(3), range(3, 5), range(5, 6)]
    assert rhythm.stretches([]) == []


@settings(max_examples=100)
@given(st.sets(st.integers(0, 400), max_size=60))
def test_stretches_tile_all_days(positions):
    measured = days(*sorted(positions))

    assert [i for piece in rhythm.stretches(measured) for i in piece] == list(range(len(measured)))


def test_values_of_a_day_are_added_or_the_last_one_stands():
    morning = Taken(MONDAY, None, Decimal(4000))
    evening = Taken(MONDAY, None, Decimal(5000))

    assert by_day(SeriesKind.STEPS, [morning, evening]) == ((MONDAY, Decimal(9000)),)
    assert by_day(SeriesKind.OTHER, [morning, evening]) == ((MONDAY, Decimal(5000)),)
    assert by_day(SeriesKind.STEPS, []) == ()
