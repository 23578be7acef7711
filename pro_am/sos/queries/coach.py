"""What a coach may know: that a client called, when that client chose so. Never the words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.programmes.models import Programme
from pro_am.programmes.rules.words import Standing
from pro_am.sos.models import Sos


@dataclass(frozen=True)
class OpenSos:
    programme_id: int
    client_id: int
    at: datetime  # of the latest


def open_for_coach(coach: Member) -> list[OpenSos]:
    """The latest SOS that is not over, of each programme of this coach that is not; one
    statement."""
    rows = db.session.execute(
        select(Programme.id, Programme.client_id, func.max(Sos.at))
        .join(Sos, Sos.client_id == Programme.client_id)
        .where(
            Programme.coach_id == coach.id,
            Programme.standing != Standing.ENDED,
            Sos.coach_sees,
            Sos.ended_at.is_(None),
        )
        .group_by(Programme.id, Programme.client_id)
        .order_by(func.max(Sos.at).desc(), Programme.id)
    )
    return [OpenSos(*row) for row in rows]
