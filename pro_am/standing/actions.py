"""Verifying people, and writing down what trust has computed."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, insert

from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.revisions import raise_revision
from pro_am.foundation.words import mark
from pro_am.standing import rules
from pro_am.standing.events import IdentityVerified
from pro_am.standing.models import SCORES, IdentityCheck, Score, Standing
from pro_am.standing.rules import ReviewedAs, SeenHow


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


def verify_identity(member: Member, steward: Member, how: SeenHow) -> None:
    """A steward says: I have seen who this is. Saying it again changes nothing."""
    with transaction():
        rules.check_verification(steward_id=steward.id, member_id=member.id)
        if db.session.get(IdentityCheck, member.id):
            return
        db.session.add(
            IdentityCheck(member_id=member.id, steward_id=steward.id, how=how, at=clock.now())
        )
        audit.note(
            mark("identity verified"),
            by=steward.id,
            about=f"member {member.public_id}",
            how=how.value,
        )
        publish(IdentityVerified(member.id))


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
