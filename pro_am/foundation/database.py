"""The database session and the one place that commits."""

import enum
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, Connection, Engine, Enum, MetaData, event
from sqlalchemy.orm import DeclarativeBase, registry

CACHE_KB = 512  # of each connection; what is read often the system has at hand
LOCK_WAIT = timedelta(seconds=5)
STATEMENT_LIMIT = timedelta(seconds=30)
MIGRATIONS = Path(__file__).parents[1] / "migrations"


class Model(DeclarativeBase):
    registry = registry(
        metadata=MetaData(
            naming_convention={
                "ix": "ix_%(table_name)s_%(column_0_N_name)s",
                "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                "ck": "ck_%(table_name)s_%(constraint_name)s",
                "fk": "fk_%(table_name)s_%(column_0_N_name)s",
                "pk": "pk_%(table_name)s",
            }
        ),
        type_annotation_map={
            dict[str, Any]: JSON,
            list[Any]: JSON,
            # Words, not native types: both engines store the value; a new one needs no ALTER.
            enum.StrEnum: Enum(
                enum.StrEnum,
                native_enum=False,
                length=32,
                values_callable=lambda words: [word.value for word in words],
            ),
        },
    )


db = SQLAlchemy(model_class=Model)
migrate = Migrate()


@contextmanager
def transaction(*, stays_read: bool = False) -> Iterator[None]:
    """One intention of one person, one commit. A call inside another joins it.

    What was read or written in it is read anew when it is next looked at, unless it `stays_read`:
    for a page that only says what has been done.
    """
    session = db.session()
    if session.info.get("in_transaction"):
        yield
        return
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("Something was changed outside an action.")
    # Leave the read snapshot the request began with, so that rules judge fresh facts.
    session.rollback()
    session.connection(execution_options={"for_writing": True})
    session.info["in_transaction"] = True
    session.info.pop("already_read", None)
    session.expire_on_commit = not stays_read
    try:
        yield
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info.pop("in_transaction")
        session.info.pop("already_read", None)


def already_read() -> dict[object, Any]:
    """What this request has read and need not read again, until it writes something."""
    found: dict[object, Any] = db.session().info.setdefault("already_read", {})
    return found


def attach(app: Flask) -> None:
    options: dict[str, Any] = {
        # What people wrote stays out of the log, where a fault would put it.
        "hide_parameters": app.config["ENV"] != "development",
    }
    if app.config["SQLALCHEMY_DATABASE_URI"].startswith("postgresql"):
        options |= {
            "pool_pre_ping": True,
            "connect_args": {
                "options": f"-c lock_timeout={LOCK_WAIT // timedelta(milliseconds=1)}"
                f" -c statement_timeout={STATEMENT_LIMIT // timedelta(milliseconds=1)}"
                " -c timezone=UTC"
            },
        }
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {
        **options,
        **app.config.get("SQLALCHEMY_ENGINE_OPTIONS", {}),
    }
    db.init_app(app)
    migrate.init_app(app, db, directory=str(MIGRATIONS))
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            _take_the_write_lock_first(db.engine)


def _take_the_write_lock_first(engine: Engine) -> None:
    """Make SQLite serialise writers: check-then-insert must not interleave."""

    @event.listens_for(engine, "connect")
    def connect(dbapi_connection: sqlite3.Connection, _record: object) -> None:
        dbapi_connection.isolation_level = None  # we emit BEGIN ourselves
        dbapi_connection.execute(f"PRAGMA busy_timeout={LOCK_WAIT // timedelta(milliseconds=1)}")
        dbapi_connection.execute("PRAGMA journal_mode=WAL")
        dbapi_connection.execute("PRAGMA synchronous=FULL")  # NORMAL may lose commits at power loss
        dbapi_connection.execute("PRAGMA foreign_keys=ON")
        dbapi_connection.execute(f"PRAGMA cache_size={-CACHE_KB}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("for_writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
