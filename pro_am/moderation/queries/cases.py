"""What was said so far of cases that take two people."""

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.moderation.models import CaseVote


def votes_on(case_ref: str) -> list[CaseVote]:
    return list(
        db.session.scalars(
            select(CaseVote).where(CaseVote.case_ref == case_ref).order_by(CaseVote.at)
        )
    )
