import math

import numpy as np
import pytest

from pro_am.trust.rules.beta import beta_quantile


def quantile(p, a, b):
    return beta_quantile(p, np.array([float(a)]), np.array([float(b)]))[0]


@pytest.mark.parametrize("p", [0.001, 0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize(
    ("a", "b", "closed_form"),
    [
        (1, 1, lambda p: p),
        (3, 1, lambda p: p ** (1 / 3)),
        (1, 8, lambda p: 1 - (1 - p) ** (1 / 8)),
        (0.5, 0.5, lambda p: math.sin(math.pi * p / 2) ** 2),
    ],
)
def test_quantiles_agree_with_their_closed_forms(p, a, b, closed_form):
    assert quantile(p, a, b) == pytest.approx(closed_form(p), abs=1e-8)


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        (1.3, 0.3, 0.415857643041, 0.999671530755),
        (0.3, 10.3, 3.25221688288e-05, 0.085034211408),
        (4.3, 1.3, 0.531257971031, 0.95392925955),
        (120.3, 7.3, 0.915423424291, 0.967158939346),
        (0.3, 0.3, 0.0033046182571, 0.996695381743),
        (2500, 40, 0.981015928157, 0.987324706495),
    ],
)
def test_quantiles_agree_with_tables(a, b, low, high):
    assert quantile(0.1, a, b) == pytest.approx(low, abs=1e-8)
    assert quantile(0.9, a, b) == pytest.approx(high, abs=1e-8)


def test_a_quantile_does_not_depend_on_its_neighbours():
    a, b = np.random.default_rng(7).uniform(0.3, 40, (2, 20_000))

    together = beta_quantile(0.1, a, b)

    assert together[12_345] == pytest.approx(quantile(0.1, a[12_345], b[12_345]), abs=1e-9)
    assert np.all((together > 0) & (together < 1))
