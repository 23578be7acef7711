"""Days that go otherwise: said by the client, and taken back."""

from dataclasses import dataclass
from datetime import date

from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.programmes.actions.once import is_first
from pro_am.programmes.actions.weeks import locked
from pro_am.programmes.events import ExceptionMade
from pro_am.programmes.models import Programme, ProgrammeException
from pro_am.programmes.rules.answering import check_exceptional
from pro_am.programmes.rules.words import ExceptionKind


@dataclass(frozen=True)
class Otherwise:
    """What a client says: from and to days, the last one included."""

    from_day: date
    to_day: date
    kind: ExceptionKind
    words: str = ""


def make_exception(programme: Programme, said: Otherwise, *, key: str) -> None:
    """Take what was planned for these days out of the count; the coach hears of it, kindly."""
    with transaction():
        programme = locked(programme)
        check_exceptional(programme.course, said.from_day, said.to_day)
        if not is_first(programme.client, key):
            return
        exception = ProgrammeException(
            public_id=ids.public_id(),
            programme=programme,
            from_day=said.from_day,
            to_day=said.to_day,
            kind=said.kind,
            words=said.words.strip(),
            created_at=clock.now(),
        )
        db.session.add(exception)
        programme.heard_at = clock.now()
        publish(ExceptionMade(exception))


def take_back(exception: ProgrammeException) -> None:
    """What was planned for these days counts again."""
    exception_id = exception.id
    with transaction():
        programme = locked(exception.programme)
        exception = db.session.get_one(ProgrammeException, exception_id, populate_existing=True)
        if exception.taken_back_at is not None:
            return  # said twice
        exception.taken_back_at = clock.now()
        programme.heard_at = clock.now()
