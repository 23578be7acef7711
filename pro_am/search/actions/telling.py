"""Noting what the index must hear of, in the transaction of the change."""

from collections.abc import Iterable

from sqlalchemy import func, insert, select

from pro_am.foundation.database import db, transaction
from pro_am.search.models import SearchNews


def tell(*profile_ids: int) -> None:
    """Note that profiles changed.

    On PostgreSQL ids are given out before the commit, so a later one could be seen first, and the
    earlier one would be passed over. Whoever tells something therefore waits for those before. On
    SQLite there is one writer at a time anyhow.
    """
    with transaction():
        if db.engine.dialect.name == "postgresql":
            lock = func.pg_advisory_xact_lock(func.hashtext(SearchNews.__tablename__))
            db.session.execute(select(lock))
        _write(profile_ids)


def _write(profile_ids: Iterable[int]) -> None:
    rows = [{"profile_id": profile_id} for profile_id in profile_ids]
    if rows:
        db.session.execute(insert(SearchNews), rows)
