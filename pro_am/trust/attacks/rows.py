"""What a row of the catalogue is, and what all of them attack."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.attacks.market import Market, make_market
from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.network import TrustResult
from pro_am.trust.rules.reviews import Role

TARGETS = 15
GOOD = 0.7


@dataclass(frozen=True)
class Row:
    """One attack: what it gained, what it may gain, and whether it stayed under that."""

    attack: str
    counter: str
    figures: dict[str, float]
    bound: str
    passed: bool


class Scene:
    """A market as it is before an attack, with its scores."""

    def __init__(self, seed: int, *, has_standing: bool = True) -> None:
        self.seed = seed
        self.random = np.random.default_rng(seed)
        self.market: Market = make_market(self.random, has_standing=has_standing)
        self.before: TrustResult = self.market.result()

    def score(self, member: int, result: TrustResult | None = None) -> float:
        """As provider, in points; also where it is not shown."""
        return float((result or self.before).scores.parts.total[member, Role.PROVIDER])

    def vouchers(self) -> Integers:
        """Honest members who may vouch: those whom attackers try to fool."""
        return np.flatnonzero(self.before.standing >= c.VOUCHING_STANDING)

    def usual_hosts(self) -> Integers:
        """Hosts whose standing is that of half of all hosts, or more."""
        hosts = np.unique(self.market.ratings.reviewer[self.market.ratings.role == Role.PROVIDER])
        standings = self.before.standing[hosts]
        return hosts[standings >= np.median(standings)]

    def good_providers(self) -> set[int]:
        """Those of whom most people say good things."""
        return set(
            np.flatnonzero(self.before.scores.evidence.mu[:, Role.PROVIDER] >= GOOD).tolist()
        )

    def median_providers(self, count: int = TARGETS) -> Integers:
        """The proven providers about whom as much is known as about the one in the middle."""
        evidence = self.before.scores.evidence
        providers = np.flatnonzero(evidence.is_proven[: self.market.providers, Role.PROVIDER])
        by_evidence = providers[np.argsort(evidence.K[providers, Role.PROVIDER], kind="stable")]
        middle = len(by_evidence) // 2
        return by_evidence[middle - count // 2 : middle - count // 2 + count]

    def moved(self, attack: Callable[[int], Market]) -> Floats:
        """By how many points the score of each median provider changes under the attack."""
        return np.array(
            [
                self.score(target, attack(target).result()) - self.score(target)
                for target in self.median_providers().tolist()
            ]
        )

    def with_sybils(
        self, count: int, attack_vouches: int, target: int = 0
    ) -> tuple[Market, Integers]:
        """Fakes, of whom as many as there are attack vouches get one each and share it in a ring.

        The ring doubles what they got, the most that any arrangement can. Against the same target
        the same members are fooled, however many fakes there are.
        """
        random = np.random.default_rng([self.seed, target])
        market, fakes = self.market.joined_by(np.zeros(count))
        heads = fakes[: min(count, attack_vouches)]
        fooled = random.choice(self.vouchers(), attack_vouches, replace=False)
        market = market.vouched_for(fooled, heads[np.arange(attack_vouches) % len(heads)])
        return vouching_in_a_ring(market, heads), fakes


def vouching_in_a_ring(market: Market, ring: Integers) -> Market:
    """Everybody vouches for the next ones, with all that they may give."""
    for step in range(1, min(len(ring), c.VOUCHES_OPEN + 1)):
        market = market.vouched_for(ring, np.roll(ring, -step))
    return market


def weekly(market: Market, count: int) -> Floats:
    """Days, a week apart, the last of them today: so that no crowd is seen."""
    return market.today - c.WEEK_DAYS * (np.arange(count) % 52)
