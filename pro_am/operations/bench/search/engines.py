"""Where engines keep the indexes of a measurement, which are gone after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from sqlalchemy import create_engine, text

NAMES = ("whoosh", "postgresql")


@contextmanager
def place_for(engine: str) -> Iterator[str]:
    """What `made` asks for: a folder, or the address of an empty database."""
    if engine == "whoosh":
        with TemporaryDirectory(prefix="pro-am-search-") as folder:
            yield str(Path(folder) / "index")
        return
    # Only what develops has the driver; every process reads this module.
    from pro_am.operations import throw_away_postgres

    with throw_away_postgres.running() as server:
        if server is None:
            raise click.ClickException(str(throw_away_postgres.why_not()))
        server.create_database("search")
        yield server.url("search")


def megabytes_at(engine: str, where: str) -> float:
    if engine == "whoosh":
        size = sum(file.stat().st_size for file in Path(where).rglob("*") if file.is_file())
    else:
        database = create_engine(where)
        with database.connect() as connection:
            size = connection.scalar(text("SELECT pg_database_size(current_database())")) or 0
        database.dispose()
    return round(size / 1e6, 1)
