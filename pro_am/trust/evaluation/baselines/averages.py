"""Rankings that count what was said of somebody, whoever said it."""

from typing import Final

import numpy as np

from pro_am.trust.evaluation.files import Ratings
from pro_am.trust.rules.arrays import Floats, Integers, sum_by

PRIOR_RATINGS: Final = 5  # of the Bayesian mean
Z: Final = 1.96  # of Wilson's interval: 95 %


def mean(ratings: Ratings, _anchors: Integers) -> Floats:
    """0, the middle of the scale, for who was never rated."""
    return _sum(ratings, ratings.x) / np.maximum(_count(ratings), 1)


def bayesian_mean(ratings: Ratings, _anchors: Integers) -> Floats:
    """As if everybody had five more ratings, each the mean of all."""
    prior = ratings.x.mean() if len(ratings) else 0.0
    return (_sum(ratings, ratings.x) + PRIOR_RATINGS * prior) / (_count(ratings) + PRIOR_RATINGS)


def wilson(ratings: Ratings, _anchors: Integers) -> Floats:
    """The lower end of the interval of the share of good ratings (Wilson 1927); 0 without any."""
    count = _count(ratings)
    n = np.maximum(count, 1)
    share = _sum(ratings, (ratings.x > 0).astype(float)) / n
    middle = share + Z**2 / (2 * n)
    spread = Z * np.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    return np.where(count > 0, (middle - spread) / (1 + Z**2 / n), 0.0)


def beta_reputation(ratings: Ratings, _anchors: Integers) -> Floats:
    """(r + 1) / (r + s + 2) from the sums r of good and s of bad (Jøsang and Ismail 2002)."""
    good = _sum(ratings, np.maximum(ratings.x, 0))
    bad = _sum(ratings, np.maximum(-ratings.x, 0))
    return (good + 1) / (good + bad + 2)


def _sum(ratings: Ratings, amount: Floats) -> Floats:
    return sum_by(ratings.rated, amount, ratings.members)


def _count(ratings: Ratings) -> Floats:
    return _sum(ratings, np.ones(len(ratings)))
