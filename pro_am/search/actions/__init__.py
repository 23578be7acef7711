"""Keeping the index equal to the database: one worker writes it, from the outbox or anew."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import current_app
from sqlalchemy import delete, func, select

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.profiles import queries as profiles
from pro_am.search import queries
from pro_am.search.engines import IndexBroken
from pro_am.search.engines.current import engine
from pro_am.search.models import NoSurprises, SearchNews

HEARD_KEPT = 10_000  # outbox rows kept after they were read, for an index restored from before


def tell(profile_id: int) -> None:
    """Note that a profile changed, in the transaction of the change.

    On PostgreSQL ids are given out before the commit, so a later one could be seen first, and the
    earlier one would be passed over. Whoever tells something therefore waits for those before. On
    SQLite there is one writer at a time anyhow.
    """
    with transaction():
        if db.engine.dialect.name == "postgresql":
            lock = func.pg_advisory_xact_lock(func.hashtext(SearchNews.__tablename__))
            db.session.execute(select(lock))
        db.session.add(SearchNews(profile_id=profile_id))


def want_surprises(member: Member, *, wanted: bool) -> None:
    """Whether one of a member's first ten results may be unlike what they usually book."""
    with transaction():
        known = db.session.get(NoSurprises, member.id)
        if wanted and known:
            db.session.delete(known)
        if not wanted and not known:
            db.session.add(NoSurprises(member_id=member.id, since=clock.now()))


def forget_member(member: Member) -> None:
    want_surprises(member, wanted=True)


def index_news() -> None:
    """Read the outbox from where the index stands; begin anew when the index is broken."""
    with _one_writer():
        try:
            _read_news()
        except IndexBroken:
            _rebuild()


def rebuild() -> None:
    """Index everything anew, beside the index that goes on serving."""
    with _one_writer():
        _rebuild()


def check() -> bool:
    """Whether the index is whole and as large as it should be; if not, it is built anew."""
    with _one_writer():
        try:
            engine().check()
            _refuse_other_history()
            is_whole = engine().count() == len(profiles.published_offer_ids()) or bool(
                queries.news_after(engine().position())
            )
        except IndexBroken:
            is_whole = False
        if not is_whole:
            _rebuild()
        return is_whole


def _read_news() -> None:
    _refuse_other_history()
    news = queries.news_after(engine().position())
    if not news:
        return
    for profile_id in dict.fromkeys(profile_id for _, profile_id in news):
        offers = profiles.offers_of_profile(profile_id)
        shown = [o for o in offers if o.is_published and o.profile.is_published]
        engine().replace(list(queries.documents_of(shown)))
        engine().remove([offer.id for offer in offers if offer not in shown])
    last = news[-1][0]
    engine().commit(last)
    with transaction():
        db.session.execute(delete(SearchNews).where(SearchNews.id < last - HEARD_KEPT))


def _refuse_other_history() -> None:
    """An index that has seen what was never written belongs to another database, or a later one."""
    if engine().position() > queries.latest_news():
        raise IndexBroken("The index is ahead of the database.")


def _rebuild() -> None:
    position = queries.latest_news()  # first: what changes meanwhile is read again
    engine().rebuild(queries.all_documents(), position)


@contextmanager
def _one_writer() -> Iterator[None]:
    """The index belongs to this machine, and so does the lock; it ends with its process."""
    with (Path(current_app.instance_path) / "search.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
