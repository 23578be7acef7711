"""Reviews that are said to come with a threat: how much of their weight is left meanwhile."""

from datetime import datetime

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.moderation.models import Report, Restriction, Takeover
from pro_am.moderation.rules import Outcome, Reason, Subject
from pro_am.moderation.rules.freezing import factor_of
from pro_am.moderation.rules.restrictions import Ending, Kind


def frozen_reviews() -> dict[str, float]:
    """By the public id of the review, what its weight is multiplied with; the others keep theirs.

    A report that was found groundless weighs nothing, nor does any later one about that review.
    """
    rows = db.session.execute(
        select(Report.ref, Report.outcome, Restriction.ending)
        .outerjoin(
            Restriction,
            (Restriction.report_id == Report.id) & (Restriction.kind != Kind.EXCLUSION),
        )
        .where(Report.kind == Subject.REVIEW, Report.reason == Reason.EXTORTION)
    )
    reports: dict[str, list[Outcome | None]] = {}
    for ref, outcome, ending in rows:
        overturned = ending is Ending.OVERTURNED
        reports.setdefault(ref, []).append(Outcome.NOTHING_WRONG if overturned else outcome)
    factors = {ref: factor_of(outcomes) for ref, outcomes in reports.items()}
    return {ref: factor for ref, factor in factors.items() if factor < 1}


def taken_over() -> dict[int, list[tuple[datetime, datetime]]]:
    """By member, the stretches in which somebody else had the account."""
    found: dict[int, list[tuple[datetime, datetime]]] = {}
    rows = db.session.execute(
        select(Takeover.member_id, Takeover.since, Takeover.said_at).where(
            Takeover.undone_at.is_(None)
        )
    )
    for member_id, since, until in rows:
        found.setdefault(member_id, []).append((since, until))
    return found


def was_taken_over(member_id: int, written_at: datetime) -> bool:
    """Whether somebody else had the account when this was written."""
    stretches = taken_over().get(member_id, [])
    return any(since <= written_at <= until for since, until in stretches)
