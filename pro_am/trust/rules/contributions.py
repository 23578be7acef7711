"""What each review moved: the score with it less the score without it, in points.

In one pass over all reviews of all subjects: without a review its subject has less weight of its
sign, perhaps one week less of a record, and perhaps a shorter span; everything else stays.
"""

from dataclasses import replace

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.score import Evidence, weigh_up


def points_moved(  # noqa: PLR0913 - the columns of reviews
    *,
    subject: Integers,
    x: Floats,
    time_days: Floats,
    om: Floats,
    undecayed: Floats,
    evidence: Evidence,
    standing: Floats,
    stake: Floats,
) -> Floats:
    """Points of each review; the last three have one place for each subject.

    All other weights, standing and stake are left as they are.
    """
    known = evidence.at(subject)
    total = weigh_up(evidence, standing, stake).total[subject]
    good = np.flatnonzero(om * np.maximum(x, 0) > 0)
    record, span = known.T.copy(), known.span_days.copy()
    record[good] -= _weeks_lost(subject[good], time_days[good], undecayed[good])
    span[good] = _spans_left(subject[good], time_days[good])
    without = replace(
        known,
        a=np.maximum(known.a - om * np.maximum(x, 0), 0),
        b=np.maximum(known.b - om * np.maximum(-x, 0), 0),
        n0=np.maximum(known.n0 - om * (1 - np.abs(x)), 0),
        T=np.maximum(record, 0),
        span_days=span,
    )
    return total - weigh_up(without, standing[subject], stake[subject]).total


def strongest(subject: Integers, points: Floats, count: int) -> Integers:
    """The places of the reviews that moved their subject most, grouped, the strongest first."""
    places = np.flatnonzero(points != 0)
    order = places[np.lexsort((places, -np.abs(points[places]), subject[places]))]
    within = _number_in_group(subject[order])
    chosen: Integers = order[within < count]
    return chosen


def _weeks_lost(subject: Integers, time_days: Floats, undecayed: Floats) -> Floats:
    """How much of the record goes with each: only the heaviest of a week counts in it."""
    lost = np.zeros(len(subject))
    if len(subject) == 0:
        return lost
    week = np.floor(time_days / c.WEEK_DAYS).astype(np.int64)
    week -= week.min()
    group = subject.astype(np.int64) * (week.max() + 1) + week
    order = np.lexsort((-undecayed, group))
    group, heaviest = group[order], undecayed[order]
    is_first = _number_in_group(group) == 0
    next_heaviest = np.append(heaviest[1:], 0.0)
    next_heaviest[np.append(group[1:] != group[:-1], True)] = 0.0
    counted = np.minimum(1, c.WEEK_WEIGHT * heaviest)
    left = np.minimum(1, c.WEEK_WEIGHT * next_heaviest)
    lost[order] = np.where(is_first, counted - left, 0.0)
    return lost


def _spans_left(subject: Integers, time_days: Floats) -> Floats:
    """The span of the others' good reviews, for each."""
    left = np.zeros(len(subject))
    if len(subject) == 0:
        return left
    order = np.lexsort((time_days, subject))
    who, when = subject[order], time_days[order]
    number = _number_in_group(who)
    first = np.flatnonzero(number == 0)
    count = np.diff(first, append=len(who))
    begin = np.repeat(first, count)
    size = np.repeat(count, count)
    end = begin + size - 1
    second = np.minimum(begin + 1, end)
    last_but_one = np.maximum(end - 1, begin)
    first_time = np.where(number == 0, when[second], when[begin])
    last_time = np.where(number == size - 1, when[last_but_one], when[end])
    left[order] = np.where(size > 1, np.maximum(last_time - first_time, 0.0), 0.0)
    return left


def _number_in_group(group: Integers) -> Integers:
    """0, 1, 2, ... within each run of equal values."""
    if len(group) == 0:
        return np.zeros(0, np.intp)
    first = np.flatnonzero(np.append(True, group[1:] != group[:-1]))
    return np.arange(len(group)) - np.repeat(first, np.diff(first, append=len(group)))
