"""Where everything of a chart stands."""

import itertools
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.measures.rules import chart
from pro_am.measures.rules.spans import Span, labelled_days, window

TODAY = date(2030, 1, 7)
NUMBERS = st.decimals(-100_000, 100_000, places=3)


@settings(max_examples=100)
@given(NUMBERS, NUMBERS)
def test_ticks_are_few_and_hold_all_values(one, other):
    least, most = min(one, other), max(one, other)

    steps = chart.ticks(least, most)

    assert 2 <= len(steps) <= 5
    assert steps[0] <= least
    assert steps[-1] >= most
    assert len({b - a for a, b in itertools.pairwise(steps)}) == 1


def test_ticks_are_round_numbers():
    assert chart.ticks(Decimal("71.2"), Decimal("73.9")) == [71, 72, 73, 74]
    assert chart.ticks(Decimal(0), Decimal(9400)) == [0, 2500, 5000, 7500, 10000]


@settings(max_examples=60)
@given(st.dictionaries(st.integers(0, 364), NUMBERS, min_size=1), st.booleans())
def test_everything_stands_inside(values, is_added):
    if is_added:
        values = {n: abs(value) for n, value in values.items()}
    shown = window(Span.YEAR, TODAY)
    points = [(shown.first + timedelta(days=n), value) for n, value in sorted(values.items())]

    found = chart.draw(points, shown, is_added=is_added)

    numbers = [
        int(n) for n in found.path.replace("M", " ").replace("L", " ").replace("V", " ").split()
    ]
    assert all(0 <= n <= 1000 for n in numbers)
    assert all(chart.TOP <= dot.y <= chart.BOTTOM and 0 <= dot.x <= 100 for dot in found.dots)
    assert all(0 <= gap.x <= 100 and gap.x + gap.width <= 100.5 for gap in found.gaps)


def test_a_line_is_drawn_in_pieces_and_the_gap_between_them_is_shaded():
    shown = window(Span.MONTH, TODAY)
    days = [1, 2, 3, 12, 13, 14]
    points = [(shown.first + timedelta(days=n), Decimal(70 + n)) for n in days]

    found = chart.draw(points, shown, is_added=False)

    assert found.path.count("M") == 2
    assert [(gap.after, gap.until) for gap in found.gaps] == [(points[2][0], points[3][0])]


def test_what_is_added_begins_at_zero():
    shown = window(Span.WEEK, TODAY)

    found = chart.draw([(TODAY, Decimal(8000))], shown, is_added=True)

    assert found.ticks[0].value == 0
    assert found.path == "M937 180V18"


def test_nothing_measured_is_no_chart():
    assert chart.draw([], window(Span.WEEK, TODAY), is_added=True) is None


@pytest.mark.parametrize("span", Span)
def test_at_most_five_days_are_named(span):
    shown = window(span, TODAY)

    assert 3 <= len(labelled_days(span, shown)) <= 5
    assert all(day in shown for day in labelled_days(span, shown))
