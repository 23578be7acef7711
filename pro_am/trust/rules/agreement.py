"""How reviewers agree with each other, and what several reviews by one of one other weigh."""

from dataclasses import dataclass

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers, sum_by


@dataclass(frozen=True)
class Rounds:
    """Of each round of reliability and each member: phi, and the two sums that it is made of."""

    phi: Floats  # of shape (rounds, members), as the others
    agreed: Floats
    compared: Floats


def rounds(
    subject: Integers, reviewer: Integers, x: Floats, fading: Floats, credible: Floats
) -> Rounds:
    """Every round, over all reviews; `fading` is om but for standing and reliability.

    Subjects are counted as 2 * member + role; `credible` has the standing of each member.
    """
    n = len(credible)
    phi: Floats = np.full(n, c.PRIOR_RELIABILITY)
    found = []
    for _ in range(c.RELIABILITY_ROUNDS):
        om = (credible * phi)[reviewer] * fading
        agreement, confidence = compare(subject, x, om, 2 * n)
        agreed, compared = sum_by(reviewer, agreement, n), sum_by(reviewer, confidence, n)
        phi = reliability(agreed, compared)
        found.append((phi, agreed, compared))
    phis, agreements, confidences = zip(*found, strict=True)
    return Rounds(np.stack(phis), np.stack(agreements), np.stack(confidences))


def reliability(agreed: Floats, compared: Floats) -> Floats:
    """phi: the mean of the comparisons, each counting by its confidence, drawn to the prior."""
    return (agreed + c.PRIOR_REVIEWS * c.PRIOR_RELIABILITY) / (compared + c.PRIOR_REVIEWS)


def compare(subject: Integers, x: Floats, om: Floats, subjects: int) -> tuple[Floats, Floats]:
    """How far each review agrees with the mean of the others, and how sure that mean is.

    Each is compared with the others of the same member in the same role: who says that a fine
    cook was a rude guest contradicts nobody.
    """
    # In place, since ten million reviews leave no room for a dozen arrays of their length.
    others = sum_by(subject, om, subjects)[subject]
    others -= om
    np.maximum(others, 0, out=others)
    opinion = om * x
    view = sum_by(subject, opinion, subjects)[subject]
    view -= opinion
    view /= np.maximum(others, 1e-12, out=opinion)
    np.clip(view, -1, 1, out=view)
    confidence = np.add(others, c.HALF_CONFIDENCE, out=opinion)
    np.divide(others, confidence, out=confidence)
    agreement = np.abs(np.subtract(x, view, out=view), out=view)
    agreement /= -2
    agreement += 1
    agreement *= confidence
    return agreement, confidence


def credible(standing: Floats) -> Floats:
    """Standing where it is enough for a review to weigh anything, otherwise 0."""
    return np.where(standing >= c.CREDIBLE_STANDING, standing, 0.0)


def fading_of(
    reviewed: Integers, reviewer: Integers, time_days: Floats, own: Floats, now_days: float
) -> tuple[Floats, Floats]:
    """What reviews weigh but for standing and reliability, with their age and without.

    Sorted by reviewed, then reviewer; `own` is what each weighs by itself, 0 takes it out.
    """
    decay = np.exp2(np.minimum(time_days - now_days, 0) / c.HALF_LIFE_DAYS)
    lasting = own * pair_scale(reviewed, reviewer, decay * own)
    return decay * lasting, lasting


def pair_scale(reviewed: Integers, reviewer: Integers, weight: Floats) -> Floats:
    """heaviest / sum over all reviews by one member of one other, in either role.

    Sorted by reviewed, then reviewer.
    """
    if len(weight) == 0:
        return np.ones(0)
    begins = np.ones(len(weight), dtype=bool)
    begins[1:] = (reviewed[1:] != reviewed[:-1]) | (reviewer[1:] != reviewer[:-1])
    first = np.flatnonzero(begins)
    total = np.add.reduceat(weight, first)
    heaviest = np.maximum.reduceat(weight, first)
    scale = np.divide(heaviest, total, out=np.ones_like(total), where=total > 0)
    return np.repeat(scale, np.diff(first, append=len(weight)))
