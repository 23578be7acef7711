"""What people might do with the rules: answer back, start anew, threaten, take over accounts."""

from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np

from pro_am.accounts.rules.keys import counts_from
from pro_am.reviews import rules as reviews
from pro_am.standing.rules import constants as c
from pro_am.trust.attacks.cold_start import first_months
from pro_am.trust.attacks.market import Market, Ratings
from pro_am.trust.attacks.rows import GOOD, Row, Scene, weekly
from pro_am.trust.rules.arrays import Integers
from pro_am.trust.rules.reviews import Role

BOOKINGS = 20_000
NEGATIVE = 0.1
AVENGERS = 0.5  # people who answer a bad review that they can see with another
RETALIATION_MOST = 1.2
NEWCOMER_LEAST = 55.0
ROLLBACK_MOST = 1e-6
MAY_VOUCH_LEAST = 0.5
PROVEN_LEAST = 0.5
COMMUNITIES = 8


def retaliation(scene: Scene) -> Row:
    """Two review each other; half of all people would answer a bad review with a bad one."""
    random, end = scene.random, datetime(2026, 1, 1)  # noqa: DTZ001 - naive is UTC here
    answers = answers_to_bad = bad = bad_to_bad = 0
    for _ in range(BOOKINGS):
        first, second = sorted(random.uniform(0, 14, 2))
        first_is_bad, second_is_bad = random.random(2) < NEGATIVE
        written, answered = end + timedelta(days=first), end + timedelta(days=second)
        shown = reviews.shown_from(opened=end, both_are_in=False, now=written)
        if first_is_bad and answered >= shown and random.random() < AVENGERS:
            second_is_bad = True
        answers += 1
        bad += second_is_bad
        answers_to_bad += first_is_bad
        bad_to_bad += first_is_bad and second_is_bad
    ratio = (bad_to_bad / answers_to_bad) / (bad / answers)
    return Row(
        "retaliation",
        "double blind: sealed until both are in or the window closes",
        {
            "bad_answers_to_bad": float(bad_to_bad / answers_to_bad),
            "bad_answers": float(bad / answers),
            "ratio": float(ratio),
        },
        f"bad answers to bad reviews at most {RETALIATION_MOST:g} times as often as to any",
        bool(ratio <= RETALIATION_MOST),
    )


def whitewashing(scene: Scene) -> Row:
    """The worst providers begin again under a new name, with five fakes who praise them."""
    before, ours = scene.before.scores, (slice(scene.market.providers), Role.PROVIDER)
    good = (before.evidence.K[ours] >= c.TRUSTED_EVIDENCE) & (before.evidence.mu[ours] >= GOOD)
    lowest = float(
        np.nanmin(
            before.low[: scene.market.providers, Role.PROVIDER][good[: scene.market.providers]]
        )
    )
    market, fakes = scene.with_sybils(5, 5)
    market, new = market.joined_by(np.zeros(10))
    for one in new:
        market = market.rated(fakes, np.full(len(fakes), one), 5, weekly(market, len(fakes)))
    scores = market.result().scores
    low = scores.low[new, Role.PROVIDER]
    highest = float(np.max(np.where(np.isnan(low), 0.0, low)))
    return Row(
        "whitewashing",
        "lists sort by the lower end of the interval; the unproven come after all proven",
        {"highest_lower_end": highest, "lowest_of_the_good": lowest},
        f"never above one with K >= {c.TRUSTED_EVIDENCE:g} and mu >= {GOOD:g}",
        highest < lowest,
    )


def extortion(scene: Scene) -> Row:
    """A host asks for money, or else: one bad review, then frozen by a report, then void."""
    target = int(scene.median_providers(1)[0])
    host = int(scene.random.choice(scene.usual_hosts()))

    def weight(multiplier: float) -> tuple[float, float]:
        market = scene.market.rated(
            np.array([host]), np.array([target]), 1, scene.market.today, multiplier=multiplier
        )
        result = market.result()
        mine = (result.network.reviews.reviewer == host) & (
            result.network.reviews.time_days == market.today
        )
        return float(result.weights.om[mine][0]), scene.score(target, result)

    (full, hurt), (frozen, less), (void, healed) = (weight(m) for m in (1.0, c.FROZEN, 0.0))
    return Row(
        "extortion by threat",
        "a reported review is frozen at once, and void when the report is upheld",
        {
            "points": hurt - scene.score(target),
            "points_frozen": less - scene.score(target),
            "weight_frozen": frozen / full,
            "weight_void": void,
        },
        f"weight {c.FROZEN:g}, then 0",
        bool(np.isclose(frozen / full, c.FROZEN, rtol=0.1))
        and void == 0
        and abs(healed - scene.score(target)) < 1,
    )


def stolen_account(scene: Scene) -> Row:
    """A thief writes bad reviews and gives all vouches; the owner comes back."""
    victim = int(scene.random.choice(scene.usual_hosts()))
    changed = datetime(2026, 1, 1)  # noqa: DTZ001 - naive is UTC here
    waits = (counts_from(changed, [changed]) - changed) / timedelta(days=1)
    targets = scene.median_providers(10)
    targets = targets[targets != victim]
    quiet, friends = scene.market.joined_by(np.zeros(c.VOUCHES_OPEN))
    taken = quiet.today + 1
    stolen = quiet.rated(np.full(len(targets), victim), targets, 1, taken)
    stolen = stolen.vouched_for(np.full(len(friends), victim), friends)
    restored = _without(stolen, victim, taken, friends)

    def error(*, hours_later: float, is_noticed: bool) -> float:
        later = 1 + hours_later / 24
        counts = quiet.today + later >= taken + waits and not is_noticed
        shown = (stolen if counts else restored).result(later).scores.parts.total
        return float(np.abs(shown - quiet.result(later).scores.parts.total).max())

    while_pending = error(hours_later=c.PENDING_HOURS - 1, is_noticed=False)
    damage = error(hours_later=c.PENDING_HOURS + 1, is_noticed=False)
    rolled_back = error(hours_later=c.PENDING_HOURS + 1, is_noticed=True)
    return Row(
        "stolen account",
        f"what is written within {c.PENDING_HOURS:g} h of a new password does not count before "
        "these are over; all of it is taken back exactly",
        {
            "points_pending": while_pending,
            "points_if_unnoticed": damage,
            "points_after": rolled_back,
        },
        f"at most {ROLLBACK_MOST:g} while pending and after taking it back",
        max(while_pending, rolled_back) <= ROLLBACK_MOST < damage,
    )


def _without(market: Market, member: int, since: float, vouched: Integers) -> Market:
    """Without what a member wrote since then, and without their vouches for these."""
    r = market.ratings
    kept = ~((r.reviewer == member) & (r.day >= since))
    open_vouches = ~((market.voucher == member) & np.isin(market.vouched, vouched))
    return replace(
        market,
        ratings=Ratings(**{name: column[kept] for name, column in vars(r).items()}),
        voucher=market.voucher[open_vouches],
        vouched=market.vouched[open_vouches],
        vouch_weight=market.vouch_weight[open_vouches],
    )


def newcomer_freeze_out(scene: Scene) -> Row:
    """Somebody new, five good evenings with usual hosts, one a week."""
    scores = []
    for _ in range(40):
        market, (new,) = scene.market.joined_by(np.zeros(1))
        hosts = scene.random.choice(scene.usual_hosts(), 5, replace=False)
        market = market.rated(hosts, np.full(5, new), 5, weekly(market, 5))
        scores.append(scene.score(int(new), market.result()))
    return Row(
        "newcomer freeze-out",
        f"{c.BASE:g} points while unproven, and shown by exploration",
        {"points": float(np.median(scores))},
        f"median at least {NEWCOMER_LEAST:g} after five good bookings",
        float(np.median(scores)) >= NEWCOMER_LEAST,
    )


def cold_start(scene: Scene) -> Row:
    """No attack at all: a new community that must come to trust somebody."""
    ends = [first_months(scene.random) for _ in range(COMMUNITIES)]
    may_vouch = float(np.mean([end.active_who_may_vouch for end in ends]))
    proven = float(np.mean([end.proven_by_three for end in ends]))
    return Row(
        "cold start",
        f"{c.VOUCHING_STANDING:g} of standing to vouch, {c.PROVEN_WEIGHT:g} of weight for a number",
        {
            "active_who_may_vouch": may_vouch,
            "good_cooks_proven_by_three": proven,
            "standing_of_the_active": float(np.median([end.standing_median for end in ends])),
        },
        f"after 90 days at least {MAY_VOUCH_LEAST:.0%} of active members may vouch, and three "
        f"bookings prove more than {PROVEN_LEAST:.0%} of good cooks",
        may_vouch >= MAY_VOUCH_LEAST and proven > PROVEN_LEAST,
    )
