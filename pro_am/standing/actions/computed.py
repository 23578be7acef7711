"""Standings and scores, as trust computed them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import delete, insert

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.revisions import raise_revision
from pro_am.standing.models import SCORES, Score, Standing
from pro_am.standing.rules import ReviewedAs


@dataclass(frozen=True)
class ScoreFacts:
    """One score as trust computed it; see models.Score for the meaning of each."""

    member_id: int
    role: ReviewedAs
    score: float | None
    low: float | None
    high: float | None
    evidence: float
    parts: dict[str, float]
    moved_most: list[tuple[int, float]]
    figures: dict[str, float] = field(default_factory=dict)


def write_down(standings: Mapping[int, float], scores: list[ScoreFacts], *, version: str) -> None:
    """Replace every standing and score: called by trust, and by nobody else."""
    now = clock.now()
    with transaction():
        db.session.execute(delete(Standing))
        db.session.execute(delete(Score))
        if standings:
            db.session.execute(
                insert(Standing),
                [
                    {"member_id": member_id, "standing": standing, "computed_at": now}
                    for member_id, standing in standings.items()
                ],
            )
        if scores:
            db.session.execute(
                insert(Score),
                [{**vars(facts), "version": version, "computed_at": now} for facts in scores],
            )
        raise_revision(SCORES)
