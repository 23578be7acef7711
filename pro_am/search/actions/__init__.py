"""Keeping the index equal to the database: one worker writes it, from the outbox or anew."""

import logging

from sqlalchemy import delete

from pro_am.foundation import marks
from pro_am.foundation.database import db, transaction
from pro_am.search import queries
from pro_am.search.actions import comparing
from pro_am.search.actions.surprises import forget_member, want_surprises
from pro_am.search.actions.telling import tell
from pro_am.search.engines import IndexBroken, IndexOutdated
from pro_am.search.engines.current import engine
from pro_am.search.models import SearchNews

__all__ = [
    "check",
    "forget_member",
    "index_news",
    "look_after",
    "rebuild",
    "tell",
    "want_surprises",
]

log = logging.getLogger(__name__)

HEARD_KEPT = 10_000  # outbox rows kept after they were read, for an index restored from before
MOST_AT_ONCE = 200  # profiles in one commit
FEW = 12  # offers compared every minute
KNOWN_ITEMS = 50  # offers compared when a worker starts, and every night


def index_news() -> None:
    """Read the outbox from where the index stands; begin anew when the index is broken."""
    with engine().only_writer():
        try:
            _read_news()
        except IndexBroken as fault:
            _begin_anew(fault)


def rebuild() -> None:
    """Index everything anew, beside the index that goes on serving."""
    with engine().only_writer():
        _rebuild()


def check(*, offers: int = KNOWN_ITEMS) -> bool:
    """Whether the index is whole and says what the database says, of so many offers field by field.

    If not, it is set aside, which the operator is told, and built anew.
    """
    with engine().only_writer():
        try:
            engine().check()
            _read_news()
            comparing.refuse_difference(engine(), offers)
        except IndexBroken as fault:
            _begin_anew(fault)
            return False
    return True


def look_after() -> None:
    """When a worker starts, and every night: compare more, and put together what commits left."""
    if check():
        with engine().only_writer():
            engine().merge()
        marks.put(marks.Name.INDEX)


def _read_news() -> None:
    """In order; each profile is read again as it is now, once however often it changed."""
    _refuse_other_history()
    while news := queries.news_after(engine().position(), profiles=MOST_AT_ONCE):
        shown, gone = queries.documents_of_profiles({profile_id for _, profile_id in news})
        engine().replace(shown)
        engine().remove(gone)
        last = news[-1][0]
        engine().commit(last)
        with transaction():  # which also leaves the snapshot in which these were read
            db.session.execute(delete(SearchNews).where(SearchNews.id < last - HEARD_KEPT))


def _refuse_other_history() -> None:
    """An index that has seen what was never written belongs to another database, or a later one;
    one that lacks what is written no more cannot be brought up to date."""
    position = engine().position()
    oldest, latest = queries.known_news()
    if position > latest:
        raise IndexBroken("The index is ahead of the database.")
    if position < oldest - 1:
        raise IndexBroken("The index is older than the news that are kept.")


def _begin_anew(fault: IndexBroken) -> None:
    """Searches ask the database until the new index is there."""
    if not isinstance(fault, IndexOutdated):
        was_there = engine().set_aside(str(fault))
        if was_there or marks.stands(marks.Name.INDEX):
            log.error("The search index is broken, and is built anew: %s", fault)
            marks.put(marks.Name.INDEX_BROKEN, str(fault)[:500])
    _rebuild()


def _rebuild() -> None:
    position = queries.known_news().latest  # first: what changes meanwhile is read again
    engine().rebuild(queries.all_documents(), position)
    _read_news()
    marks.put(marks.Name.INDEX)
