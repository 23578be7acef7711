"""What moderators should look at, and which offers wait until somebody has looked."""

import enum
from dataclasses import dataclass

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Booleans, Floats, Integers, sum_by
from pro_am.trust.rules.limits import by_newcomers, clique_scale
from pro_am.trust.rules.network import TrustResult
from pro_am.trust.rules.reviews import Reviews, Role


class AlarmKind(enum.StrEnum):
    BURST = "burst"  # far more reviews in a week than ever
    CLIQUE = "clique"  # a circle of people who all praise each other
    NEWCOMERS = "newcomers"  # several people contradict everybody in their first reviews
    PRICE_JUMP = "price_jump"  # raised by others: prices are not part of this network


@dataclass(frozen=True)
class AlarmFacts:
    """One alarm about a member, with the places of the reviews that raised it."""

    kind: AlarmKind
    member: int
    reviews: list[int]
    figures: dict[str, float]  # what was counted, by name


def alarms(result: TrustResult, now_days: float) -> list[AlarmFacts]:
    """All that is unusual in the last days; none of it changes a score by itself."""
    reviews, om = result.network.reviews, result.weights.om
    if len(reviews) == 0:
        return []
    recent = (reviews.time_days > now_days - c.ALARM_DAYS) & (om > 0)
    return [
        *_bursts(reviews, om, now_days),
        *_cliques(result, recent),
        *_contradicting_newcomers(result, recent),
    ]


def to_pause(result: TrustResult) -> list[tuple[int, list[int]]]:
    """Providers of whose last credible reviews too many are bad, with the places of these."""
    reviews = result.network.reviews
    return too_many_bad(
        reviews.reviewed, reviews.role, reviews.x, reviews.time_days, result.weights.om
    )


def too_many_bad(
    reviewed: Integers, role: Integers, x: Floats, time_days: Floats, om: Floats
) -> list[tuple[int, list[int]]]:
    """The same of reviews in any order; of each provider all, or none."""
    places = np.flatnonzero((role == Role.PROVIDER) & (om >= c.PAUSE_WEIGHT))
    places = places[np.lexsort((-time_days[places], reviewed[places]))]
    first = np.flatnonzero(np.diff(reviewed[places], prepend=-1))
    since_first = np.arange(len(places)) - np.repeat(first, np.diff(first, append=len(places)))
    bad = places[(since_first < c.PAUSE_OF_LAST) & (x[places] < 0)]
    return [
        (member, theirs)
        for member, theirs in _by_member(reviewed, bad)
        if len(theirs) >= c.PAUSE_BAD
    ]


def _bursts(reviews: Reviews, om: Floats, now_days: float) -> list[AlarmFacts]:
    """At least BURST_LEAST reviews in the last week, and BURST_TIMES the weekly mean before."""
    n = int(reviews.reviewed.max()) + 1
    counted = (om > 0).astype(np.float64)
    in_week = counted * (reviews.time_days > now_days - c.WEEK_DAYS)
    in_year = counted * (reviews.time_days > now_days - c.BURST_DAYS) - in_week
    week = sum_by(reviews.reviewed, in_week, n)
    usual = sum_by(reviews.reviewed, in_year, n) / (c.BURST_DAYS / c.WEEK_DAYS - 1)
    is_burst = (week >= c.BURST_LEAST) & (week > c.BURST_TIMES * usual)
    places = np.flatnonzero((in_week > 0) & is_burst[reviews.reviewed])
    return [
        AlarmFacts(
            AlarmKind.BURST,
            member,
            theirs,
            {"in_the_week": float(week[member]), "usual_in_a_week": float(usual[member])},
        )
        for member, theirs in _by_member(reviews.reviewed, places)
    ]


def _cliques(result: TrustResult, recent: Booleans) -> list[AlarmFacts]:
    reviews = result.network.reviews
    scale = clique_scale(reviews, result.standing)
    places = np.flatnonzero(scale <= 1 / (1 + c.CLIQUE_THIRDS))
    if not np.any(recent[places]):
        return []
    return [
        AlarmFacts(
            AlarmKind.CLIQUE,
            member,
            theirs,
            {"of_each_other": float(len(theirs)), "weigh": float(scale[theirs].mean())},
        )
        for member, theirs in _by_member(reviews.reviewed, places)
    ]


def _contradicting_newcomers(result: TrustResult, recent: Booleans) -> list[AlarmFacts]:
    """Newcomers whose opinion is far from what everybody else says of the same subject."""
    reviews, om = result.network.reviews, result.weights.om
    n = result.network.members * len(Role)
    new = by_newcomers(reviews, result.network.members)
    known = np.where(new, 0.0, om)
    view = sum_by(reviews.subject, known * reviews.x, n)
    weight = sum_by(reviews.subject, known, n)
    view = np.divide(view, weight, out=np.zeros_like(view), where=weight > 0)
    far = np.abs(reviews.x - view[reviews.subject]) > c.CONTRADICTION
    places = np.flatnonzero(new & recent & far & (weight[reviews.subject] >= c.PROVEN_WEIGHT))
    return [
        AlarmFacts(
            AlarmKind.NEWCOMERS,
            member,
            theirs,
            {"newcomers": float(len(theirs)), "weigh": float(om[theirs].sum())},
        )
        for member, theirs in _by_member(reviews.reviewed, places)
        if len(theirs) >= c.CONTRADICTING_NEWCOMERS
    ]


def _by_member(reviewed: Integers, places: Integers) -> list[tuple[int, list[int]]]:
    """The places in groups of one reviewed member."""
    order = places[np.argsort(reviewed[places], kind="stable")]
    first = np.flatnonzero(np.diff(reviewed[order], prepend=-1))
    if len(first) == 0:
        return []
    return [
        (int(reviewed[order[start]]), group.tolist())
        for start, group in zip(first, np.split(order, first[1:]), strict=True)
    ]
