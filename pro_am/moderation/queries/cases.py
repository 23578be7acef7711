"""What was said so far of cases that take two people."""

from collections.abc import Collection

from sqlalchemy import func, select

from pro_am.foundation.database import db
from pro_am.moderation.models import CaseVote


def votes_on(case_ref: str) -> list[CaseVote]:
    return list(
        db.session.scalars(
            select(CaseVote).where(CaseVote.case_ref == case_ref).order_by(CaseVote.at)
        )
    )


def vote_counts(case_refs: Collection[str]) -> dict[str, int]:
    """How many have spoken, by case."""
    rows = db.session.execute(
        select(CaseVote.case_ref, func.count())
        .where(CaseVote.case_ref.in_(case_refs))
        .group_by(CaseVote.case_ref)
    )
    return {case_ref: count for case_ref, count in rows}
