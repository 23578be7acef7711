"""Item to item (Linden, Smith and York, 2003), where an item is a pro-am.

Two belong together when many members booked both: the cosine of the two sets of members, which is
how many booked both, divided by the root of the product of how many booked either.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LEAST_MEMBERS = 5  # fewer could be told who they are
MOST_KEPT = 8  # for each pro-am, of whom some may be away
MOST_BOOKED = 60  # by one member: whoever tries everybody says nothing about anybody

Numbers = NDArray[np.int64]


class Pair(NamedTuple):
    profile_id: int
    other_id: int
    members: int
    strength: float


def pairs_of(
    booked: Iterable[tuple[int, int]], totals: Mapping[int, int] | None = None
) -> list[Pair]:
    """All pairs that enough members booked, both ways round, the strongest of each first.

    `booked` are members and the profiles they booked. `totals` say by how many members each profile
    was booked, where `booked` does not have them all.
    """
    rows = np.array(sorted(set(booked)), dtype=np.int64).reshape(-1, 2)
    if totals is None:
        totals = Counter(rows[:, 1].tolist())
    first, second, members = _counted(rows)
    found = defaultdict(list)
    for one, other, count in zip(first, second, members, strict=True):
        strength = round(count / (totals[one] * totals[other]) ** 0.5, 6)
        found[one].append(Pair(one, other, count, strength))
        found[other].append(Pair(other, one, count, strength))
    return [pair for of_one in found.values() for pair in sorted(of_one, key=_strongest_first)]


def best(pairs: Iterable[Pair]) -> list[Pair]:
    """The few of each profile that are kept."""
    seen: Counter[int] = Counter()
    kept = []
    for pair in pairs:
        seen[pair.profile_id] += 1
        if seen[pair.profile_id] <= MOST_KEPT:
            kept.append(pair)
    return kept


def _strongest_first(pair: Pair) -> tuple[float, int, int]:
    return -pair.strength, -pair.members, pair.other_id


def _counted(rows: Numbers) -> tuple[list[int], list[int], list[int]]:
    """Pairs of profiles, the smaller id first, with the members who booked both: enough of them."""
    if not len(rows):
        return [], [], []
    profiles, numbers = np.unique(rows[:, 1], return_inverse=True)
    starts = np.flatnonzero(np.r_[True, rows[1:, 0] != rows[:-1, 0]])
    sizes = np.diff(np.r_[starts, len(rows)])
    codes = []
    for size in np.unique(sizes[(sizes > 1) & (sizes <= MOST_BOOKED)]):
        # All members with so many at once: a line for each, and every pair of its columns.
        lines = starts[sizes == size][:, None] + np.arange(size)
        one, other = np.triu_indices(size, 1)
        of_each = numbers[lines]
        codes.append((of_each[:, one] * len(profiles) + of_each[:, other]).ravel())
    if not codes:
        return [], [], []
    pairs, counts = np.unique(np.concatenate(codes), return_counts=True)
    pairs, counts = pairs[counts >= LEAST_MEMBERS], counts[counts >= LEAST_MEMBERS]
    first, second = profiles[pairs // len(profiles)], profiles[pairs % len(profiles)]
    return first.tolist(), second.tolist(), counts.tolist()
