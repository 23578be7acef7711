"""One network, every method, one table."""

import time
from dataclasses import dataclass

import numpy as np

from pro_am.trust.evaluation import ours
from pro_am.trust.evaluation.baselines import BASELINES
from pro_am.trust.evaluation.figures import Figures, figures_of
from pro_am.trust.evaluation.files import Labels, Ratings
from pro_am.trust.evaluation.sybils import Attack, attacked
from pro_am.trust.rules.arrays import Integers

OURS = "ours"
NO_ATTACK = Attack(sybils=0, attack_edges=0, fakes=0, seed=0)


@dataclass(frozen=True)
class Method:
    figures: Figures
    seconds: float


@dataclass(frozen=True)
class Comparison:
    members: int  # of the file
    ratings: int
    masked: int  # ratings that were left out
    invented: int  # ratings by or of invented accounts
    frauds: int
    honest: int
    anchors: list[int]  # as the file calls them
    methods: dict[str, Method]


def compare(
    ratings: Ratings, labels: Labels, *, mask: bool, anchors: int, attack: Attack = NO_ATTACK
) -> Comparison:
    """Every method on the same ratings; anchors are the first accounts on the timeline."""
    known = ratings.only(~_leaking(ratings, labels)) if mask else ratings
    trusted = first_accounts(ratings, anchors)
    network = attacked(known, labels, attack)
    methods = {}
    for name in (OURS, *BASELINES):
        began = time.perf_counter()
        if name == OURS:
            score = ours.score(network, trusted, network.members - ratings.members)
        else:
            score = BASELINES[name](network, trusted)
        seconds = round(time.perf_counter() - began, 3)
        methods[name] = Method(figures_of(score[labels.members], labels.is_fraud), seconds)
    frauds = int(labels.is_fraud.sum())
    return Comparison(
        members=ratings.members,
        ratings=len(ratings),
        masked=len(ratings) - len(known),
        invented=len(network) - len(known),
        frauds=frauds,
        honest=len(labels.members) - frauds,
        anchors=ratings.names[trusted].tolist(),
        methods=methods,
    )


def first_accounts(ratings: Ratings, count: int) -> Integers:
    """Those who rated or were rated first."""
    order = np.argsort(ratings.days, kind="stable")
    timeline = np.stack([ratings.rater[order], ratings.rated[order]], axis=1).ravel()
    first = np.sort(np.unique(timeline, return_index=True)[1])
    found: Integers = timeline[first[:count]]
    return found


def _leaking(ratings: Ratings, labels: Labels) -> np.ndarray:
    """Ratings that the labels were made from: by honest members, of labelled ones."""
    is_labelled, is_honest = np.zeros((2, ratings.members), dtype=bool)
    is_labelled[labels.members] = True
    is_honest[labels.members[~labels.is_fraud]] = True
    leaking: np.ndarray = is_honest[ratings.rater] & is_labelled[ratings.rated]
    return leaking
