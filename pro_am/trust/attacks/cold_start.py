"""The first ninety days of a community that pays in person and has few stewards."""

from dataclasses import dataclass

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.standing import evidence_from_meetings, standing

MEMBERS = 300
PRO_AMS = 60
DAYS = 90
STEWARDS_PER_100 = 1
SEEN_PER_100 = 10  # in one hour of a steward's, six minutes each
BOOKINGS_EACH = 3.5  # a member, in these days, as a host
VOUCHES_AFTER = 0.3  # how often somebody who may vouches for whom they met
REVIEWS_AFTER = 0.7
GOOD = 0.7
ACTIVE_BOOKINGS = 3  # one a month


@dataclass(frozen=True)
class FirstMonths:
    """What came of it."""

    active: int
    active_who_may_vouch: float  # the share
    good_cooks: int  # with three reviewed bookings or more
    proven_by_three: float  # the share of them whose first three reviews were enough
    standing_median: float  # of active members


class _Community:
    """Pro-ams are the members 0, 1, ...; each night standings are counted anew, as in the product.

    Stewards see first who has had most bookings, as their desk shows them.
    """

    def __init__(self, random: np.random.Generator) -> None:
        self.random = random
        self.seen: Floats = np.zeros(MEMBERS)
        stewards = random.choice(MEMBERS, MEMBERS * STEWARDS_PER_100 // 100, replace=False)
        self.seen[stewards] = c.STEWARD_EVIDENCE
        self.quality = random.beta(8, 2, PRO_AMS)
        popular, busy = random.lognormal(0, 0.8, PRO_AMS), random.lognormal(0, 0.8, MEMBERS)
        bookings = int(MEMBERS * BOOKINGS_EACH)
        cook = random.choice(PRO_AMS, bookings, p=popular / popular.sum())
        host = random.choice(MEMBERS, bookings, p=busy / busy.sum())
        two_people = cook != host
        self.cook, self.host = cook[two_people], host[two_people]
        self.day = np.sort(random.integers(0, DAYS, len(self.cook)))
        self.settled = np.zeros(MEMBERS, dtype=int)
        self.vouches: dict[tuple[int, int], None] = {}
        self.given = np.zeros(MEMBERS, dtype=int)
        self.standing: Floats = self.seen

    def live_through(self, today: int) -> None:
        for i in np.flatnonzero(self.day == today).tolist():
            both = (int(self.cook[i]), int(self.host[i]))
            self.settled[list(both)] += 1
            self._perhaps_vouch(*both)
            self._perhaps_vouch(*both[::-1])
        self._meet_a_steward(_seen_by(today + 1) - _seen_by(today))
        past = self.day <= today
        self.standing = _night(
            self.seen, self.cook[past], self.host[past], self.vouches, self.standing
        )

    def _perhaps_vouch(self, one: int, other: int) -> None:
        is_good = other >= PRO_AMS or self.quality[other] >= GOOD
        may = (
            self.standing[one] >= c.VOUCHING_STANDING
            and self.settled[one] >= c.VOUCHING_BOOKINGS
            and self.given[one] < c.VOUCHES_OPEN
        )
        is_new = (one, other) not in self.vouches
        if is_good and may and is_new and self.random.random() < VOUCHES_AFTER:
            self.vouches[one, other] = None
            self.given[one] += 1

    def _meet_a_steward(self, so_many: int) -> None:
        waiting = np.where(self.seen == 0, self.settled, 0)
        for member in np.argsort(-waiting, kind="stable")[:so_many]:
            if waiting[member]:
                self.seen[member] = c.SEEN_EVIDENCE


def first_months(random: np.random.Generator) -> FirstMonths:
    """Ninety days, and who may vouch and is proven at their end."""
    community = _Community(random)
    for today in range(DAYS):
        community.live_through(today)
    active = community.settled >= ACTIVE_BOOKINGS
    standings = community.standing
    proven = [
        _is_proven(standings[community.host[first]])
        for one in range(PRO_AMS)
        if community.quality[one] >= GOOD
        and len(first := _first_reviewed(random, np.flatnonzero(community.cook == one))) == 3
    ]
    return FirstMonths(
        int(active.sum()),
        float((standings[active] >= c.VOUCHING_STANDING).mean()),
        len(proven),
        float(np.mean(proven)),
        float(np.median(standings[active])),
    )


def _is_proven(reviewers: Floats) -> bool:
    credible = reviewers[reviewers >= c.CREDIBLE_STANDING]
    weight = float(credible.sum()) * c.PRIOR_RELIABILITY
    return weight >= c.PROVEN_WEIGHT and len(credible) >= c.PROVEN_VOICES


def _seen_by(day: int) -> int:
    """How many the stewards have seen by then, evenly over the months."""
    return MEMBERS * SEEN_PER_100 // 100 * day // DAYS


def _first_reviewed(random: np.random.Generator, bookings: Integers) -> list[int]:
    reviewed = [i for i in bookings.tolist() if random.random() < REVIEWS_AFTER]
    return reviewed[:3]


def _night(
    seen: Floats,
    cook: Integers,
    host: Integers,
    vouches: dict[tuple[int, int], None],
    yesterday: Floats,
) -> Floats:
    pairs = np.unique(np.sort(np.stack([cook, host], axis=1), axis=1), axis=0)
    lent = evidence_from_meetings(pairs[:, 0], pairs[:, 1], yesterday)
    sides = np.array(list(vouches), dtype=np.intp).reshape(-1, 2)
    evidence = np.minimum(1.0, seen + lent)
    return standing(evidence, sides[:, 0], sides[:, 1], np.ones(len(sides)), len(seen))
