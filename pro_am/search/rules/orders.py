"""The orders that a visitor may choose instead of ours; equal results keep ours."""

import enum
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from math import inf

from pro_am.foundation.words import mark
from pro_am.search.rules.rank import Ranked

LOOKED_AT_ONCE = 30


class Sort(enum.StrEnum):
    BEST = "best"
    NEAREST = "nearest"
    PRICE = "price"
    SOONEST = "soonest"
    TRUST = "trust"


SORTS = {
    Sort.BEST: mark("best match"),
    Sort.NEAREST: mark("nearest"),
    Sort.PRICE: mark("lowest price"),
    Sort.SOONEST: mark("soonest free"),
    Sort.TRUST: mark("best proven trust"),
}


def nearest_first(ranked: Sequence[Ranked]) -> list[Ranked]:
    """What is online, and so has no distance, comes last."""
    return sorted(ranked, key=lambda each: _or_last(each.candidate.distance_km))


def cheapest_first(ranked: Sequence[Ranked], prices: Mapping[int, int]) -> list[Ranked]:
    return sorted(ranked, key=lambda each: prices[each.candidate.offer_id])


def most_trusted_first(ranked: Sequence[Ranked]) -> list[Ranked]:
    """By what is proven: who has no proven score yet comes after those who have one."""
    return sorted(ranked, key=lambda each: -(each.candidate.trust_low or 0))


def soonest_first(
    ranked: Sequence[Ranked],
    earliest: Mapping[int, datetime],
    first_of: Callable[[list[int]], Mapping[int, datetime]],
    wanted: int,
) -> list[Ranked]:
    """By the first free start of each offer, right for the `wanted` first of them.

    `earliest` may be too early, never too late, and costs little; `first_of` tells the true first
    starts, at a price. So we look exactly, the most promising first, until nobody who was not
    looked at can be sooner than those wanted. Offers without any free start come last.
    """
    place = {each.candidate.offer_id: number for number, each in enumerate(ranked)}
    waiting = sorted((earliest[offer], place[offer]) for offer in earliest if offer in place)
    settled: list[tuple[datetime, int]] = []
    while waiting and not _are_known(settled, waiting[0], wanted):
        batch = [ranked[number] for _, number in waiting[:LOOKED_AT_ONCE]]
        del waiting[:LOOKED_AT_ONCE]
        first = first_of([each.candidate.offer_id for each in batch])
        settled += [(start, place[offer]) for offer, start in first.items()]
        settled.sort()
    order = [number for _, number in settled + waiting]
    rest = sorted(set(range(len(ranked))) - set(order))
    return [ranked[number] for number in order + rest]


def _are_known(
    settled: list[tuple[datetime, int]], next_one: tuple[datetime, int], wanted: int
) -> bool:
    return len(settled) >= wanted and settled[wanted - 1] <= next_one


def _or_last(km: float | None) -> float:
    return inf if km is None else km
