"""A large invented community as arrays in files, so that a fresh process can read it."""

from pathlib import Path
from typing import Final

import numpy as np

from pro_am.trust.rules.network import TrustNetwork, Vouches
from pro_am.trust.rules.reviews import Reviews, Role

REVIEWS: Final = 10  # per member
VOUCHES: Final = 4
NOW_DAYS: Final = 2000.0
HOSTS_SHARE: Final = 0.85  # of reviews that are about providers; the others answer some of them
MEMBERS_PER_PROVIDER: Final = 10
POPULARITY: Final = 2.5  # exponent: a few providers have thousands of reviews

STARS = (1, 2, 3, 4, 5, 5, 5)
EVIDENCE = {0.0: 0.5, 0.1: 0.2, 0.3: 0.299, 1.0: 0.001}  # how many have how much


def make(members: int, seed: int, folder: Path) -> None:
    """Write the arrays of a community by seed."""
    chance = np.random.default_rng(seed)
    reviewer, reviewed, role = _reviews(members, chance)
    order = np.lexsort((reviewer, reviewed))
    count, vouches = len(order), VOUCHES * members
    voucher = chance.integers(0, members, vouches, dtype=np.int32)
    vouched = np.sort(chance.integers(0, members, vouches, dtype=np.int32))
    known = voucher != vouched
    arrays = {
        "reviewer": reviewer[order],
        "reviewed": reviewed[order],
        "role": role[order],
        "x": ((chance.choice(STARS, count) - 3) / 2).astype(np.float32),
        "time_days": chance.uniform(0, NOW_DAYS, count).astype(np.float32),
        "evidence": chance.choice(list(EVIDENCE), members, p=list(EVIDENCE.values())),
        "voucher": voucher[known],
        "vouched": vouched[known],
        "weight": chance.choice([0.5, 1.0], vouches)[known],
    }
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)


def read(folder: Path) -> TrustNetwork:
    files = sorted(folder.glob("*.npy"))
    arrays = {file.stem: np.load(file) for file in files}
    vouches = Vouches(arrays["voucher"], arrays["vouched"], arrays["weight"])
    reviews = Reviews(
        reviewer=arrays["reviewer"],
        reviewed=arrays["reviewed"],
        role=arrays["role"],
        x=arrays["x"],
        time_days=arrays["time_days"],
        multiplier=np.ones(len(arrays["x"]), np.float32),
    )
    return TrustNetwork(arrays["evidence"], reviews, vouches)


def _reviews(
    members: int, chance: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Hosts of providers by popularity, and some of those providers of those hosts."""
    providers = max(2, members // MEMBERS_PER_PROVIDER)
    popularity = np.cumsum(chance.pareto(POPULARITY, providers) + 1)
    of_providers = int(REVIEWS * members * HOSTS_SHARE)
    drawn = chance.random(of_providers) * popularity[-1]
    provider = np.searchsorted(popularity, drawn).astype(np.int32)
    host = chance.integers(0, members, of_providers, dtype=np.int32)
    answered = chance.integers(0, of_providers, REVIEWS * members - of_providers)
    reviewer = np.concatenate([host, provider[answered]])
    reviewed = np.concatenate([provider, host[answered]])
    role = np.repeat(np.array([Role.PROVIDER, Role.HOST], np.int8), [of_providers, len(answered)])
    others = reviewer != reviewed
    return reviewer[others], reviewed[others], role[others]
