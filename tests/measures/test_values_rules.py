"""Reading numbers, bounds, goals."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.measures.rules.goals import BelowHealthyWeight, check_weight_goal, healthy_from
from pro_am.measures.rules.kinds import SeriesKind
from pro_am.measures.rules.values import (
    FutureDay,
    LongAgo,
    NoNumber,
    NotWhole,
    OutOfBounds,
    check_day,
    from_thousandths,
    read_number,
    thousandths,
)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("72,5", SeriesKind.WEIGHT, "72.5"),
        (" 72.5 ", SeriesKind.WEIGHT, "72.5"),
        ("8 432", SeriesKind.STEPS, "8432"),
        ("8\u202f432", SeriesKind.STEPS, "8432"),
        ("8,432", SeriesKind.STEPS, "8432"),
        ("8.432", SeriesKind.STEPS, "8432"),
        ("0", SeriesKind.STEPS, "0"),
        ("12,345", SeriesKind.DISTANCE, "12.345"),
        ("-3,5", SeriesKind.OTHER, "-3.5"),
    ],
)
def test_numbers_are_read_as_people_write_them(text, kind, value):
    assert read_number(text, kind) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "kind", "refusal"),
    [
        ("", SeriesKind.WEIGHT, NoNumber),
        ("seventy", SeriesKind.WEIGHT, NoNumber),
        ("7.2.5", SeriesKind.WEIGHT, NoNumber),
        ("1e3", SeriesKind.STEPS, NoNumber),
        ("NaN", SeriesKind.OTHER, NoNumber),
        ("٣", SeriesKind.OTHER, NoNumber),
        ("19.9", SeriesKind.WEIGHT, OutOfBounds),
        ("401", SeriesKind.WEIGHT, OutOfBounds),
        ("100001", SeriesKind.STEPS, OutOfBounds),
        ("-1", SeriesKind.STEPS, OutOfBounds),
        ("12.5", SeriesKind.STEPS, NotWhole),
        ("1441", SeriesKind.MINUTES, OutOfBounds),
    ],
)
def test_what_cannot_be_is_refused(text, kind, refusal):
    with pytest.raises(refusal):
        read_number(text, kind)


@settings(max_examples=100)
@given(st.decimals(-1_000_000, 1_000_000, places=3))
def test_a_value_is_kept_exactly(value):
    assert from_thousandths(thousandths(value)) == value


@settings(max_examples=100)
@given(st.text(max_size=12), st.sampled_from(SeriesKind))
def test_whatever_is_typed_is_read_or_refused_in_words(text, kind):
    try:
        value = read_number(text, kind)
    except (NoNumber, NotWhole, OutOfBounds):
        return
    assert read_number(f"{value.normalize():f}", kind) == value


def test_days_to_come_and_of_long_ago_are_refused():
    today = date(2030, 1, 7)

    check_day(today, today)
    with pytest.raises(FutureDay):
        check_day(date(2030, 1, 8), today)
    with pytest.raises(LongAgo):
        check_day(date(1900, 1, 1), today)


def test_no_goal_lies_below_a_healthy_weight():
    assert healthy_from(172) == Decimal("54.8")
    check_weight_goal(Decimal("54.8"), 172)
    with pytest.raises(BelowHealthyWeight):
        check_weight_goal(Decimal("54.7"), 172)
