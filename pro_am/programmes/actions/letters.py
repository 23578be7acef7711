"""The letters of weeks that begin, each once."""

from datetime import timedelta

from sqlalchemy import delete

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.programmes.actions.weeks import locked
from pro_am.programmes.events import WeekLetterDue
from pro_am.programmes.models import Programme, ProgrammeAct, WeekLetter
from pro_am.programmes.queries import letters as queries
from pro_am.programmes.queries import plans
from pro_am.programmes.queries.programmes import life_of
from pro_am.programmes.rules.course import DAYS
from pro_am.programmes.rules.life import standing_on
from pro_am.programmes.rules.words import Standing

ACTS_KEPT = timedelta(days=30)


def write_week_letters() -> None:
    """Each in one transaction with the row that says it was written, whatever worker dies."""
    for programme_id, monday in list(queries.weeks_due(clock.now())):
        with transaction():
            programme = locked(db.session.get_one(Programme, programme_id))
            if queries.is_written(programme_id, monday):
                continue  # another worker was quicker
            week = plans.week_of(programme, monday)
            resting = len(programme.course.break_days(monday)) == DAYS
            is_active = standing_on(life_of(programme)) is Standing.ACTIVE
            if week is None or resting or not is_active:
                continue
            written = WeekLetter(programme_id=programme_id, monday=monday, written_at=clock.now())
            db.session.add(written)
            publish(WeekLetterDue(week, written))


def forget_acts() -> None:
    """Forms that were sent so long ago come no second time."""
    with transaction():
        db.session.execute(delete(ProgrammeAct).where(ProgrammeAct.at < clock.now() - ACTS_KEPT))
