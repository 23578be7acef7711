"""Booking without the claim: look, then write. What a drill shows to prove that it can fail."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, event

from pro_am.availability import actions as availability
from pro_am.availability.actions import claiming
from pro_am.availability.models import Calendar
from pro_am.foundation.database import db


def look_only(calendar_id: int) -> Calendar:
    """In the place of `availability.actions.claim`: reads the calendar and makes nobody wait."""
    return db.session.get_one(Calendar, calendar_id, populate_existing=True)


def claim_nothing() -> None:
    """From now on in this process, whoever takes time or writes a booking down only looks."""
    availability.claim = claiming.claim = look_only


@contextmanager
def claiming_nothing() -> Iterator[None]:
    """The same until the end of the block."""
    claim = claiming.claim
    claim_nothing()
    try:
        yield
    finally:
        availability.claim = claiming.claim = claim


def begin_late(engine: Engine) -> None:
    """Let SQLite's driver do as it does by default: a transaction begins with its first write.

    So what was read before may be old by then. PostgreSQL needs no such help to read too early.
    """
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("COMMIT")  # of what the application has just begun
        driver = connection.connection.driver_connection
        driver.isolation_level = "DEFERRED"  # type: ignore[union-attr]  # sqlite3's own
