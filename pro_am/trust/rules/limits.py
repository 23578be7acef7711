"""What many reviews at once, or among the same few people, weigh at most."""

from collections import defaultdict

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Booleans, Floats, Integers, sum_by
from pro_am.trust.rules.reviews import Reviews, Role


def first_days(reviews: Reviews, members: int) -> Floats:
    """When members wrote their first review; inf for who wrote none."""
    # The same types on both sides: numpy is slow at this where it has to convert.
    first = np.full(members, np.inf, reviews.time_days.dtype)
    np.minimum.at(first, reviews.reviewer.astype(np.intp), reviews.time_days)
    return first


def by_newcomers(reviews: Reviews, members: int) -> Booleans:
    """Which reviews were written in their author's first days as a reviewer."""
    return reviews.time_days - first_days(reviews, members)[reviews.reviewer] < c.NEWCOMER_DAYS


def weekly_scale(reviews: Reviews, om: Floats, members: int) -> Floats:
    """The factor in (0, 1] of each review that keeps newcomers in bounds: see `newcomers_scale`."""
    newcomers = by_newcomers(reviews, members)
    return newcomers_scale(reviews.subject, reviews.x, om, reviews.time_days, newcomers)


def newcomers_scale(
    subject: Integers, x: Floats, om: Floats, time_days: Floats, newcomers: Booleans
) -> Floats:
    """The factor in (0, 1] that keeps what newcomers say of one subject in one week in bounds.

    All of them together weigh at most max(NEWCOMERS_LEAST, NEWCOMERS_SHARE * K, the heaviest of
    them), where K is what all others said of the subject: a crowd that arrives for the occasion
    cannot undo, nor make, a record of years; a single newcomer is no crowd.
    """
    scale = np.ones(len(om))
    places = np.flatnonzero(newcomers & (om > 0))
    if len(places) == 0:
        return scale
    opinions = om * np.abs(x)
    everything = sum_by(subject, opinions, int(subject.max()) + 1)
    whose = subject[places]
    week = np.floor(time_days[places] / c.WEEK_DAYS).astype(np.int64)
    week -= week.min()
    _, group = np.unique(whose * (week.max() + 1) + week, return_inverse=True)
    together = sum_by(group, om[places], len(places))
    others = everything[whose] - sum_by(group, opinions[places], len(places))[group]
    heaviest = np.zeros(len(together))
    np.maximum.at(heaviest, group, om[places])
    allowed = np.maximum(c.NEWCOMERS_LEAST, c.NEWCOMERS_SHARE * others)
    allowed = np.maximum(allowed, heaviest[group])
    scale[places] = np.minimum(1, allowed / together[group])
    return scale


def clique_scale(reviews: Reviews, standing: Floats) -> Floats:
    """The factor in (0, 1] of reviews inside a circle of people who all praise each other.

    Two providers who are each other's guests are good neighbours; with every third person who is
    both of theirs in the same way, their reviews of each other count less: 1 / (1 + thirds). Who
    is not credible is nobody's third.
    """
    scale = np.ones(len(reviews))
    places = _mutual(reviews, standing >= c.CREDIBLE_STANDING)
    partners: defaultdict[int, set[int]] = defaultdict(set)
    pairs = list(
        zip(reviews.reviewer[places].tolist(), reviews.reviewed[places].tolist(), strict=True)
    )
    for reviewer, reviewed in pairs:
        partners[reviewed].add(reviewer)
    scale[places] = [1 / (1 + len(partners[one] & partners[other])) for one, other in pairs]
    return scale


def _mutual(reviews: Reviews, credible: Booleans) -> Integers:
    """The places of credible reviews, as provider, of those who reviewed the author likewise."""
    members = len(credible)
    provider = (reviews.role == Role.PROVIDER) & credible[reviews.reviewer]
    is_reviewed = np.zeros(members, dtype=bool)
    is_reviewed[reviews.reviewed[provider]] = True
    writes = np.zeros(members, dtype=bool)
    writes[reviews.reviewer[provider]] = True
    places = np.flatnonzero(provider & is_reviewed[reviews.reviewer] & writes[reviews.reviewed])
    one = reviews.reviewed[places].astype(np.int64)
    other = reviews.reviewer[places].astype(np.int64)
    pair = one * members + other  # sorted, as the reviews are
    back = other * members + one
    found = np.searchsorted(pair, back)
    is_mutual = found < len(pair)
    is_mutual[is_mutual] = pair[found[is_mutual]] == back[is_mutual]
    mutual: Integers = places[is_mutual]
    return mutual
