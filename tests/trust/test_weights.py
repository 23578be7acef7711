import numpy as np
import pytest

from pro_am.trust.rules.reviews import Role, multiplier
from pro_am.trust.rules.weights import Weights, weigh
from tests.trust.networks import Review, reviews_of

STEWARD, SEEN, BARELY, NOBODY = 1.0, 0.30, 0.02, 0.019


def weights(rows: list[Review], standing: list[float], now_days: float = 0) -> Weights:
    return weigh(reviews_of(rows), np.array(standing), now_days)


@pytest.mark.parametrize(
    ("standing", "review", "om"),
    [
        # A single reviewer has the prior reliability 0.7.
        (STEWARD, Review(0, 1, 5), 0.7),
        (SEEN, Review(0, 1, 5), 0.21),
        (BARELY, Review(0, 1, 5), 0.014),
        (NOBODY, Review(0, 1, 5), 0),
        (STEWARD, Review(0, 1, 5, day=-730), 0.35),
        (STEWARD, Review(0, 1, 5, day=-1460), 0.175),
        (STEWARD, Review(0, 1, 5, multiplier=1.5), 1.05),
        (STEWARD, Review(0, 1, 5, multiplier=0), 0),
    ],
)
def test_a_review_weighs_by_its_reviewer_its_age_and_its_witnesses(standing, review, om):
    assert weights([review], [standing, 0]).om == pytest.approx([om])


@pytest.mark.parametrize(
    ("confirming", "disputing", "m"),
    [(0, 0, 1), (1, 0, 1.25), (9, 0, 1.5), (0, 1, 0.5), (0, 9, 0.25), (2, 1, 1)],
)
def test_witnesses_raise_and_lower_within_limits(confirming, disputing, m):
    assert multiplier(np.array([confirming]), np.array([disputing])) == pytest.approx([m])


def test_all_reviews_by_one_member_of_one_other_weigh_as_much_as_the_heaviest():
    often = [Review(0, 1, 5, day=-730 * i, role=Role(i % 2)) for i in range(4)]

    known = weights(often, [STEWARD, 0])

    # Alone they would weigh phi * (1, 1/2, 1/4, 1/8); the sum of the bracket is 15/8.
    phi = known.phi[0]
    assert sorted(known.om) == pytest.approx([phi * w / 15 for w in (1, 2, 4, 8)])
    # The lasting weight shares the same scale.
    assert known.undecayed == pytest.approx([phi * 8 / 15] * 4)


def test_a_heavier_review_of_a_pair_lends_its_weight_to_both():
    rows = [Review(0, 1, 5, multiplier=0.5), Review(0, 1, 5, day=-730, multiplier=1.5)]

    known = weights(rows, [STEWARD, 0])

    assert known.om.sum() == pytest.approx(known.phi[0] * 1.5 / 2)


def test_reviews_of_different_members_are_not_a_pair():
    om = weights([Review(0, 1, 5), Review(0, 2, 5)], [STEWARD, 0, 0]).om

    assert om == pytest.approx([0.7, 0.7])


def test_two_who_contradict_each_other_lose_reliability():
    # Each sees the other as the whole opinion of others, at distance 2: agreement 0. By rounds:
    # c = .7/1.2 = .583333, phi = 2.1/3.583333 = .586047; c = .539615, phi = .593285;
    # c = .542663, phi = 2.1/3.542663 = .592774.
    phi = weights([Review(0, 2, 5), Review(1, 2, 1)], [STEWARD, STEWARD, 0]).phi

    assert phi == pytest.approx([0.592774, 0.592774, 0.7], abs=1e-6)


def test_two_who_agree_gain_reliability():
    # c = .7/1.2 = .583333, phi = 2.683333/3.583333 = .748837; c = .599628, phi = .749974;
    # c = .599992, phi = 2.699992/3.599992 = .749999.
    phi = weights([Review(0, 2, 5), Review(1, 2, 5)], [STEWARD, STEWARD, 0]).phi

    assert phi[:2] == pytest.approx([0.749999, 0.749999], abs=1e-6)


def test_a_fine_cook_may_be_a_rude_guest():
    rows = [Review(0, 2, 5, role=Role.PROVIDER), Review(1, 2, 1, role=Role.HOST)]

    assert weights(rows, [STEWARD, STEWARD, 0]).phi == pytest.approx([0.7, 0.7, 0.7])


def test_unsorted_reviews_are_turned_away():
    rows = reviews_of([Review(0, 1, 5), Review(0, 2, 5)])

    with pytest.raises(ValueError, match="sorted"):
        type(rows)(**{name: array[::-1] for name, array in vars(rows).items()})
    with pytest.raises(ValueError, match="length"):
        type(rows)(**{**vars(rows), "x": rows.x[:1]})
