"""Whoever takes time in a calendar, or changes its hours, claims it first."""

from sqlalchemy import bindparam, update
from sqlalchemy.orm import lazyload

from pro_am.availability.models import Calendar
from pro_am.foundation import clock
from pro_am.foundation.database import already_read, db

_CLAIM = (
    update(Calendar)
    .where(Calendar.id == bindparam("calendar_id"))
    .values(revision=Calendar.revision + 1, claimed_at=bindparam("now"))
    .returning(Calendar)
    .options(lazyload(Calendar.windows), lazyload(Calendar.overrides))
    .execution_options(synchronize_session=False, populate_existing=True)
)


def claim(calendar_id: int) -> Calendar:
    """Make everybody else who wants time in this calendar wait until this transaction ends.

    The first statement of every transaction that makes time active. An UPDATE is a row lock on
    PostgreSQL; on SQLite the transaction has taken the only write lock already. What this
    transaction has claimed, nobody else has changed since.
    """
    claimed = already_read()
    if (Calendar, calendar_id) not in claimed:
        claimed[Calendar, calendar_id] = db.session.scalars(
            _CLAIM, {"calendar_id": calendar_id, "now": clock.now()}
        ).one()
    calendar: Calendar = claimed[Calendar, calendar_id]
    return calendar
