"""What a run found of scores, as it is written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from pro_am.standing.actions import ScoreFacts
from pro_am.standing.rules import ReviewedAs
from pro_am.trust.queries.network import ROLES
from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.contributions import points_moved, strongest
from pro_am.trust.rules.incremental.records import Records
from pro_am.trust.rules.reviews import Role
from pro_am.trust.rules.score import Scores, Unproven

PARTS = ("reviews", "track_record", "vouches", "tenure", "stake", "incidents", "clipping")
MOVED_MOST = 5

Columns: TypeAlias = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True)
class Weighed:
    """Reviews with what they weigh; `subject` is 2 * place + role of the one they are about."""

    ids: Sequence[int]
    subject: Integers
    x: Floats
    time_days: Floats
    om: Floats
    undecayed: Floats
    fading: Floats
    lasting: Floats
    clique: Floats

    @classmethod
    def from_records(
        cls, records: Records | Columns, subject: Integers, om: Floats, undecayed: Floats
    ) -> "Weighed":
        return cls(
            records["id"].tolist(),
            subject,
            records["x"],
            records["time_days"],
            om,
            undecayed,
            records["fading"],
            records["lasting"],
            records["clique"],
        )


def score_facts(
    member_ids: Sequence[int], scores: Scores, standing: Floats, stake: Floats, reviews: Weighed
) -> list[ScoreFacts]:
    """Both scores of each member; standing and stake have a place for each subject."""
    moved = _moved_most(scores, standing, stake, reviews)
    first_day = _first_good_day(reviews, len(standing))
    evidence = scores.evidence.reshape(-1)
    figures = {**vars(evidence), "standing": standing, "stake": stake, "first_day": first_day}
    found = []
    for place, member_id in enumerate(member_ids):
        for role in ReviewedAs:
            subject = place * len(Role) + ROLES[role]
            found.append(
                _facts(
                    member_id,
                    role,
                    scores.at(place, ROLES[role]),
                    {name: float(column[subject]) for name, column in figures.items()},
                    moved.get(subject, []),
                )
            )
    return found


def _facts(
    member_id: int,
    role: ReviewedAs,
    score: Any,
    figures: dict[str, float],
    moved: list[tuple[int, float]],
) -> ScoreFacts:
    evidence = figures["a"] + figures["b"] + figures["n0"]
    if isinstance(score, Unproven):
        return ScoreFacts(member_id, role, None, None, None, evidence, {}, [], figures)
    return ScoreFacts(
        member_id,
        role,
        score.score,
        score.low,
        score.high,
        evidence,
        {part: getattr(score, part) for part in PARTS},
        moved,
        figures,
    )


def _moved_most(
    scores: Scores, standing: Floats, stake: Floats, reviews: Weighed
) -> dict[int, list[tuple[int, float]]]:
    """Ids of reviews and points, by subject."""
    points = points_moved(
        subject=reviews.subject,
        x=reviews.x,
        time_days=reviews.time_days,
        om=reviews.om,
        undecayed=reviews.undecayed,
        evidence=scores.evidence.reshape(-1),
        standing=standing,
        stake=stake,
    )
    found: dict[int, list[tuple[int, float]]] = {}
    for place in strongest(reviews.subject, np.where(reviews.om > 0, points, 0.0), MOVED_MOST):
        about = found.setdefault(int(reviews.subject[place]), [])
        about.append((reviews.ids[place], float(points[place])))
    return found


def _first_good_day(reviews: Weighed, subjects: int) -> Floats:
    """Of the first good review that counts; -1 without one."""
    first = np.full(subjects, np.inf)
    good = (reviews.om > 0) & (reviews.x > 0)
    np.minimum.at(first, reviews.subject[good], reviews.time_days[good])
    return np.where(np.isinf(first), -1.0, first)
