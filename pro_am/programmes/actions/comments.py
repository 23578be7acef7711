"""Words of one of the two about a week, one of its items, or an exception."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.programmes.actions.weeks import locked, opened
from pro_am.programmes.events import CommentMade
from pro_am.programmes.models import Programme, ProgrammeComment, ProgrammeException


def comment(
    programmes: Iterable[Programme],
    monday: date,
    text: str,
    *,
    by: Member,
    key: str,
    about: ProgrammeException | None = None,
) -> int:
    """Say it in that week of each of them; how many heard it. The same form says it once."""
    said = 0
    with transaction():
        for each in sorted(programmes, key=lambda each: each.id):  # all in one order
            programme = locked(each)
            week = opened(programme, monday)
            if _said_already(week.id, by, key):
                continue
            made = ProgrammeComment(
                week_id=week.id,
                exception_id=about.id if about else None,
                by_id=by.id,
                at=clock.now(),
                text=text.strip(),
                idempotency_key=key,
            )
            db.session.add(made)
            if by.id == programme.client_id:
                programme.heard_at = clock.now()
            else:
                programme.looked_at = clock.now()
            publish(CommentMade(made))
            said += 1
    return said


def _said_already(week_id: int, by: Member, key: str) -> bool:
    known = select(ProgrammeComment.id).where(
        ProgrammeComment.by_id == by.id,
        ProgrammeComment.week_id == week_id,
        ProgrammeComment.idempotency_key == key,
    )
    return db.session.scalar(known) is not None
