"""A made-up community of known quality, to which attackers are added."""

from dataclasses import dataclass, replace

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.network import TrustNetwork, TrustResult, Vouches, compute
from pro_am.trust.rules.reviews import Reviews, Role, opinion
from pro_am.trust.rules.standing import evidence_from_meetings, standing

MEMBERS = 2_000
PROVIDERS = 400
REVIEWS = 12_000
DAYS = 540.0

# The shares of a grown community: stewards, members seen by one, and who has paid by an instrument.
STEWARDS = 0.01
SEEN = 0.50
PAYING = 0.50
VOUCHERS = 0.5  # the share of members who vouch for people they met
NIGHTS = 4  # after which what meetings bring has settled
OF_HOSTS = 0.4  # the share of reviews that are by providers


@dataclass(frozen=True)
class Ratings:
    """Reviews before they are sorted, one per place in every array."""

    reviewer: Integers
    reviewed: Integers
    stars: Floats
    day: Floats
    role: Integers
    multiplier: Floats


@dataclass(frozen=True)
class Market:
    """Providers are the members 0, 1, ... as many as have a quality; hosts come after them."""

    seen: Floats  # evidence by stewards alone
    met: tuple[Integers, Integers]  # pairs of people with a settled booking
    quality: Floats
    ratings: Ratings
    voucher: Integers
    vouched: Integers
    vouch_weight: Floats
    today: float
    has_standing: bool = True  # False: every account is believed, to see what standing prevents

    @property
    def members(self) -> int:
        return len(self.seen)

    @property
    def providers(self) -> int:
        return len(self.quality)

    @property
    def vouches(self) -> Vouches:
        return Vouches(self.voucher, self.vouched, self.vouch_weight)

    def met_with(self, member: int) -> Integers:
        """With whom somebody had a settled booking."""
        one, other = self.met
        return np.concatenate([other[one == member], one[other == member]])

    def evidence(self) -> Floats:
        """Of each member, after some nights: meetings bring what yesterday's standing allows."""
        if not self.has_standing:
            return np.ones(self.members)
        evidence = self.seen
        for _ in range(NIGHTS):
            yesterday = standing(
                evidence, self.voucher, self.vouched, self.vouch_weight, self.members
            )
            lent = evidence_from_meetings(*self.met, yesterday)
            evidence = np.minimum(1.0, self.seen + lent)
        return evidence

    def network(self) -> TrustNetwork:
        r = self.ratings
        order = np.lexsort((r.reviewer, r.reviewed))
        reviews = Reviews(
            reviewer=r.reviewer[order],
            reviewed=r.reviewed[order],
            role=r.role[order],
            x=opinion(r.stars[order]),
            time_days=r.day[order],
            multiplier=r.multiplier[order],
        )
        return TrustNetwork(self.evidence(), reviews, self.vouches)

    def result(self, later: float = 0.0) -> TrustResult:
        """Every score, so many days after today."""
        return compute(self.network(), self.today + later)

    def joined_by(self, seen: Floats) -> tuple["Market", Integers]:
        """With new members, and who they are."""
        new = np.arange(self.members, self.members + len(seen))
        return replace(self, seen=np.concatenate([self.seen, seen])), new

    def with_meetings(self, one: Integers, other: Integers) -> "Market":
        """With settled bookings between people who had none."""
        one, other = np.broadcast_arrays(one, other)
        met = (np.concatenate([self.met[0], one]), np.concatenate([self.met[1], other]))
        return replace(self, met=met)

    def rated(
        self,
        reviewer: Integers,
        reviewed: Integers,
        stars: float,
        day: Floats | float,
        role: Role = Role.PROVIDER,
        multiplier: float = 1.0,
    ) -> "Market":
        """With more reviews; what is not an array holds for each of them."""
        reviewer, reviewed, day = np.broadcast_arrays(reviewer, reviewed, day)
        more = Ratings(
            reviewer,
            reviewed,
            np.full(len(reviewer), float(stars)),
            day,
            np.full(len(reviewer), int(role)),
            np.full(len(reviewer), multiplier),
        )
        both = {
            name: np.concatenate([getattr(self.ratings, name), column])
            for name, column in vars(more).items()
        }
        return replace(self, ratings=Ratings(**both))

    def vouched_for(
        self, voucher: Integers, vouched: Integers, weight: float = c.VOUCH_AFTER_BOOKING
    ) -> "Market":
        """With more vouches."""
        voucher, vouched = np.broadcast_arrays(voucher, vouched)
        return replace(
            self,
            voucher=np.concatenate([self.voucher, voucher]),
            vouched=np.concatenate([self.vouched, vouched]),
            vouch_weight=np.concatenate([self.vouch_weight, np.full(len(voucher), weight)]),
        )


def make_market(
    random: np.random.Generator,
    *,
    members: int = MEMBERS,
    providers: int = PROVIDERS,
    reviews: int = REVIEWS,
    has_standing: bool = True,
) -> Market:
    """Popular providers and busy hosts have most of the bookings; most providers are good."""
    seen = np.where(random.random(members) < SEEN, c.SEEN_EVIDENCE, 0.0)
    seen += np.where(random.random(members) < PAYING, c.PAYMENT_EVIDENCE, 0.0)
    stewards = random.choice(members, max(1, round(members * STEWARDS)), replace=False)
    seen[stewards] = c.STEWARD_EVIDENCE
    quality = random.beta(8, 2, providers)
    provider = random.choice(providers, reviews, p=_shares(random, providers))
    host = random.choice(members, reviews, p=_shares(random, members))
    by_provider = random.random(reviews) < OF_HOSTS
    two_people = provider != host
    provider, host, by_provider = (a[two_people] for a in (provider, host, by_provider))
    seen_as = np.where(by_provider, 0.9, quality[provider])
    stars = np.clip(np.round(1 + 4 * seen_as + random.normal(0, 0.7, len(host))), 1, 5)
    ratings = Ratings(
        reviewer=np.where(by_provider, provider, host),
        reviewed=np.where(by_provider, host, provider),
        stars=stars,
        day=random.uniform(0, DAYS, len(host)),
        role=np.where(by_provider, int(Role.HOST), int(Role.PROVIDER)),
        multiplier=np.ones(len(host)),
    )
    voucher, vouched = _vouches(random, members, provider, host, quality)
    pairs = np.unique(np.sort(np.stack([provider, host], axis=1)), axis=0)
    met = (pairs[:, 0], pairs[:, 1])
    ones = np.ones(len(voucher))
    return Market(seen, met, quality, ratings, voucher, vouched, ones, DAYS, has_standing)


def _shares(random: np.random.Generator, n: int) -> Floats:
    weight = random.lognormal(0, 0.8, n)
    return weight / weight.sum()


def _vouches(
    random: np.random.Generator,
    members: int,
    provider: Integers,
    host: Integers,
    quality: Floats,
) -> tuple[Integers, Integers]:
    """Some members vouch for as many people as they may, of those they met and found good."""
    vouchers = np.flatnonzero(random.random(members) < VOUCHERS)
    open_vouches = dict.fromkeys(vouchers.tolist(), 0)
    pairs: set[tuple[int, int]] = set()
    for i in random.permutation(len(provider)).tolist():
        cook, guest = int(provider[i]), int(host[i])
        one, other = (cook, guest) if random.random() < 0.5 else (guest, cook)
        if other < len(quality) and quality[other] < 0.6:
            continue
        if open_vouches.get(one, c.VOUCHES_OPEN) < c.VOUCHES_OPEN and (one, other) not in pairs:
            open_vouches[one] += 1
            pairs.add((one, other))
    voucher, vouched = (np.array(side) for side in zip(*sorted(pairs), strict=True))
    return voucher, vouched
