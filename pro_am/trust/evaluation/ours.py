"""The product's own score as a ranking, on networks that know nothing of bookings or stewards."""

from typing import Final

import numpy as np

from pro_am.trust.evaluation.files import Ratings
from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.network import TrustNetwork, Vouches, compute
from pro_am.trust.rules.reviews import Reviews, Role

EVIDENCE: Final = 0.10  # identity evidence of everybody ...
ANCHOR_EVIDENCE: Final = 1.0  # ... but anchors, and invented accounts have none


def score(ratings: Ratings, anchors: Integers, invented: int) -> Floats:
    """The sum of the parts as provider, of the unproven too: they begin at the base.

    A good rating is a vouch of its weight besides. Nothing has aged: such files span years that
    no half-life was made for. The last members are `invented`.
    """
    evidence = np.full(ratings.members, EVIDENCE)
    evidence[ratings.members - invented :] = 0.0
    evidence[anchors] = ANCHOR_EVIDENCE
    order = np.lexsort((ratings.rater, ratings.rated))
    is_good = ratings.x > 0
    network = TrustNetwork(
        evidence,
        Reviews(
            reviewer=ratings.rater[order],
            reviewed=ratings.rated[order],
            role=np.full(len(ratings), Role.PROVIDER, np.int8),
            x=ratings.x[order],
            time_days=ratings.days[order],
            multiplier=np.ones(len(ratings)),
        ),
        Vouches(ratings.rater[is_good], ratings.rated[is_good], ratings.x[is_good]),
    )
    now_days = ratings.days.min(initial=0.0)
    unclipped: Floats = compute(network, now_days).scores.parts.unclipped[:, Role.PROVIDER]
    return unclipped
