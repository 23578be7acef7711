"""The engine of this installation, one for each process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import current_app
from sqlalchemy import Connection

from pro_am.foundation.database import db
from pro_am.search.engines import Engine
from pro_am.search.engines.whoosh_engine import WhooshEngine


def engine() -> Engine:
    extensions = current_app.extensions
    if "pro_am_search" not in extensions:
        extensions["pro_am_search"] = _chosen()
    found: Engine = extensions["pro_am_search"]
    return found


def _chosen() -> Engine:
    if current_app.config["SEARCH"] == "whoosh":
        return WhooshEngine(Path(current_app.instance_path) / "search")
    # Here, so that who does without it need not have it in memory.
    from pro_am.search.engines.postgresql.database import Database
    from pro_am.search.engines.postgresql.engine import PostgresqlEngine

    return PostgresqlEngine(Database(db.engine, _of_this_request))


@contextmanager
def _of_this_request() -> Iterator[Connection]:
    yield db.session.connection()
