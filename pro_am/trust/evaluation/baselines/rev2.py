"""REV2 (Kumar, Hooi, Makhija, Kumar, Faloutsos, Subrahmanian: WSDM 2018), without behaviour.

Who is fair rates reliably; who is good is rated well by the reliable; each depends on the others:

    F(u)    = (sum of R(u, p) over those u rated + ALPHA * mean F) / (their number + ALPHA)
    G(p)    = (sum of R(u, p) * x(u, p) over their raters + BETA * mean G) / (their number + BETA)
    R(u, p) = (GAMMA * F(u) + GAMMA * (1 - |x(u, p) - G(p)| / 2)) / (2 * GAMMA)

F and R begin at 1. The means are those of the round before, as in the authors' program.
"""

from typing import Final

import numpy as np

from pro_am.trust.evaluation.files import Ratings
from pro_am.trust.rules.arrays import Floats, Integers, sum_by

ALPHA: Final = 1.0  # one rating more of mean fairness for everybody
BETA: Final = 1.0  # and one of mean goodness
TOLERANCE: Final = 1e-6
ROUNDS: Final = 200


def goodness(ratings: Ratings, _anchors: Integers) -> Floats:
    return _converged(ratings)[1]


def fairness(ratings: Ratings, _anchors: Integers) -> Floats:
    return _converged(ratings)[0]


def _converged(ratings: Ratings) -> tuple[Floats, Floats]:
    n, x = ratings.members, ratings.x
    fair: Floats = np.ones(n)
    good: Floats = np.ones(n)
    reliable = np.ones(len(ratings))
    given = sum_by(ratings.rater, reliable, n)
    received = sum_by(ratings.rated, reliable, n)
    for _ in range(ROUNDS):
        before = fair, good
        good = (sum_by(ratings.rated, reliable * x, n) + BETA * good.mean()) / (received + BETA)
        reliable = (fair[ratings.rater] + 1 - np.abs(x - good[ratings.rated]) / 2) / 2
        fair = (sum_by(ratings.rater, reliable, n) + ALPHA * fair.mean()) / (given + ALPHA)
        if max(np.abs(fair - before[0]).max(), np.abs(good - before[1]).max()) < TOLERANCE:
            break
    return fair, good
