"""How much each result is worth: one blend for every engine, whose parts add up and can be shown.

Nobody pays to rise. Each part lies between 0 and its weight, so raising one alone never lowers a
result. Who stands where is then settled by `arrangement`.
"""

import enum
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# They add up to 1.
TEXT, TRUST, NEARNESS, AFFINITY, ANSWERS, FRESHNESS = 0.42, 0.25, 0.15, 0.08, 0.06, 0.04
HALFWAY_KM = 8.0  # at this distance half of the nearness is left
HALFWAY_DAYS = 90.0  # after so long without a change, half of the freshness is left
UNPROVEN_TRUST = 0.35  # where the interval's lower end would be: neither praised nor blamed
MANY_SHARED = 3  # tastes in common beyond which more do not matter
USUAL_ANSWERS, USUAL_REQUESTS = 0.8, 5.0  # what is thought of somebody who was never asked


class Stands(enum.Enum):
    """Why a result stands where it does."""

    BY_SCORE = "by its score"
    NEWCOMER = "a place kept for those who are new"
    SURPRISE = "the place kept for something unlike the usual"


class Candidate(NamedTuple):
    """What ranks an offer. Like `Ranked` a tuple, because hundreds are made for every search."""

    offer_id: int
    member_id: int
    text_score: float
    distance_km: float | None
    trust_low: float | None
    """The lower end of the 80 % interval, which is its 10 % quantile; None if unproven."""
    shared: int = 0
    """Tastes that the visitor and the pro-am have in common."""
    answered: float = USUAL_ANSWERS
    """The share of requests that got an answer in time: see `answered_share`."""
    days_unchanged: int = 0
    craft_id: int = 0
    specialities: tuple[int, ...] = ()
    is_newcomer: bool = False


class Ranked(NamedTuple):
    """A candidate with its parts, which add up to the score."""

    candidate: Candidate
    text: float
    trust: float
    nearness: float
    affinity: float
    answers: float
    freshness: float
    score: float
    stands: Stands = Stands.BY_SCORE


def rank(candidates: Iterable[Candidate]) -> list[Ranked]:
    """The best first; ties by the lowest offer id."""
    candidates = list(candidates)
    best_text = max((each.text_score for each in candidates), default=0.0)
    weighed = [_weighed(each, best_text) for each in candidates]
    return sorted(weighed, key=_best_first)


def answered_share(answered: int, asked: int) -> float:
    """Drawn towards what is usual, so that one request missed in a life does not weigh much."""
    return (answered + USUAL_ANSWERS * USUAL_REQUESTS) / (asked + USUAL_REQUESTS)


def one_for_each_member(ranked: Iterable[Ranked]) -> list[Ranked]:
    """The best of each pro-am, in the same order."""
    best: dict[int, Ranked] = {}
    for each in ranked:
        best.setdefault(each.candidate.member_id, each)
    return list(best.values())


def worth_alone(
    low: NDArray[np.float64], answered: NDArray[np.float64], days_unchanged: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The score of many at once when nothing is asked; `low` is NaN of who is not proven."""
    trust = TRUST * np.where(np.isnan(low), UNPROVEN_TRUST, low)
    freshness = FRESHNESS * HALFWAY_DAYS / (HALFWAY_DAYS + days_unchanged)
    worth: NDArray[np.float64] = trust + ANSWERS * answered + freshness
    return worth


def _best_first(each: Ranked) -> tuple[float, int]:
    return -each.score, each.candidate.offer_id


def _weighed(candidate: Candidate, best_text: float) -> Ranked:
    low, near = candidate.trust_low, candidate.distance_km
    text = TEXT * candidate.text_score / best_text if best_text > 0 else 0.0
    trust = TRUST * (UNPROVEN_TRUST if low is None else low)
    nearness = NEARNESS * HALFWAY_KM / (HALFWAY_KM + near) if near is not None else 0.0
    affinity = AFFINITY * min(candidate.shared, MANY_SHARED) / MANY_SHARED
    answers = ANSWERS * candidate.answered
    freshness = FRESHNESS * HALFWAY_DAYS / (HALFWAY_DAYS + candidate.days_unchanged)
    score = text + trust + nearness + affinity + answers + freshness
    return Ranked(candidate, text, trust, nearness, affinity, answers, freshness, score)
