"""Newcomers are seen, and those who search lose next to nothing by it."""

import pytest

from pro_am.search.evaluation.exploration import ndcg, simulate


@pytest.mark.parametrize("seed", [1, 2])
def test_newcomers_get_their_share_at_a_small_loss(seed):
    found = simulate(seed, visitors=12, days=10)

    assert found.impressions_of_newcomers >= 0.08
    assert found.impressions_of_newcomers > found.impressions_without
    assert found.newcomers_seen > found.newcomers_seen_without
    assert found.loss <= 0.03


@pytest.mark.parametrize(
    ("gains", "expected"),
    [
        ([3, 2, 1], 1.0),
        ([0, 0], 0.0),
        ([0, 1], 1 / 1.5849625),
        ([1, 3], (1 + 3 / 1.5849625) / (3 + 1 / 1.5849625)),
        ([1, 0, 5], (1 + 0) / (5 + 1 / 1.5849625)),
    ],
)
def test_the_worth_of_an_order(gains, expected):
    assert ndcg(gains, 2) == pytest.approx(expected)
