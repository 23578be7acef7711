"""A break begins and ends, on a day that is agreed: nothing is asked for, nor due, meanwhile."""

from datetime import date, timedelta

from pro_am.accounts.models import Member
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.programmes.actions.weeks import locked
from pro_am.programmes.events import ProgrammePaused, ProgrammeResumed
from pro_am.programmes.models import Programme, ProgrammeBreak
from pro_am.programmes.queries.programmes import life_of
from pro_am.programmes.rules import life
from pro_am.programmes.rules.life import Act
from pro_am.programmes.rules.words import Standing


def pause(programme: Programme, by: Member, *, from_day: date) -> None:
    """Either of the two takes a break, from today or a later Monday on."""
    by_id = by.id
    with transaction():
        programme, by = locked(programme), db.session.get_one(Member, by_id)
        facts = life_of(programme)
        life.check_act(facts, Act.PAUSE, programme.side_of(by))
        life.check_day(facts, from_day)
        programme.breaks.append(ProgrammeBreak(from_day=from_day))
        catch_up(programme)
        publish(ProgrammePaused(programme, by))


def resume(programme: Programme, by: Member, *, on_day: date) -> None:
    """It goes on, from today or a later Monday; a break that has not begun by then is none."""
    by_id = by.id
    with transaction():
        programme, by = locked(programme), db.session.get_one(Member, by_id)
        facts = life_of(programme)
        life.check_act(facts, Act.RESUME, programme.side_of(by))
        life.check_day(facts, on_day)
        ending = next(each for each in programme.breaks if each.to_day is None)
        if ending.from_day < on_day:
            ending.to_day = on_day - timedelta(days=1)
        else:
            programme.breaks.remove(ending)
            db.session.delete(ending)
        catch_up(programme)
        publish(ProgrammeResumed(programme, by))


def catch_up(programme: Programme) -> None:
    """Write down whether it is on a break today; what has ended stays so."""
    facts = life_of(programme)
    if programme.standing is Standing.ENDED:
        return
    today = [each for each in facts.course.breaks if each.holds(facts.today)]
    programme.standing = Standing.PAUSED if today else Standing.ACTIVE
    programme.paused_on = today[0].from_day if today else None
