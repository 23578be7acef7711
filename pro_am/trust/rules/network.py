"""A whole community at once: from who vouched for and reviewed whom to every score."""

from dataclasses import dataclass

import numpy as np

from pro_am.trust.rules.arrays import Floats, Integers, sum_by
from pro_am.trust.rules.contributions import points_moved
from pro_am.trust.rules.reviews import Reviews, Role
from pro_am.trust.rules.score import (
    ScoreOfRole,
    Scores,
    Unproven,
    gather,
    harm,
    score,
    stake,
)
from pro_am.trust.rules.standing import passed_on, standing
from pro_am.trust.rules.weights import Weights, weigh


@dataclass(frozen=True)
class Vouches:
    """Open vouches, one per place in every array."""

    voucher: Integers
    vouched: Integers
    weight: Floats  # VOUCH_AFTER_BOOKING or VOUCH_DECLARED
    # The Role whose score a vouch speaks for, by the craft it names; NO_ROLE: for standing alone.
    # None: every vouch speaks for both.
    role: Integers | None = None


NO_ROLE = -1
NO_VOUCHES = Vouches(np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0))


@dataclass(frozen=True)
class TrustNetwork:
    """Members are counted from 0; `evidence` holds the identity evidence e of each."""

    evidence: Floats
    reviews: Reviews
    vouches: Vouches = NO_VOUCHES

    @property
    def members(self) -> int:
        return len(self.evidence)


@dataclass(frozen=True)
class TrustResult:
    """Standing and stake per member, scores per member and role, weights per review.

    `support` is the standing that a member's vouchers for one role alone would give, per role.
    """

    network: TrustNetwork
    standing: Floats
    support: Floats
    weights: Weights
    stake: Floats
    scores: Scores

    def score_of(self, member: int, role: Role) -> ScoreOfRole | Unproven:
        return self.scores.at(member, role)

    def contributions(self, member: int, role: Role) -> tuple[Integers, Floats]:
        """The places of the credible reviews of a member in a role, and what each moved.

        What a review moved is the score with it minus the score without it, in points, all other
        weights, standing and stake left as they are.
        """
        reviews, weights = self.network.reviews, self.weights
        begin = np.searchsorted(reviews.reviewed, reviews.reviewed.dtype.type(member), "left")
        end = np.searchsorted(reviews.reviewed, reviews.reviewed.dtype.type(member), "right")
        places = np.arange(begin, end)
        places = places[(reviews.role[begin:end] == role) & (weights.om[begin:end] > 0)]
        points = points_moved(
            subject=np.zeros(len(places), np.intp),
            x=reviews.x[places],
            time_days=reviews.time_days[places],
            om=weights.om[places],
            undecayed=weights.undecayed[places],
            evidence=self.scores.evidence.at([member], [role]),
            standing=self.support[[member], role],
            stake=self.stake[[member]],
        )
        return places, points

    def reviews_that_moved_most(
        self, member: int, role: Role, count: int = 5
    ) -> list[tuple[int, float]]:
        """Places of reviews and the points each moved, the strongest first."""
        places, points = self.contributions(member, role)
        strongest = np.argsort(-np.abs(points), kind="stable")[:count]
        return [(int(places[i]), float(points[i])) for i in strongest]


def compute(network: TrustNetwork, now_days: float) -> TrustResult:
    """Everything anew. `now_days` counts from the same moment as the times of the reviews."""
    n, reviews = network.members, network.reviews
    vouches = (network.vouches.voucher, network.vouches.vouched, network.vouches.weight)
    standings = standing(network.evidence, *vouches, n)
    support = _support(network, standings)
    weights = weigh(reviews, standings, now_days)
    evidence = gather(
        subject=reviews.subject,
        reviewer=reviews.reviewer,
        x=reviews.x,
        time_days=reviews.time_days,
        om=weights.om,
        undecayed=weights.undecayed,
        n=n * len(Role),
    ).reshape(n, len(Role))
    harms = harm(evidence.a.sum(axis=1), evidence.b.sum(axis=1))
    stakes = stake(harms, *vouches, n)
    scores = score(evidence, support, stakes[:, np.newaxis])
    return TrustResult(network, standings, support, weights, stakes, scores)


def _support(network: TrustNetwork, standings: Floats) -> Floats:
    n, vouches = network.members, network.vouches
    if vouches.role is None:
        return np.repeat(standings[:, np.newaxis], len(Role), axis=1)
    received = passed_on(standings, vouches.voucher, vouches.weight)
    support = np.empty((n, len(Role)))
    for role in Role:
        speaks = vouches.role == role
        support[:, role] = network.evidence + sum_by(vouches.vouched[speaks], received[speaks], n)
    clipped: Floats = np.minimum(1.0, support)
    return clipped
