"""What each review weighs, and how reliable each reviewer is."""

from dataclasses import dataclass

from pro_am.trust.rules.agreement import credible, fading_of, rounds
from pro_am.trust.rules.arrays import Floats
from pro_am.trust.rules.limits import clique_scale, weekly_scale
from pro_am.trust.rules.reviews import Reviews


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
    own = reviews.multiplier * clique_scale(reviews, standing)
    fading, lasting = fading_of(
        reviews.reviewed, reviews.reviewer, reviews.time_days, own, now_days
    )
    subject, known = reviews.subject, credible(standing)
    phi = rounds(subject, reviews.reviewer, reviews.x, fading, known).phi[-1]
    reviewer_weight = (known * phi)[reviews.reviewer]
    om = reviewer_weight * fading
    kept = weekly_scale(reviews, om, len(standing))
    return Weights(om=om * kept, undecayed=reviewer_weight * lasting * kept, phi=phi)
