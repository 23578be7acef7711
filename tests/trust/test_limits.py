import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.limits import by_newcomers, clique_scale, weekly_scale
from tests.trust.networks import Review, communities, reviews_of

REGULARS = [Review(20 + i, 0, 5, day=-100.0 + 8 * i) for i in range(5)]
MEMBERS = 40


def scaled(rows, om):
    return weekly_scale(reviews_of(rows), np.array(om, dtype=float), MEMBERS)


def test_somebody_is_new_for_a_month_after_their_first_review():
    rows = [Review(1, i, 5, day=day) for i, day in ((2, 0.0), (3, 29.9), (4, 30.0))]

    assert list(by_newcomers(reviews_of(rows), 9)) == [True, True, False]


def test_a_crowd_of_newcomers_weighs_no_more_than_it_may_in_a_week():
    crowd = [Review(1 + i, 0, 1, day=3.0) for i in range(10)]

    scale = scaled(crowd, [0.2] * 10)

    assert scale * 0.2 == pytest.approx([c.NEWCOMERS_LEAST / 10] * 10)


def test_what_is_known_of_somebody_lets_a_crowd_weigh_more():
    crowd = [Review(1 + i, 0, 1, day=3.0) for i in range(10)]

    scale = scaled([*crowd, *REGULARS], [0.2] * 10 + [1.0] * 5)

    assert (scale[:10] * 0.2).sum() == pytest.approx(c.NEWCOMERS_SHARE * 5)
    assert scale[10:] == pytest.approx([1] * 5)


def test_a_single_newcomer_is_no_crowd():
    assert scaled([Review(1, 0, 1)], [0.9]) == pytest.approx([1])


def test_weeks_and_subjects_are_counted_apart():
    rows = [Review(1, 0, 1, day=1), Review(2, 0, 1, day=8), Review(3, 4, 1, day=1)]

    assert scaled(rows, [0.3] * 3) == pytest.approx([1] * 3)


def mutual(*pairs):
    rows = [Review(*pair, 5) for one, other in pairs for pair in ((one, other), (other, one))]
    reviews = reviews_of(rows)
    scale = clique_scale(reviews, np.ones(9))
    return {
        pair: weight
        for *pair, weight in zip(reviews.reviewer, reviews.reviewed, scale, strict=True)
        for pair in [tuple(pair)]
    }


def test_two_neighbours_who_dine_at_each_other_are_no_clique():
    assert set(mutual((0, 1)).values()) == {1}


def test_each_third_who_praises_both_makes_them_weigh_less():
    scale = mutual((0, 1), (1, 2), (0, 2), (2, 3))

    assert scale[0, 1] == scale[1, 2] == scale[2, 0] == 1 / 2
    assert scale[2, 3] == 1

    everybody = mutual(*((i, j) for i in range(5) for j in range(i)))
    assert set(everybody.values()) == {1 / 4}


def test_one_way_praise_is_left_alone():
    ring = reviews_of([Review(i, (i + 1) % 5, 5) for i in range(5)])

    assert np.all(clique_scale(ring, np.ones(5)) == 1)


def test_nobodies_are_not_a_third_of_anybody():
    rows = [Review(i, j, 5) for i in range(3) for j in range(3) if i != j]

    assert np.all(clique_scale(reviews_of(rows), np.array([1, 1, 0.019])) == 1)


@given(communities(), st.sampled_from([0.0, 0.01, 0.7, 2.0]))
def test_limits_only_ever_take_away(community, weight):
    reviews = community.network.reviews
    om = np.full(len(reviews), weight)

    for scale in (
        weekly_scale(reviews, om, len(community.evidence)),
        clique_scale(reviews, np.array(community.evidence)),
    ):
        assert np.all((scale > 0) & (scale <= 1))
