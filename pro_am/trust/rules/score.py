"""The score of a role: evidence from weighed reviews, then six named parts in points."""

import enum
from dataclasses import dataclass
from typing import Final

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Booleans, Floats, Integers, sum_by
from pro_am.trust.rules.beta import beta_quantile


class Unproven(enum.Enum):
    """Too little is known for a number, which is not a bad number."""

    UNPROVEN = "unproven"


UNPROVEN: Final = Unproven.UNPROVEN


@dataclass(frozen=True)
class Evidence:
    """What reviews say of subjects: arrays of one shape, one place per subject."""

    a: Floats  # positive weight
    b: Floats  # negative weight
    n0: Floats  # neutral weight
    T: Floats  # weeks with a good review, each counting up to 1
    span_days: Floats  # from the first good review to the last; 0 without one
    voices: Floats  # credible reviewers, each once

    @property
    def K(self) -> Floats:  # noqa: N802 - the formula's letter
        return self.a + self.b

    @property
    def N(self) -> Floats:  # noqa: N802 - the formula's letter
        return self.K + self.n0

    @property
    def mu(self) -> Floats:
        """The share of the positive weight, drawn towards one half."""
        return (self.a + c.PRIOR_EACH_WAY) / (self.K + 2 * c.PRIOR_EACH_WAY)

    @property
    def is_proven(self) -> Booleans:
        return (self.N >= c.PROVEN_WEIGHT) & (self.voices >= c.PROVEN_VOICES)

    def at(self, *places: object) -> "Evidence":
        """That of some places, as numpy indexes them."""
        return Evidence(**{name: array[places] for name, array in vars(self).items()})

    def reshape(self, *shape: int) -> "Evidence":
        return Evidence(**{name: array.reshape(shape) for name, array in vars(self).items()})


@dataclass(frozen=True)
class Parts:
    """What a score is made of, in points; arrays of one shape."""

    reviews: Floats
    track_record: Floats
    vouches: Floats
    tenure: Floats
    stake: Floats
    incidents: Floats

    @property
    def unclipped(self) -> Floats:
        return (
            c.BASE
            + self.reviews
            + self.track_record
            + self.vouches
            + self.tenure
            + self.stake
            + self.incidents
        )

    @property
    def total(self) -> Floats:
        """The score, also where it is unproven and must not be shown."""
        return np.clip(self.unclipped, 0, 100)

    @property
    def clipping(self) -> Floats:
        return self.total - self.unclipped


@dataclass(frozen=True)
class ScoreOfRole:
    """One member's score in one role: BASE + the six parts + clipping = score."""

    score: float  # 0..100
    low: float  # the interval of mu, in [0, 1]
    high: float
    mu: float
    K: float
    N: float
    reviews: float
    track_record: float
    vouches: float
    tenure: float
    stake: float
    incidents: float
    clipping: float


@dataclass(frozen=True)
class Scores:
    """Scores of many subjects; `score`, `low` and `high` are nan where unproven."""

    evidence: Evidence
    parts: Parts
    score: Floats
    low: Floats
    high: Floats

    def at(self, *place: int) -> ScoreOfRole | Unproven:
        if not self.evidence.is_proven[place]:
            return UNPROVEN
        # Adding 0.0 turns -0.0 into 0.0: nobody reads "-0 points".
        parts = {name: float(points[place]) + 0.0 for name, points in vars(self.parts).items()}
        return ScoreOfRole(
            score=float(self.score[place]),
            low=float(self.low[place]),
            high=float(self.high[place]),
            mu=float(self.evidence.mu[place]),
            K=float(self.evidence.K[place]),
            N=float(self.evidence.N[place]),
            **parts,
            clipping=float(self.parts.clipping[place]),
        )


def score(evidence: Evidence, standing: Floats, stake: Floats) -> Scores:
    """Scores in the shape of the evidence, to which standing and stake must broadcast."""
    parts = weigh_up(evidence, standing, stake)
    proven = evidence.is_proven
    low, high = np.full(proven.shape, np.nan), np.full(proven.shape, np.nan)
    low[proven], high[proven] = interval(
        evidence.a[proven], evidence.b[proven], evidence.n0[proven]
    )
    return Scores(evidence, parts, np.where(proven, parts.total, np.nan), low, high)


def interval(a: Floats, b: Floats, n0: Floats) -> tuple[Floats, Floats]:
    """The ends of the interval of mu; neutral weight counts half on either side."""
    for_it, against = a + n0 / 2 + c.PRIOR_EACH_WAY, b + n0 / 2 + c.PRIOR_EACH_WAY
    # The upper end is the lower one of the opposite: both are found at once.
    ends = beta_quantile(
        (1 - c.INTERVAL) / 2,
        np.concatenate([for_it, against]),
        np.concatenate([against, for_it]),
    )
    return ends[: len(a)], 1 - ends[len(a) :]


def weigh_up(evidence: Evidence, standing: Floats, stake: Floats) -> Parts:
    """The six parts, in points."""
    b, K, T = evidence.b, evidence.K, evidence.T  # noqa: N806 - the formula's letters
    incidents = b / (c.INCIDENTS_SCALE * (1 + K / c.INCIDENTS_VOLUME))
    tenure = -np.expm1(-evidence.span_days / c.TENURE_DAYS) * np.minimum(1, T)
    return Parts(
        reviews=c.REVIEWS_POINTS * (2 * evidence.mu - 1),
        track_record=c.TRACK_RECORD_POINTS * -np.expm1(-T),
        vouches=np.broadcast_to(c.VOUCHES_POINTS * standing, b.shape),
        tenure=c.TENURE_POINTS * tenure,
        stake=np.broadcast_to(-c.STAKE_POINTS * np.minimum(1, c.STAKE_STEEPNESS * stake), b.shape),
        incidents=c.INCIDENTS_POINTS * np.expm1(-incidents),
    )


def gather(  # noqa: PLR0913 - the columns of reviews
    *,
    subject: Integers,
    reviewer: Integers,
    x: Floats,
    time_days: Floats,
    om: Floats,
    undecayed: Floats,
    n: int,
) -> Evidence:
    """The evidence on each of n subjects, from one review per place of the arrays."""
    positive = om * np.maximum(x, 0)
    a = sum_by(subject, positive, n)
    b = sum_by(subject, om * np.maximum(-x, 0), n)
    n0 = sum_by(subject, om * (1 - np.abs(x)), n)
    good = np.flatnonzero(positive > 0)
    who, when = subject[good], time_days[good]
    return Evidence(
        a,
        b,
        n0,
        T=_good_weeks(who, when, undecayed[good], n),
        span_days=_span(who, when, n),
        voices=_voices(subject[om > 0], reviewer[om > 0], n),
    )


def _voices(subject: Integers, reviewer: Integers, n: int) -> Floats:
    """How many different reviewers each subject has."""
    several = int(reviewer.max(initial=0)) + 1
    pairs = subject * np.int64(several) + reviewer
    pairs.sort()
    is_new = np.ones(len(pairs), dtype=bool)
    is_new[1:] = pairs[1:] != pairs[:-1]
    return np.bincount(pairs[is_new] // several, minlength=n).astype(np.float64)


def _good_weeks(subject: Integers, time_days: Floats, undecayed: Floats, n: int) -> Floats:
    """T: of each week only the heaviest review counts, so that a rush brings no record."""
    if len(subject) == 0:
        return np.zeros(n)
    week = np.floor(time_days / c.WEEK_DAYS).astype(np.int64)
    week -= week.min()
    weeks = week.max() + 1
    subject_week = subject * weeks + week
    order = np.argsort(subject_week)
    subject_week = subject_week[order]
    first = np.flatnonzero(np.diff(subject_week, prepend=-1))
    heaviest = np.maximum.reduceat(undecayed[order], first)
    return sum_by(subject_week[first] // weeks, np.minimum(1, c.WEEK_WEIGHT * heaviest), n)


def _span(subject: Integers, time_days: Floats, n: int) -> Floats:
    # Of the same type as the times: numpy is slow at these where it has to convert.
    kind = np.result_type(time_days, np.float16)
    first, last = np.full(n, np.inf, kind), np.full(n, -np.inf, kind)
    np.minimum.at(first, subject, time_days)
    np.maximum.at(last, subject, time_days)
    return np.where(last > first, last - first, 0.0)


def harm(a: Floats, b: Floats) -> Floats:
    """h of members, from their positive and negative weight over both roles."""
    return b / (a + b + c.HARM_DAMPING)


def stake(
    harm: Floats, vouch_from: Integers, vouch_to: Integers, vouch_weight: Floats, n: int
) -> Floats:
    """For each of n members, how much harm those do whom they vouch for, in [0, 1]."""
    harmful = sum_by(vouch_from, vouch_weight * harm[vouch_to], n)
    return harmful / (sum_by(vouch_from, vouch_weight, n) + c.STAKE_DAMPING)
