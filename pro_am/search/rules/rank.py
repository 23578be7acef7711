"""The order of results: one blend for every engine, whose parts add up and can be shown.

Nobody pays to rise. Each part lies between 0 and its weight, so raising one alone never lowers a
result.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

TEXT, NEARNESS, TRUST = 0.5, 0.2, 0.3
HALFWAY_KM = 8.0  # at this distance half of the nearness is left
UNPROVEN_TRUST = 0.35  # where the interval's lower end would be: neither praised nor blamed
TOP = 10
MOST_PER_MEMBER = 2  # in the first ten
SPREAD_FROM = 20  # where fewer are found, the best match comes first, whose ever it is


class Candidate(NamedTuple):
    """What ranks an offer: `trust_low` is the lower end of the 80 % interval, None if unproven.

    Like `Ranked` a tuple, because hundreds of them are made for every search.
    """

    offer_id: int
    member_id: int
    text_score: float
    distance_km: float | None
    trust_low: float | None


class Ranked(NamedTuple):
    candidate: Candidate
    text: float
    nearness: float
    trust: float

    @property
    def score(self) -> float:
        return self.text + self.nearness + self.trust


def rank(candidates: Iterable[Candidate]) -> list[Ranked]:
    """The best first; ties by the lowest offer id.

    At most two per pro-am among the first ten, unless that is a small part of the little there is.
    """
    candidates = list(candidates)
    best_text = max((each.text_score for each in candidates), default=0.0)
    weighed = [_weighed(each, best_text) for each in candidates]
    in_order = sorted((-each.score, each.candidate.offer_id, each) for each in weighed)
    ranked = [each for _, _, each in in_order]
    return ranked if len(ranked) < SPREAD_FROM else _spread(ranked)


def one_for_each_member(ranked: Iterable[Ranked]) -> list[Ranked]:
    """The best of each pro-am, in the same order."""
    best: dict[int, Ranked] = {}
    for each in ranked:
        best.setdefault(each.candidate.member_id, each)
    return list(best.values())


def _weighed(candidate: Candidate, best_text: float) -> Ranked:
    trust_low = candidate.trust_low
    near = candidate.distance_km
    return Ranked(
        candidate,
        text=TEXT * candidate.text_score / best_text if best_text > 0 else 0.0,
        nearness=NEARNESS * HALFWAY_KM / (HALFWAY_KM + near) if near is not None else 0.0,
        trust=TRUST * (UNPROVEN_TRUST if trust_low is None else trust_low),
    )


def _spread(ranked: list[Ranked]) -> list[Ranked]:
    """Move a pro-am's third and further offers behind the first ten, in their order."""
    first: list[Ranked] = []
    later: list[Ranked] = []
    seen: Counter[int] = Counter()
    for number, each in enumerate(ranked):
        if len(first) == TOP:
            return [*first, *later, *ranked[number:]]
        member_id = each.candidate.member_id
        seen[member_id] += 1
        (first if seen[member_id] <= MOST_PER_MEMBER else later).append(each)
    return first + later
