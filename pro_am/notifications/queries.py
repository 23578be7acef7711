"""Reading letters."""

from datetime import datetime

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter


def due_letters(now: datetime, limit: int = 100) -> list[int]:
    return list(
        db.session.scalars(
            select(Letter.id)
            .where(Letter.state == "waiting", Letter.next_at <= now)
            .order_by(Letter.id)
            .limit(limit)
        )
    )


def latest_letters(limit: int = 100) -> list[Letter]:
    return list(db.session.scalars(select(Letter).order_by(Letter.id.desc()).limit(limit)))
