"""Installations that last as long as a drill or a measurement; the real one stays untouched."""

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from flask import Flask
from sqlalchemy import URL, create_engine, make_url, text
from sqlalchemy.exc import OperationalError
from werkzeug.utils import import_string

from pro_am import config
from pro_am.foundation.database import db

Settings = dict[str, object]


@contextmanager
def installation(server: str | None = None, *, pool_size: int = 5) -> Iterator[Settings]:
    """Settings for the application of an installation that is gone after the block.

    Its database is an empty SQLite file; with the URL of a PostgreSQL database whose user may
    create others, an empty one beside that. Whatever this machine's environment says, every other
    setting has its default.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="pro-am-")))
        url = f"sqlite:///{folder / 'pro_am.sqlite'}"
        if server:
            url = stack.enter_context(_database_beside(server))
        yield {
            **{setting.name: setting.default for setting in config.SETTINGS},
            "INSTANCE_PATH": str(folder),
            "SECRET_KEY": secrets.token_urlsafe(32),
            "DATABASE_URL": url,
            "SQLALCHEMY_ENGINE_OPTIONS": {"pool_size": pool_size},
        }


@contextmanager
def running(settings: Settings) -> Iterator[Flask]:
    """The application, in its context; its connections are closed at the end."""
    # By its name: the map imports the commands, which therefore cannot import the map.
    app: Flask = import_string("pro_am:create_app")(settings)
    with app.app_context():
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()


def with_driver(server: str) -> URL:
    """The address of a PostgreSQL database, for the driver that the application uses."""
    return make_url(server).set(drivername="postgresql+psycopg")


@contextmanager
def _database_beside(server: str) -> Iterator[str]:
    name = f"pro_am_throw_away_{secrets.token_hex(6)}"
    url = with_driver(server)
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        try:
            with engine.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
        except OperationalError as fault:
            raise click.UsageError(f"This PostgreSQL cannot be used: {fault.orig}") from None
        try:
            yield url.set(database=name).render_as_string(hide_password=False)
        finally:
            with engine.connect() as connection:
                connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        engine.dispose()
