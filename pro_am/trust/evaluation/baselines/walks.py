"""Rankings by walks along good ratings that begin at the anchors."""

from typing import Final

import numpy as np

from pro_am.trust.evaluation.files import Ratings
from pro_am.trust.rules.arrays import Floats, Integers, sum_by

DAMPING: Final = 0.85
TOLERANCE: Final = 1e-12
TRUSTRANK_ROUNDS: Final = 20


def personalised_pagerank(ratings: Ratings, anchors: Integers) -> Floats:
    """Steps in proportion to ratings, until nothing moves (Haveliwala 2002)."""
    begin = _begin(ratings, anchors)
    share = _shares(ratings, np.maximum(ratings.x, 0))
    rank = begin
    while True:
        following = _step(ratings, rank, share, begin)
        if np.abs(following - rank).sum() < TOLERANCE:
            return following
        rank = following


def trustrank(ratings: Ratings, anchors: Integers) -> Floats:
    """Twenty steps, each to one of those rated well, whatever the rating (Gyöngyi et al. 2004)."""
    begin = _begin(ratings, anchors)
    share = _shares(ratings, (ratings.x > 0).astype(float))
    rank = begin
    for _ in range(TRUSTRANK_ROUNDS):
        rank = _step(ratings, rank, share, begin)
    return rank


def trustrank_less_distrust(ratings: Ratings, anchors: Integers) -> Floats:
    """TrustRank, then one step of distrust (Guha et al. 2004).

    A bad rating takes away what a good one by the same member passes on.
    """
    rank = trustrank(ratings, anchors)
    is_good, is_bad = ratings.x > 0, ratings.x < 0
    good = np.maximum(sum_by(ratings.rater, is_good.astype(float), ratings.members), 1)
    taken = (rank / good)[ratings.rater] * is_bad
    return rank - sum_by(ratings.rated, taken, ratings.members)


def _begin(ratings: Ratings, anchors: Integers) -> Floats:
    begin = np.zeros(ratings.members)
    begin[anchors] = 1 / len(anchors)
    return begin


def _shares(ratings: Ratings, weight: Floats) -> Floats:
    """What part of their rater's rank each rating carries."""
    total = sum_by(ratings.rater, weight, ratings.members)[ratings.rater]
    return np.divide(weight, total, out=np.zeros(len(ratings)), where=total > 0)


def _step(ratings: Ratings, rank: Floats, share: Floats, begin: Floats) -> Floats:
    """Who rates nobody well goes back to the anchors."""
    carried = sum_by(ratings.rated, rank[ratings.rater] * share, ratings.members)
    lost = rank.sum() - carried.sum()
    following: Floats = DAMPING * (carried + lost * begin) + (1 - DAMPING) * begin
    return following
