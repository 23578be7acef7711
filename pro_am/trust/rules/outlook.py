"""What would change a score, computed: one more review, a meeting with a steward, time."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.score import Evidence, weigh_up

USUAL_WEIGHT = c.SEEN_EVIDENCE * c.PRIOR_RELIABILITY  # of a review by a verified member
YEAR = 365.0


@dataclass(frozen=True)
class Outlook:
    """Points that the score would gain or lose, everything else left as it is."""

    good_review: float  # by a verified member, in a week without one
    bad_review: float
    met_by_steward: float
    year: float  # with the last good review a year later


def outlook(figures: Mapping[str, float], now_days: float) -> Outlook:
    """`figures` are those of models.Score."""
    evidence = Evidence(**{each.name: _one(figures[each.name]) for each in fields(Evidence)})
    first_day = figures["first_day"] if figures["first_day"] >= 0 else now_days
    week = evidence.T + min(1.0, c.WEEK_WEIGHT * USUAL_WEIGHT)
    span = _one(max(now_days - first_day, figures["span_days"]))
    standing, stake = figures["standing"], figures["stake"]
    now = _total(evidence, standing, stake)

    def gained(changed: Evidence, standing: float = standing) -> float:
        return _total(changed, standing, stake) - now

    good = replace(evidence, a=evidence.a + USUAL_WEIGHT, T=week, span_days=span)
    return Outlook(
        good_review=gained(good),
        bad_review=gained(replace(evidence, b=evidence.b + USUAL_WEIGHT)),
        met_by_steward=gained(evidence, min(1.0, standing + c.SEEN_EVIDENCE)),
        year=gained(replace(evidence, span_days=evidence.span_days + YEAR)),
    )


def _total(evidence: Evidence, standing: float, stake: float) -> float:
    return float(weigh_up(evidence, _one(standing), _one(stake)).total[0])


def _one(number: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([number])
