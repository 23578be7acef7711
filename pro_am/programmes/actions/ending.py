"""A programme ends: by itself after its last week, by one of the two, or for safety."""

from sqlalchemy import ColumnElement, or_, select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.programmes.actions.pausing import catch_up
from pro_am.programmes.actions.weeks import locked
from pro_am.programmes.events import ProgrammeEnded
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import programmes as queries
from pro_am.programmes.queries.programmes import life_of
from pro_am.programmes.rules import life
from pro_am.programmes.rules.life import Act
from pro_am.programmes.rules.words import Ending, Side, Standing

ENDINGS = {Side.CLIENT: (Act.LEAVE, Ending.LEFT), Side.COACH: (Act.CLOSE, Ending.CLOSED)}


def end(programme: Programme, by: Member, *, words: str = "") -> None:
    """Its client leaves it, or its coach closes it, with a word if they like."""
    by_id = by.id
    with transaction():
        programme, by = locked(programme), db.session.get_one(Member, by_id)
        act, ending = ENDINGS[programme.side_of(by)]
        life.check_act(life_of(programme), act, programme.side_of(by))
        _enter(programme, ending, by, words.strip())


def end_with_booking(booking: Booking, by: Member | None) -> None:
    """Its first talk is cancelled before it began: so is all that would have followed."""
    with transaction():
        programme = queries.of_booking(booking.id)
        if programme is None or programme.standing is Standing.ENDED:
            return
        programme = locked(programme)
        ending = Ending.LEFT if by and by.id == programme.client_id else Ending.CLOSED
        _enter(programme, ending, by, "", is_quiet=True)


def end_all_of(member: Member) -> None:
    """Somebody closes their account: what they follow or lead is over."""
    with transaction():
        for each in _under_way(
            or_(Programme.client_id == member.id, Programme.coach_id == member.id)
        ):
            programme = locked(each)
            _enter(programme, ENDINGS[programme.side_of(member)][1], member, "")


def keep_apart(one_id: int, other_id: int) -> None:
    """Two people are not to have to do with each other: what is between them is over, quietly."""
    with transaction():
        pair = [one_id, other_id]
        for each in _under_way(Programme.client_id.in_(pair) & Programme.coach_id.in_(pair)):
            _enter(locked(each), Ending.CLOSED, None, "", is_quiet=True)


def catch_up_with_time() -> None:
    """Breaks that begin or end today, and programmes whose last week is over; pages do not wait."""
    for each in queries.under_way():
        if life.standing_on(life_of(each)) is each.standing:
            continue
        with transaction():
            programme = locked(each)
            facts = life_of(programme)
            if programme.standing is Standing.ENDED:
                continue
            if facts.course.is_over(facts.today):
                _enter(programme, Ending.FINISHED, None, "")
            else:
                catch_up(programme)


def _enter(
    programme: Programme, ending: Ending, by: Member | None, words: str, *, is_quiet: bool = False
) -> None:
    """`is_quiet`: its two people hear of it otherwise."""
    programme.standing = Standing.ENDED
    programme.paused_on = None
    programme.ending = ending
    programme.ending_words = words
    programme.ended_at = clock.now()
    publish(ProgrammeEnded(programme, by, is_quiet))


def _under_way(which: ColumnElement[bool]) -> list[Programme]:
    return list(
        db.session.scalars(
            select(Programme)
            .where(which, Programme.standing != Standing.ENDED)
            .order_by(Programme.id)
        )
    )
