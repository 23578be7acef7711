"""Engines by name: those an operator may choose from."""

from pathlib import Path

from sqlalchemy import create_engine

from pro_am.search.engines import Engine
from pro_am.search.engines.whoosh_engine import WhooshEngine


def made(name: str, where: str) -> Engine:
    """`whoosh` in a folder, or `postgresql` in the database with this address."""
    if name == "whoosh":
        return WhooshEngine(Path(where))
    # Here, so that who does without it need not have it in memory.
    from pro_am.search.engines.postgresql.database import Database
    from pro_am.search.engines.postgresql.engine import PostgresqlEngine

    return PostgresqlEngine(Database(create_engine(where)))
