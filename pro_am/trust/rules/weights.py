"""What each review weighs, and how reliable each reviewer is."""

from dataclasses import dataclass

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, sum_by
from pro_am.trust.rules.limits import clique_scale, weekly_scale
from pro_am.trust.rules.reviews import Reviews, Role


@dataclass(frozen=True)
class Weights:
    """What reviews weigh. `undecayed` is om before its age counts; `phi` is per reviewer."""

    om: Floats
    undecayed: Floats
    phi: Floats


def weigh(reviews: Reviews, standing: Floats, now_days: float) -> Weights:
    """om = s * phi * 2^(-age / half-life) * m, and a pair weighs as much as its heaviest review.

    All reviews of a pair share s and phi, so their scale is known before phi is. What many say at
    once, or the same few of each other, is kept in bounds: see `limits`.
    """
    age = np.maximum(now_days - reviews.time_days, 0)
    decay = np.exp2(-age / c.HALF_LIFE_DAYS)
    own = reviews.multiplier * clique_scale(reviews, standing)
    lasting = own * _pair_scale(reviews, decay * own)
    fading = decay * lasting
    credible = np.where(standing >= c.CREDIBLE_STANDING, standing, 0.0)
    phi = _reliability(reviews, fading, credible)
    reviewer_weight = (credible * phi)[reviews.reviewer]
    om = reviewer_weight * fading
    kept = weekly_scale(reviews, om, len(standing))
    return Weights(om=om * kept, undecayed=reviewer_weight * lasting * kept, phi=phi)


def _pair_scale(reviews: Reviews, weight: Floats) -> Floats:
    """heaviest / sum over all reviews by one member of one other, in either role."""
    if len(reviews) == 0:
        return np.ones(0)
    begins = np.ones(len(reviews), dtype=bool)
    begins[1:] = (np.diff(reviews.reviewed) != 0) | (np.diff(reviews.reviewer) != 0)
    first = np.flatnonzero(begins)
    total = np.add.reduceat(weight, first)
    heaviest = np.maximum.reduceat(weight, first)
    scale = np.divide(heaviest, total, out=np.ones_like(total), where=total > 0)
    return np.repeat(scale, np.diff(first, append=len(reviews)))


def _reliability(reviews: Reviews, fading: Floats, credible: Floats) -> Floats:
    """phi of each member as a reviewer: how well they agree with the other reviews.

    Each review is compared with the mean of the others of the same member in the same role: who
    says that a fine cook was a rude guest contradicts nobody.
    """
    subject, reviewer, x = reviews.subject, reviews.reviewer, reviews.x
    subjects = len(credible) * len(Role)
    phi = np.full(len(credible), c.PRIOR_RELIABILITY)
    for _ in range(c.RELIABILITY_ROUNDS):
        om = (credible * phi)[reviewer] * fading
        others = np.maximum(sum_by(subject, om, subjects)[subject] - om, 0)
        om *= x
        view = sum_by(subject, om, subjects)[subject] - om
        view = np.clip(view / np.maximum(others, 1e-12), -1, 1)
        confidence = others / (others + c.HALF_CONFIDENCE)
        agreement = confidence * (1 - np.abs(x - view) / 2)
        agreed = sum_by(reviewer, agreement, len(phi))
        compared = sum_by(reviewer, confidence, len(phi))
        phi = (agreed + c.PRIOR_REVIEWS * c.PRIOR_RELIABILITY) / (compared + c.PRIOR_REVIEWS)
    return phi
