"""What each review weighs, and how reliable each reviewer is."""

import enum
from dataclasses import dataclass, fields

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers, sum_by


class Role(enum.IntEnum):
    """The side on which a member was reviewed."""

    PROVIDER = 0
    HOST = 1


@dataclass(frozen=True)
class Reviews:
    """Published reviews, one per place in every array, sorted by `reviewed`, then `reviewer`.

    Sorted, the reviews of a member lie side by side, and so do those of a pair: nothing needs to
    be sorted again in each run.
    """

    reviewer: Integers
    reviewed: Integers
    role: Integers  # a Role: the side of the reviewed member
    x: Floats  # opinion in [-1, 1], see `opinion`
    time_days: Floats  # when it was published, in days since any fixed moment
    multiplier: Floats  # m, see `multiplier`; 0 takes a review out

    def __post_init__(self) -> None:
        if len({len(getattr(self, field.name)) for field in fields(self)}) != 1:
            raise ValueError("The arrays of reviews differ in length.")
        step = np.diff(self.reviewed)
        if np.any((step < 0) | ((step == 0) & (np.diff(self.reviewer) < 0))):
            raise ValueError("Reviews must be sorted by reviewed, then reviewer.")

    def __len__(self) -> int:
        return len(self.x)

    @property
    def subject(self) -> Integers:
        """Who is reviewed in which role, as 2 * member + role."""
        return self.reviewed.astype(np.intp) * len(Role) + self.role


@dataclass(frozen=True)
class Weights:
    """What reviews weigh. `undecayed` is om before its age counts; `phi` is per reviewer."""

    om: Floats
    undecayed: Floats
    phi: Floats


def opinion(stars: Floats) -> Floats:
    """1-5 overall stars as x in [-1, 1]."""
    return (stars - 3) / 2


def multiplier(confirming: Floats, disputing: Floats) -> Floats:
    """The m of reviews from the summed standings of those who confirm and who dispute them."""
    m = 1 + c.CONFIRMED_BY * confirming - c.DISPUTED_BY * disputing
    return np.clip(m, c.MULTIPLIER_LEAST, c.MULTIPLIER_MOST)


def weigh(reviews: Reviews, standing: Floats, now_days: float) -> Weights:
    """om = s * phi * 2^(-age / half-life) * m, and a pair weighs as much as its heaviest review.

    All reviews of a pair share s and phi, so their scale is known before phi is.
    """
    age = np.maximum(now_days - reviews.time_days, 0)
    decay = np.exp2(-age / c.HALF_LIFE_DAYS)
    lasting = reviews.multiplier * _pair_scale(reviews, decay * reviews.multiplier)
    fading = decay * lasting
    credible = np.where(standing >= c.CREDIBLE_STANDING, standing, 0.0)
    phi = _reliability(reviews, fading, credible)
    reviewer_weight = (credible * phi)[reviews.reviewer]
    return Weights(om=reviewer_weight * fading, undecayed=reviewer_weight * lasting, phi=phi)


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
