"""Appeals: those that wait, and those that were answered lately."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from pro_am.foundation.database import db
from pro_am.moderation.models import Appeal, AppealVote, Restriction


def appeal_with(public_id: str) -> Appeal | None:
    return db.session.scalar(_whole().where(Appeal.public_id == public_id))


def waiting(limit: int = 100) -> list[Appeal]:
    """The one that must be answered first comes first."""
    return list(
        db.session.scalars(
            _listed().where(Appeal.answered_at.is_(None)).order_by(Appeal.answer_by).limit(limit)
        )
    )


def answered(limit: int = 20) -> list[Appeal]:
    return list(
        db.session.scalars(
            _listed()
            .where(Appeal.answered_at.is_not(None))
            .order_by(Appeal.answered_at.desc())
            .limit(limit)
        )
    )


def _whole() -> Select[Appeal]:
    return _listed().options(selectinload(Appeal.votes).joinedload(AppealVote.by))


def _listed() -> Select[Appeal]:
    return select(Appeal).options(joinedload(Appeal.restriction).joinedload(Restriction.report))
