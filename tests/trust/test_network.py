from dataclasses import astuple, fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.standing.rules.constants import BASE
from pro_am.trust.rules.network import TrustResult, compute
from pro_am.trust.rules.reviews import Role
from pro_am.trust.rules.score import UNPROVEN, Parts, ScoreOfRole, gather, weigh_up
from tests.trust.networks import NOW, Community, Review, Vouch, communities, network_of

COOK, FIRST_GUEST = 0, 1
SEEN = 0.30


def scores_of(result: TrustResult) -> list[np.ndarray]:
    scores = result.scores
    return [
        *astuple(scores.evidence),
        *astuple(scores.parts),
        scores.score,
        scores.low,
        scores.high,
    ]


@given(communities())
@settings(max_examples=150, deadline=None)
def test_the_lines_add_up_to_a_score_from_0_to_100(community):
    result = compute(community.network, NOW)

    for member in range(len(community.evidence)):
        for role in Role:
            known = result.score_of(member, role)
            if known is UNPROVEN:
                evidence = result.scores.evidence
                assert evidence.N[member, role] < 0.1 or evidence.voices[member, role] < 2
                continue
            parts = sum(getattr(known, part.name) for part in fields(Parts))
            assert BASE + parts + known.clipping == pytest.approx(known.score, abs=1e-9)
            assert 0 <= known.score <= 100
            assert 0 <= known.low < known.high <= 1


@given(communities(), st.data())
@settings(max_examples=150, deadline=None)
def test_a_reviewer_without_standing_changes_not_one_bit(community, data):
    n = len(community.evidence)
    said = st.tuples(st.just(n), st.integers(0, n - 1), st.integers(1, 5), st.floats(0, NOW))
    joined = Community(
        [*community.evidence, 0.0],
        community.reviews
        + data.draw(st.lists(said.map(lambda row: Review(*row)), min_size=1, max_size=20)),
        community.vouches,
    )

    before, after = compute(community.network, NOW), compute(joined.network, NOW)

    assert after.standing[:n].tobytes() == before.standing.tobytes()
    assert after.weights.phi[:n].tobytes() == before.weights.phi.tobytes()
    for old, new in zip(scores_of(before), scores_of(after), strict=True):
        assert new[:n].tobytes() == old.tobytes()


@given(communities(), st.data())
@settings(max_examples=150, deadline=None)
def test_praise_by_one_more_verified_member_never_lowers_mu(community, data):
    n = len(community.evidence)
    member, role = data.draw(st.integers(0, n - 1)), data.draw(st.sampled_from(Role))
    praise = Review(n, member, data.draw(st.sampled_from([4, 5])), NOW, role)
    joined = Community([*community.evidence, SEEN], [*community.reviews, praise], community.vouches)

    before, after = compute(community.network, NOW), compute(joined.network, NOW)

    mu = before.scores.evidence.mu[member, role]
    assert after.scores.evidence.mu[member, role] >= mu - 1e-12


@given(communities(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_members_and_reviews_does_not_matter(community, random):
    n = len(community.evidence)
    place = random.sample(range(n), n)
    evidence = [0.0] * n
    for member, identity in enumerate(community.evidence):
        evidence[place[member]] = identity
    shuffled = Community(
        evidence,
        [
            row._replace(reviewer=place[row.reviewer], reviewed=place[row.reviewed])
            for row in random.sample(community.reviews, len(community.reviews))
        ],
        [
            row._replace(voucher=place[row.voucher], vouched=place[row.vouched])
            for row in random.sample(community.vouches, len(community.vouches))
        ],
    )

    one, other = compute(community.network, NOW), compute(shuffled.network, NOW)

    for old, new in zip(scores_of(one), scores_of(other), strict=True):
        np.testing.assert_allclose(new[place], old, rtol=1e-9, atol=1e-9)


def praised_weekly(guests: int, *extra: Review, newcomers: int = 0) -> TrustResult:
    """A cook whom so many guests, each seen by a steward, gave 5 stars in successive weeks."""
    praise = [Review(FIRST_GUEST + i, COOK, 5, day=7.0 * i) for i in range(guests)]
    evidence = [0.0] + [SEEN] * (guests + 1) + [0.0] * newcomers
    return compute(network_of(evidence, [*praise, *extra]), now_days=7.0 * guests)


def proven(result: TrustResult, member: int = COOK) -> ScoreOfRole:
    known = result.score_of(member, Role.PROVIDER)
    assert known is not UNPROVEN
    return known


def test_one_verified_review_is_not_yet_a_number_and_two_are():
    assert praised_weekly(1).score_of(COOK, Role.PROVIDER) is UNPROVEN
    assert proven(praised_weekly(2)).score > BASE


def test_five_good_verified_reviews_bring_a_newcomer_to_55():
    assert proven(praised_weekly(5)).score >= 55


def test_a_verified_member_moves_the_score_and_a_newcomer_does_not():
    verified, newcomer = FIRST_GUEST + 5, FIRST_GUEST + 6
    before = proven(praised_weekly(5, newcomers=1))

    after_newcomer = praised_weekly(5, Review(newcomer, COOK, 5, day=35), newcomers=1)
    after_verified = praised_weekly(5, Review(verified, COOK, 5, day=35), newcomers=1)

    assert proven(after_newcomer) == before
    assert proven(after_verified).score > before.score + 1
    assert proven(after_verified).low > before.low


def test_one_guest_who_comes_every_week_proves_little():
    regular = [Review(FIRST_GUEST, COOK, 5, day=7.0 * i) for i in range(20)]

    result = compute(network_of([0.0, SEEN], regular), now_days=133)

    # Their reliability times their standing, however often they came.
    assert result.weights.om.sum() == pytest.approx(result.weights.phi[FIRST_GUEST] * SEEN)
    assert result.score_of(COOK, Role.PROVIDER) is UNPROVEN


def test_two_stewards_five_stars_by_hand():
    # phi = .749999 each (see test_weights). Both are newcomers in one week, who weigh together as
    # the heavier of them: a = .749999, mu = 1.049999 / 1.349999 = .777778, reviews 16.666642;
    # T = 2 * .375 = .75: 5.276334; no span, no standing: 61.942976.
    result = compute(network_of([0, 1, 1], [Review(1, COOK, 5), Review(2, COOK, 5)]), 0)

    assert proven(result).score == pytest.approx(61.942976, abs=1e-4)


def test_vouching_for_somebody_who_does_harm_costs_points():
    # The harmful member 1 has b = .7: h = .7 / 1.2, stake = h / 3, -5 * 3 * stake = -2.916667.
    rows = [Review(2, COOK, 5), Review(4, COOK, 5), Review(3, 1, 1)]
    vouched = compute(network_of([0, 0, 1, 1, 1], rows, [Vouch(COOK, 1)]), 0)
    alone = compute(network_of([0, 0, 1, 1, 1], rows), 0)

    assert proven(vouched).stake == pytest.approx(-2.916667, abs=1e-6)
    assert proven(vouched).score == pytest.approx(proven(alone).score - 2.916667, abs=1e-6)


def test_a_place_with_nobody_computes():
    assert compute(network_of([], []), 0).scores.score.shape == (0, 2)
    assert compute(network_of([0.3], []), 0).score_of(0, Role.HOST) is UNPROVEN


def test_what_a_review_moved_is_the_score_with_it_less_the_score_without_it():
    result = praised_weekly(4, Review(FIRST_GUEST + 4, COOK, 1, day=20))
    reviews, weights = result.network.reviews, result.weights

    places, points = result.contributions(COOK, Role.PROVIDER)

    assert list(places) == [0, 1, 2, 3, 4]
    for place, moved in zip(places, points, strict=True):
        kept = np.delete(places, place)
        without = weigh_up(
            gather(
                subject=np.zeros(4, dtype=int),
                reviewer=reviews.reviewer[kept],
                x=reviews.x[kept],
                time_days=reviews.time_days[kept],
                om=weights.om[kept],
                undecayed=weights.undecayed[kept],
                n=1,
            ),
            result.standing[:1],
            result.stake[:1],
        )
        assert proven(result).score - without.total[0] == pytest.approx(moved, abs=1e-9)


def test_the_reviews_that_moved_most_come_first_and_empty_ones_never():
    extra = [Review(FIRST_GUEST + 6, COOK, 1, day=20), Review(FIRST_GUEST + 7, COOK, 1, day=20)]
    result = praised_weekly(6, *extra, newcomers=1)

    moved = result.reviews_that_moved_most(COOK, Role.PROVIDER, count=5)

    assert len(moved) == 5
    assert result.network.reviews.x[moved[0][0]] == -1
    assert moved[0][1] < 0 < moved[1][1]
    assert [abs(points) for _, points in moved] == sorted(
        (abs(points) for _, points in moved), reverse=True
    )
    everything = result.reviews_that_moved_most(COOK, Role.PROVIDER, count=99)
    assert len(everything) == 7  # of eight: the newcomer's moved nothing
    assert result.reviews_that_moved_most(COOK, Role.HOST) == []
