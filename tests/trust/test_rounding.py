import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.rounding import reviews_missing, whole_points

points = st.floats(-50, 50, allow_nan=False).map(lambda number: round(number, 6))
lines = st.lists(points, min_size=1, max_size=8).map(
    lambda amounts: {f"line {number}": amount for number, amount in enumerate(amounts)}
)


@pytest.mark.parametrize(
    ("exact", "whole"),
    [
        ({"base": 40.0, "a": 0.5, "b": 0.4}, {"base": 40, "a": 1, "b": 0}),
        # Rounded each alone they would make 42.
        ({"base": 40.0, "a": 0.6, "b": 0.6, "c": 0.2}, {"base": 40, "a": 1, "b": 0, "c": 0}),
        ({"base": 40.0, "a": -0.6, "b": -2.3}, {"base": 40, "a": -1, "b": -2}),
        ({"base": 40.0, "a": 0.0}, {"base": 40, "a": 0}),
    ],
)
def test_lines_are_rounded_by_the_largest_remainders(exact, whole):
    assert whole_points(exact, round(sum(exact.values()))) == whole


@given(lines)
def test_rounded_lines_add_up_and_none_is_off_by_a_point(exact):
    total = round(sum(exact.values()))

    whole = whole_points(exact, total)

    assert sum(whole.values()) == total
    assert all(abs(whole[line] - exact[line]) < 1 for line in exact)


@given(lines)
def test_whole_lines_stay_as_they_are(exact):
    exact["whole"] = 40.0

    assert whole_points(exact, round(sum(exact.values())))["whole"] == 40


@pytest.mark.parametrize(
    ("evidence", "missing"),
    # A review by a verified member, reliable as newcomers are taken to be, weighs .3 * .7 = .21.
    [(0.0, 2), (0.04, 1), (c.PROVEN_WEIGHT, 1), (0.7, 1)],
)
def test_the_reviews_that_are_missing_are_counted(evidence, missing):
    assert reviews_missing(evidence) == missing
