"""What a run found, as the rows that are written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from sqlalchemy import delete, insert

from pro_am.foundation.database import db
from pro_am.standing.actions import ScoreFacts
from pro_am.standing.rules import ReviewedAs
from pro_am.trust.models import ReviewWeight
from pro_am.trust.queries.network import ROLES
from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.contributions import points_moved, strongest
from pro_am.trust.rules.reviews import Role
from pro_am.trust.rules.score import Scores, Unproven

PARTS = ("reviews", "track_record", "vouches", "tenure", "stake", "incidents", "clipping")
MOVED_MOST = 5
AT_ONCE = 500  # rows that are deleted by name in one statement


@dataclass(frozen=True)
class Weighed:
    """Reviews with what they weigh; `subject` is 2 * place + role of the one they are about."""

    ids: Sequence[int]
    subject: Integers
    x: Floats
    time_days: Floats
    om: Floats
    undecayed: Floats


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


def write_weights(reviews: Weighed, now: datetime, *, whole: bool) -> None:
    """Instead of those that were, or of all."""
    if whole:
        db.session.execute(delete(ReviewWeight))
    else:
        for start in range(0, len(reviews.ids), AT_ONCE):
            old = reviews.ids[start : start + AT_ONCE]
            db.session.execute(delete(ReviewWeight).where(ReviewWeight.review_id.in_(old)))
    if reviews.ids:
        db.session.execute(insert(ReviewWeight), _weight_rows(reviews, now))


def _weight_rows(reviews: Weighed, now: datetime) -> list[dict[str, Any]]:
    return [
        {"review_id": review_id, "weight": weight, "undecayed": undecayed, "computed_at": now}
        for review_id, weight, undecayed in zip(
            reviews.ids, reviews.om.tolist(), reviews.undecayed.tolist(), strict=True
        )
    ]


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
