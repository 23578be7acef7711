"""The engine on which a drill runs, and the server of its own that it may need."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import click
from flask import current_app
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from pro_am.operations.throw_away import with_driver


@dataclass(frozen=True)
class Engine:
    name: str
    url: str | None  # of the PostgreSQL database beside which to make one
    version: str


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--engine and --database-url, for `chosen`."""
    for option in (
        click.option(
            "--database-url",
            help="PostgreSQL beside which to make a database, and drop it. Default: this"
            " installation's, if it has one, else a server that is started for the drill.",
        ),
        click.option(
            "--engine",
            type=click.Choice(["sqlite", "postgresql"]),
            help="Default: sqlite, or postgresql when a URL is given.",
        ),
    ):
        command = option(command)
    return command


@contextmanager
def chosen(engine: str | None, database_url: str | None) -> Iterator[Engine]:
    """SQLite, or PostgreSQL with a server that is there until the end of the block."""
    if engine == "sqlite" or (engine is None and database_url is None):
        if database_url:
            raise click.UsageError("With --engine sqlite the drill needs no --database-url.")
        yield Engine("sqlite", None, f"SQLite {sqlite3.sqlite_version}")
        return
    installed = str(current_app.config["SQLALCHEMY_DATABASE_URI"])
    url = database_url or (installed if installed.startswith("postgresql") else None)
    if url:
        yield _postgresql(url)
        return
    # It needs psycopg, which an installation on SQLite has no use for.
    from pro_am.operations import throw_away_postgres

    with throw_away_postgres.running() as server:
        if server is None:
            raise click.UsageError(
                f"{throw_away_postgres.why_not()} Or name a database with --database-url:"
                " postgresql://USER:PASSWORD@HOST/NAME"
            )
        yield _postgresql(server.url("postgres"))


def _postgresql(url: str) -> Engine:
    if not url.startswith(("postgresql://", "postgresql+psycopg://")):
        raise click.UsageError(
            "Name a PostgreSQL database with --database-url: postgresql://USER:PASSWORD@HOST/NAME"
        )
    asked = create_engine(with_driver(url))
    try:
        with asked.connect() as connection:
            numbers = connection.dialect.server_version_info or ()
    except OperationalError as fault:
        raise click.UsageError(f"This PostgreSQL cannot be used: {fault.orig}") from None
    finally:
        asked.dispose()
    return Engine("postgresql", url, f"PostgreSQL {'.'.join(map(str, numbers))}")
