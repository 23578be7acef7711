"""Attacks by accounts that are nobody: rings, fans, smears, and meetings on paper."""

from collections.abc import Callable

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.attacks.market import Market
from pro_am.trust.attacks.rows import Row, Scene, vouching_in_a_ring, weekly

SIZES = (10, 100, 1_000, 10_000)
ATTACK_VOUCHES = 5
GROWTH = 0.1  # in points: what a thousand times as many fakes may gain more
FAN_IN_MOST = 2.0
SMEAR_LEAST = -8.0


def ring(scene: Scene) -> Row:
    """Fakes without any friend vouch for, and praise, each other."""
    standings, proven = [], []
    for size in SIZES:
        market, fakes = scene.market.joined_by(np.zeros(size))
        market = vouching_in_a_ring(market, fakes)
        market = market.rated(fakes, np.roll(fakes, 1), 5, weekly(market, size))
        result = market.result()
        standings.append(float(result.standing[fakes].max()))
        proven.append(int(result.scores.evidence.is_proven[fakes].sum()))
    return Row(
        "self-vouching ring",
        "standing comes only from people who are known",
        {"highest_standing": max(standings), "proven": float(max(proven))},
        "standing 0, nobody proven, whatever the size",
        max(standings) == 0 and max(proven) == 0,
    )


def fan_in(scene: Scene) -> Row:
    """Fakes with five attack vouches praise a median provider."""
    gained = [float(np.median(scene.moved(_fan(scene, size, stars=5)))) for size in SIZES]
    return Row(
        "Sybil fan-in",
        "the standing of all fakes together is bounded by their attack vouches",
        {f"points_with_{size}": points for size, points in zip(SIZES, gained, strict=True)},
        f"median provider at most +{FAN_IN_MOST:g} at {ATTACK_VOUCHES} attack vouches; "
        "no growth with the number of fakes",
        max(gained) <= FAN_IN_MOST and gained[-1] <= gained[0] + GROWTH,
    )


def bad_mouthing(scene: Scene) -> Row:
    """The same fakes, and the worst that they can say."""
    lost = [float(np.median(scene.moved(_fan(scene, size, stars=1)))) for size in SIZES]
    return Row(
        "bad-mouthing by Sybils",
        "incidents count in relation to all that is known",
        {f"points_with_{size}": points for size, points in zip(SIZES, lost, strict=True)},
        f"median provider at least {SMEAR_LEAST:g} at {ATTACK_VOUCHES} attack vouches",
        min(lost) >= SMEAR_LEAST,
    )


def _fan(scene: Scene, size: int, stars: float) -> Callable[[int], Market]:
    def attack(target: int) -> Market:
        market, fakes = scene.with_sybils(size, ATTACK_VOUCHES, target)
        return market.rated(fakes, np.full(size, target), stars, weekly(market, size))

    return attack


def fake_bookings(scene: Scene) -> Row:
    """Bookings that took place on paper, among fakes, and with one bought identity."""
    nobody, fakes = scene.market.joined_by(np.zeros(1_000))
    nobody = nobody.with_meetings(fakes, np.roll(fakes, 1))
    of_nobody = float(nobody.result().standing[fakes].sum())
    together = []
    for size in SIZES:
        market, (bought, *rest) = scene.market.joined_by(
            np.array([c.SEEN_EVIDENCE, *np.zeros(size)])
        )
        met = np.array(rest)
        market = market.with_meetings(np.full(size, bought), met)
        together.append(float(market.result().standing[met].sum()))
    return Row(
        "fake bookings",
        f"only standing >= {c.COUNTERPARTY_MIN_STANDING:g} lends evidence, a fixed sum each",
        {
            "standing_among_fakes": of_nobody,
            **{
                f"with_one_bought_and_{size}": total
                for size, total in zip(SIZES, together, strict=True)
            },
        },
        "0 among fakes; with one bought identity at most what it may lend, "
        f"{c.COUNTERPARTY_LENT_MOST:g} together",
        of_nobody == 0 and max(together) <= c.COUNTERPARTY_LENT_MOST + 1e-9,
    )
