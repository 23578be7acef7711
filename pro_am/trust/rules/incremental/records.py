"""What is kept of members and reviews between two runs, as numpy records.

The fields of `MEMBER` and `REVIEW` are what an incremental update reads and gives back; whoever
keeps them in tables needs a column for each.
"""

from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.agreement import credible, fading_of, rounds
from pro_am.trust.rules.arrays import Floats
from pro_am.trust.rules.limits import clique_scale, first_days
from pro_am.trust.rules.network import TrustResult
from pro_am.trust.rules.score import harm

Records: TypeAlias = npt.NDArray[np.void]

MEMBER: Final = np.dtype(
    [
        ("id", np.int64),
        ("evidence", np.float64),  # identity evidence e, as it is now
        ("standing", np.float64),
        ("weighed", np.float64),  # credible standing, as their reviews were last weighed with
        # Of each round of reliability: phi as reviews were last weighed with, and the two sums
        # that phi is made of, which may have moved on by less than matters.
        ("phi", np.float64, (c.RELIABILITY_ROUNDS,)),
        ("agreed", np.float64, (c.RELIABILITY_ROUNDS,)),
        ("compared", np.float64, (c.RELIABILITY_ROUNDS,)),
        ("first_day", np.float64),  # of the first review they wrote; inf without one
        ("harm", np.float64),  # h over both roles
        ("stake", np.float64),
    ]
)

REVIEW: Final = np.dtype(
    [
        ("id", np.int64),
        ("reviewer", np.int64),
        ("reviewed", np.int64),
        ("role", np.int64),  # a Role: the side of the reviewed member
        ("x", np.float64),
        ("time_days", np.float64),
        ("multiplier", np.float64),  # m, as it is now
        ("counts", np.bool_),  # shown; False for one that is hidden or taken back since
        # As last counted; nan before it ever was.
        ("fading", np.float64),  # om without standing and reliability, age included
        ("lasting", np.float64),  # the same without age
        ("clique", np.float64),  # the factor of circles that praise each other; see limits
    ]
)

VOUCH: Final = np.dtype(
    [
        ("voucher", np.int64),
        ("vouched", np.int64),
        ("weight", np.float64),
        ("role", np.int64),  # not read yet: every vouch speaks for both roles
    ]
)


def new_member(identity: int, evidence: float = 0.0) -> Any:
    """Somebody whom no run has seen yet."""
    prior = [c.PRIOR_RELIABILITY] * c.RELIABILITY_ROUNDS
    nothing = [0.0] * c.RELIABILITY_ROUNDS
    return (identity, evidence, 0.0, 0.0, prior, nothing, nothing, np.inf, 0.0, 0.0)


def member_records(result: TrustResult, fading: Floats) -> Records:
    """What a full run knows of each member, whose id is their place."""
    network, reviews = result.network, result.network.reviews
    weighed = credible(result.standing)
    known = rounds(reviews.subject, reviews.reviewer, reviews.x, fading, weighed)
    evidence = result.scores.evidence
    members = np.empty(network.members, MEMBER)
    members["id"] = np.arange(network.members)
    members["evidence"] = network.evidence
    members["standing"] = result.standing
    members["weighed"] = weighed
    for name, of_rounds in vars(known).items():
        members[name] = of_rounds.T
    members["first_day"] = first_days(reviews, network.members)
    members["harm"] = harm(evidence.a.sum(axis=1), evidence.b.sum(axis=1))
    members["stake"] = result.stake
    return members


def review_columns(result: TrustResult, now_days: float) -> dict[str, npt.NDArray[Any]]:
    """What a full run knows of each review, whose id is its place: a column for each field."""
    reviews = result.network.reviews
    clique = clique_scale(reviews, result.standing)
    fading, lasting = fading_of(
        reviews.reviewed, reviews.reviewer, reviews.time_days, reviews.multiplier * clique, now_days
    )
    return {
        "id": np.arange(len(reviews), dtype=np.int32),
        "reviewer": reviews.reviewer,
        "reviewed": reviews.reviewed,
        "role": reviews.role,
        "x": reviews.x,
        "time_days": reviews.time_days,
        "multiplier": reviews.multiplier,
        "counts": np.ones(len(reviews), dtype=bool),
        "fading": fading,
        "lasting": lasting,
        "clique": clique,
    }
