"""Others' methods give what they give by hand."""

import numpy as np
import pytest

from pro_am.trust.evaluation.baselines import BASELINES
from tests.trust.evaluation.networks import ratings_of

ANCHOR = np.array([0])
# 0 was never rated, 1 once, 2 twice well, 3 twice badly. All ratings have a mean of 1 / 5.
NETWORK = ratings_of((0, 1, 1), (0, 2, 0.5), (1, 2, 1), (2, 3, -1), (1, 3, -0.5), members=4)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mean", [0, 1, 1.5 / 2, -1.5 / 2]),
        # Five more ratings of 0.2 each.
        ("bayes", [1 / 5, 2 / 6, 2.5 / 7, -0.5 / 7]),
        # All good: n / (n + 1.96^2); none good: 0.
        ("wilson", [0, 1 / 4.8416, 2 / 5.8416, 0]),
        ("beta", [1 / 2, 2 / 3, 2.5 / 3.5, 1 / 3.5]),
        # r1 = .85 (2/3) r0; r2 = .85 (r0/3 + r1); whoever rates nobody well sends all to 0.
        ("pagerank", [0.428878, 0.243031, 0.328091, 0]),
    ],
)
def test_on_a_small_network(name, expected):
    assert BASELINES[name](NETWORK, ANCHOR) == pytest.approx(expected, abs=1e-6)


def test_wilson_between_all_and_none():
    # One of two: (.5 + .9604 - 1.96 sqrt(.125 + .2401)) / (1 + 1.9208)
    mixed = ratings_of((0, 2, 1), (1, 2, -1), members=3)

    assert BASELINES["wilson"](mixed, ANCHOR)[2] == pytest.approx(0.0945287, abs=1e-6)


def test_trustrank_after_twenty_steps_and_one_of_distrust():
    # To and fro between two: r0 = 1/1.85 + .85/1.85 * (-.85)^20; 2 is distrusted by all of r0.
    network = ratings_of((0, 1, 0.1), (0, 2, -1), members=3)
    r0 = 1 / 1.85 + 0.85 / 1.85 * 0.85**20

    assert BASELINES["trustrank"](network, ANCHOR) == pytest.approx([r0, 1 - r0, 0])
    assert BASELINES["trustrank_distrust"](network, ANCHOR) == pytest.approx([r0, 1 - r0, -r0])


def test_distrust_shares_what_trust_shares():
    # Two good ratings carry a half each: so does the bad one take.
    network = ratings_of((0, 1, 1), (0, 2, 1), (0, 3, -0.2), members=4)
    trust = BASELINES["trustrank"](network, ANCHOR)

    assert BASELINES["trustrank_distrust"](network, ANCHOR)[3] == pytest.approx(-trust[0] / 2)


@pytest.mark.parametrize(
    ("rows", "goodness", "fairness"),
    [
        # Alone and unopposed: R = 1 solves R = (R + 1 - (1 - R) / 2) / 2.
        ([(0, 1, 1)], [1, 1], [1, 1]),
        ([(0, 1, -1)], [-1, -1], [1, 1]),
        # Two who contradict each other: G = 0, and R = (R + 1 - 1/2) / 2.
        ([(0, 2, 1), (1, 2, -1)], [0, 0, 0], [0.5, 0.5, 0.5]),
    ],
)
def test_rev2_settles_where_its_equations_do(rows, goodness, fairness):
    network = ratings_of(*rows, members=len(goodness))

    assert BASELINES["rev2_goodness"](network, ANCHOR) == pytest.approx(goodness, abs=1e-3)
    assert BASELINES["rev2_fairness"](network, ANCHOR) == pytest.approx(fairness, abs=1e-3)


def test_rev2_finds_the_one_who_contradicts_all():
    crowd = [(rater, rated, 1.0) for rater in range(4) for rated in (5, 6)]
    network = ratings_of(*crowd, (4, 5, -1), (4, 6, -1), members=7)

    fairness = BASELINES["rev2_fairness"](network, ANCHOR)

    assert fairness[4] < min(fairness[:4]) - 0.2
