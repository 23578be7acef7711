"""The database as one file, and back: SQLite by its own means, PostgreSQL by pg_dump."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import URL, Connection, make_url, select, text
from sqlalchemy.sql import func

from pro_am.foundation.database import db
from pro_am.operations.copies.manifest import Unusable

DUMP_SECONDS = 3600


def engine_name() -> str:
    return db.engine.dialect.name


def snapshot(file: Path) -> dict[str, int]:
    """Write the whole database as it is at one instant; return the rows of each table in it.

    Neither engine makes those who write meanwhile wait.
    """
    if engine_name() == "sqlite":
        return _snapshot_sqlite(file)
    return _snapshot_postgresql(file)


def load(file: Path) -> None:
    """Put a snapshot in the place of what the database holds."""
    db.session.remove()
    if engine_name() == "sqlite":
        _load_sqlite(file)
    else:
        _load_postgresql(file)


def holds_members() -> bool:
    with db.engine.connect() as connection:
        if not db.engine.dialect.has_table(connection, "members"):
            return False
        return bool(connection.scalar(text("SELECT count(*) FROM members")))


def check_tools() -> None:
    """Say before the work begins what is missing for it."""
    if engine_name() == "postgresql":
        for program in ("pg_dump", "pg_restore"):
            _program(program)


def _snapshot_sqlite(file: Path) -> dict[str, int]:
    with db.engine.connect() as connection:
        connection.rollback()  # VACUUM refuses to run inside a transaction
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)  # noqa: S101
        raw.execute("VACUUM INTO ?", (str(file),))
    copy = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        tables = copy.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        return {
            name: copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for (name,) in tables
        }
    finally:
        copy.close()


def _snapshot_postgresql(file: Path) -> dict[str, int]:
    """Count in the very snapshot that pg_dump writes out."""
    with db.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        name = connection.scalar(text("SELECT pg_export_snapshot()"))
        # The index of search has a schema of its own: it is built anew, never copied.
        only = ("--exclude-schema=pro_am_search", f"--snapshot={name}")
        _run("pg_dump", "--format=custom", "--compress=6", *only, f"--file={file}")
        return _rows(connection)


def _rows(connection: Connection) -> dict[str, int]:
    tables = db.inspect(db.engine).get_table_names()
    return {
        name: connection.scalar(select(func.count()).select_from(text(f'"{name}"'))) or 0
        for name in tables
    }


def _load_sqlite(file: Path) -> None:
    """Into the file that is there, in one transaction: a process that has it open goes on."""
    source = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        if source.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Unusable("The database in this backup is damaged.")
        with db.engine.connect() as connection:
            connection.rollback()
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)  # noqa: S101
            source.backup(raw)
    finally:
        source.close()
    db.engine.dispose()  # connections that remember the old schema


def _load_postgresql(file: Path) -> None:
    """Beside what is there, which goes only when the copy is in: a failure loses nothing."""
    db.engine.dispose()
    _execute("ALTER SCHEMA public RENAME TO before_restore", "CREATE SCHEMA public")
    try:
        _run("pg_restore", "--exit-on-error", "--single-transaction", "--schema=public", str(file))
    except BaseException:
        _execute("DROP SCHEMA public CASCADE", "ALTER SCHEMA before_restore RENAME TO public")
        raise
    _execute("DROP SCHEMA before_restore CASCADE")


def _execute(*statements: str) -> None:
    with db.engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def _run(program: str, *arguments: str) -> None:
    url = make_url(db.engine.url)
    target = ["--no-owner", "--no-privileges", f"--dbname={_dsn()}"]
    done = subprocess.run(  # noqa: S603 - a fixed program with our own arguments
        [_program(program), *target, *arguments],
        env=_surroundings(url),
        capture_output=True,
        text=True,
        timeout=DUMP_SECONDS,
        check=False,
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines()
        raise Unusable(f"{program} failed: {reason[-1] if reason else done.returncode}")


def _dsn() -> str:
    """The database's address for libpq, without its password: others may read our arguments."""
    url = make_url(db.engine.url).set(drivername="postgresql", password=None)
    return url.render_as_string(hide_password=False)


def _surroundings(url: URL) -> Mapping[str, str]:
    password = {"PGPASSWORD": str(url.password)} if url.password else {}
    return os.environ | password


def _program(name: str) -> str:
    """The newest that is installed, which Debian keeps off the PATH."""
    versions = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    newest = max(versions, key=lambda file: int(file.parts[-3]), default=None)
    found = str(newest) if newest else shutil.which(name)
    if found is None:
        raise Unusable(f"{name} is not installed: apt-get install postgresql-client")
    return found
