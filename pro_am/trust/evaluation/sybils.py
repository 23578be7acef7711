"""Invented accounts that praise each other, praise frauds and run honest members down."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from pro_am.trust.evaluation.files import Labels, Ratings
from pro_am.trust.rules.arrays import Integers

PRAISED: Final = 10  # invented accounts that each invented account praises
WITHIN_DAYS: Final = 90.0  # after the last real rating


@dataclass(frozen=True)
class Attack:
    sybils: int
    attack_edges: int  # praises from honest members to invented accounts
    fakes: int  # ratings by invented accounts of each labelled member
    seed: int


def attacked(ratings: Ratings, labels: Labels, attack: Attack) -> Ratings:
    """The network with invented accounts after its members."""
    if attack.sybils == 0:
        return ratings
    chance = np.random.default_rng(attack.seed)
    n, sybils = ratings.members, attack.sybils
    each = np.arange(n, n + sybils)
    # Nobody praises themselves: whom they praise lies 1 .. sybils - 1 further on.
    steps = min(PRAISED, sybils - 1)
    further = [1 + chance.choice(sybils - 1, steps, replace=False) for _ in each] if steps else []
    ring = (each[:, np.newaxis] - n + np.array(further, int).reshape(sybils, steps)) % sybils + n
    honest = np.setdiff1d(np.arange(n), labels.members[labels.is_fraud])
    fakes = min(attack.fakes, sybils)
    fakers = [n + chance.choice(sybils, fakes, replace=False) for _ in labels.members]
    rater = [
        np.repeat(each, steps),
        chance.choice(honest, attack.attack_edges),
        np.concatenate(fakers),
    ]
    rated = [
        ring.ravel(),
        n + chance.integers(sybils, size=attack.attack_edges),
        np.repeat(labels.members, fakes),
    ]
    x = [
        np.ones(len(rater[0])),
        np.ones(attack.attack_edges),
        np.repeat(np.where(labels.is_fraud, 1.0, -1.0), fakes),
    ]
    return _with(ratings, sybils, _column(rater), _column(rated), np.concatenate(x), chance)


def _column(parts: list[Integers]) -> Integers:
    return np.concatenate(parts).astype(np.int32)


def _with(
    ratings: Ratings,
    sybils: int,
    rater: Integers,
    rated: Integers,
    x: np.ndarray,
    chance: np.random.Generator,
) -> Ratings:
    last = ratings.days.max(initial=0.0)
    names = ratings.names.max(initial=0) + 1 + np.arange(sybils)
    return Ratings(
        names=np.concatenate([ratings.names, names]),
        rater=np.concatenate([ratings.rater, rater]),
        rated=np.concatenate([ratings.rated, rated]),
        x=np.concatenate([ratings.x, x]),
        days=np.concatenate([ratings.days, last + chance.uniform(0, WITHIN_DAYS, len(x))]),
    )
