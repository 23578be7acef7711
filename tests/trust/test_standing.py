import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.trust.rules.standing import evidence_from_meetings, identity_evidence, standing
from tests.trust.networks import Vouch


@pytest.mark.parametrize(
    ("facts", "evidence"),
    [
        ({}, 0),
        ({"is_steward": True}, 1),
        ({"seen_by_steward": True}, 0.30),
        ({"payment_days": 29.9}, 0),
        ({"payment_days": 30}, 0.10),
        ({"from_meetings": 0.05}, 0.05),
        ({"seen_by_steward": True, "payment_days": 90, "from_meetings": 0.15}, 0.55),
        ({"is_steward": True, "seen_by_steward": True, "payment_days": 90}, 1),
    ],
)
def test_identity_evidence_is_a_sum_of_what_is_known(facts, evidence):
    assert identity_evidence(**facts) == pytest.approx(evidence)


@pytest.mark.parametrize(
    ("pairs", "yesterday", "gained"),
    [
        # Who was known yesterday lends .05 to each they met, and is lent nothing by strangers.
        ([(0, 1), (2, 0)], [0.30, 0, 0.29], [0, 0.05, 0.05]),
        ([(0, 1)], [0.5, 0.5], [0.05, 0.05]),
        # At most .15 for one, ...
        ([(i, 9) for i in range(9)], [1] * 9 + [0], [0] * 9 + [0.15]),
        # ... and at most .35 from one, however many they met.
        ([(0, i) for i in range(1, 15)], [1] + [0] * 14, [0] + [0.025] * 14),
        ([], [1, 1], [0, 0]),
    ],
)
def test_meetings_with_known_people_lend_a_little(pairs, yesterday, gained):
    one, other = np.array(pairs, dtype=int).reshape(-1, 2).T

    assert evidence_from_meetings(one, other, np.array(yesterday)) == pytest.approx(gained)


def standings(evidence, vouches):
    voucher, vouched, weight = zip(*vouches, strict=True) if vouches else ((), (), ())
    return standing(
        np.array(evidence, dtype=np.float64),
        np.array(voucher, dtype=np.int32),
        np.array(vouched, dtype=np.int32),
        np.array(weight, dtype=np.float64),
        len(evidence),
    )


@pytest.mark.parametrize(
    ("evidence", "vouches", "expected"),
    [
        ([0.3, 0], [], [0.3, 0]),
        # One vouch passes on a tenth: 0.5 * 1 / max(5, 1).
        ([1, 0], [Vouch(0, 1)], [1, 0.1]),
        ([1, 0], [Vouch(0, 1, 0.5)], [1, 0.05]),
        # Ten vouches share one half: 0.5 * 1 / max(5, 10) each.
        ([1] + [0] * 10, [Vouch(0, i) for i in range(1, 11)], [1] + [0.05] * 10),
        # A chain: 1 -> 0.1 -> 0.01.
        ([1, 0, 0], [Vouch(0, 1), Vouch(1, 2)], [1, 0.1, 0.01]),
        # A mutual pair: s = 0.3 + 0.1 s, so s = 1 / 3.
        ([0.3, 0.3], [Vouch(0, 1), Vouch(1, 0)], [1 / 3, 1 / 3]),
        # A ring of nobodies stays nobody.
        ([0, 0, 0], [Vouch(0, 1), Vouch(1, 2), Vouch(2, 0)], [0, 0, 0]),
        # Nobody is more than certain.
        ([1, 1, 0.95], [Vouch(0, 2), Vouch(1, 2)], [1, 1, 1]),
    ],
)
def test_standing_is_identity_plus_what_vouchers_pass_on(evidence, vouches, expected):
    assert standings(evidence, vouches) == pytest.approx(expected, abs=2e-6)


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_fake_accounts_gain_no_more_than_their_attack_vouches_bring(data):
    """Members 0..h-1 are real, the rest fake; fakes vouch for each other as they please."""
    honest, fakes = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 40))
    n = honest + fakes
    real, fake, anybody = (st.integers(*r) for r in ((0, honest - 1), (honest, n - 1), (0, n - 1)))
    weight = st.sampled_from([0.5, 1.0])
    evidence = [data.draw(st.sampled_from([0.0, 0.3, 1.0])) for _ in range(honest)]
    evidence += [data.draw(st.sampled_from([0.0, 0.0, 0.0, 0.05])) for _ in range(fakes)]
    attack = data.draw(st.lists(st.builds(Vouch, real, fake, weight), max_size=8))
    ring = data.draw(st.lists(st.builds(Vouch, fake, anybody, weight), max_size=80))
    among_real = data.draw(st.lists(st.builds(Vouch, real, real, weight), max_size=8))

    s = standings(evidence, attack + ring + among_real)

    bound = 2 * sum(evidence[honest:]) + 0.2 * sum(s[vouch.voucher] for vouch in attack)
    assert sum(s[honest:]) <= bound + 1e-9
    assert np.all((s >= 0) & (s <= 1))


def test_a_fan_of_fakes_gains_nothing_by_being_larger():
    def gained(fakes):
        ring = [Vouch(1 + i, 1 + (i + 1) % fakes) for i in range(fakes)]
        return standings([1] + [0] * fakes, [Vouch(0, 1), *ring])[1:].sum()

    assert gained(1000) <= 0.2
    assert gained(1000) == pytest.approx(gained(10), abs=1e-5)
