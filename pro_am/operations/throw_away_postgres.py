"""A throw-away PostgreSQL server for tests and drills: on a Unix socket, gone with its process."""

import atexit
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

SUPERUSER = "postgres"
STARTED_WITHIN = 60  # seconds; a busy machine with two cores needs about two
STOPPED_WITHIN = 10
# What tests write need not survive a crash. What is measured, or broken on purpose, must: there
# the server does as it does for a community.
FORGETFUL = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}


class PostgresServer:
    """A running server whose every file lies in one folder."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self._folder = folder
        self._process = process

    def url(self, database: str) -> str:
        """The database's address for SQLAlchemy."""
        return f"postgresql+psycopg://{SUPERUSER}@/{database}?host={self._folder}"

    def create_database(self, name: str, template: str | None = None) -> None:
        """Create an empty database, or a copy of `template`, to which nobody may be connected."""
        names = sql.Identifier(name), sql.Identifier(template or "template0")
        self._execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))

    def drop_database(self, name: str) -> None:
        """Drop the database if it is there, and cut off whoever is still connected."""
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        self._execute(statement)

    def stop(self) -> None:
        """Stop the server and remove its files; stopping twice does no harm."""
        # SIGQUIT, PostgreSQL's immediate shutdown: nobody waits for who is still connected.
        self._process.send_signal(signal.SIGQUIT)
        try:
            self._process.wait(STOPPED_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
        atexit.unregister(self.stop)

    def wait_until_ready(self) -> None:
        """Return once the server answers; raise `RuntimeError` with its log when it does not."""
        deadline = time.monotonic() + STARTED_WITHIN
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                self._execute(sql.SQL("SELECT 1"))
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        log = (self._folder / "log").read_text(errors="replace")
        self.stop()
        raise RuntimeError(f"PostgreSQL did not start:\n{log}")

    def _execute(self, statement: sql.SQL | sql.Composed) -> None:
        address = f"host={self._folder} user={SUPERUSER} dbname=postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement)


def why_not() -> str | None:
    """Why no server can be started on this machine, for a person to read; None when one can."""
    if _programs() is None:
        return "PostgreSQL is not installed (apt-get install postgresql)."
    if shutil.which("setpriv") is None:
        return "setpriv is not installed (apt-get install util-linux)."
    return None


@contextmanager
def running() -> Iterator[PostgresServer | None]:
    """A server that forgets nothing, until the end of the block; None like `start`."""
    server = start(durable=True)
    try:
        yield server
    finally:
        if server:
            server.stop()


def start(*, durable: bool = False) -> PostgresServer | None:
    """Start a server of this process's own; None where `why_not()` has a reason."""
    programs = _programs()
    if programs is None or why_not():
        return None
    # Not TMPDIR: the path of a Unix socket has at most 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="pro-am-pg-", dir="/tmp"))
    unprivileged = _unprivileged(folder)
    initdb = [f"{programs}/initdb", f"--pgdata={folder}/data", f"--username={SUPERUSER}"]
    initdb += ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(  # noqa: S603 - our own words
        [*unprivileged, *initdb], check=True, stdout=subprocess.DEVNULL, cwd=folder
    )
    settings = {"listen_addresses": "", **({} if durable else FORGETFUL)}
    postgres = [f"{programs}/postgres", "-D", f"{folder}/data", "-k", str(folder)]
    postgres += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        # SIGQUIT, PostgreSQL's immediate shutdown, also reaches it if this process is killed.
        process = subprocess.Popen(  # noqa: S603 - our own words
            [*unprivileged, "--pdeathsig=QUIT", *postgres], stdout=log, stderr=log, cwd=folder
        )
    server = PostgresServer(folder, process)
    atexit.register(server.stop)
    server.wait_until_ready()
    return server


def _programs() -> Path | None:
    """The folder of the newest installed server, which Debian keeps off the PATH."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    newest = max(versions, key=lambda postgres: int(postgres.parts[-3]), default=None)
    postgres = newest or shutil.which("postgres")
    return Path(postgres).parent if postgres else None


def _unprivileged(folder: Path) -> list[str]:
    """The command to start programs with: PostgreSQL refuses root, so root gives itself up."""
    if os.geteuid() != 0:
        return ["setpriv"]
    user = pwd.getpwnam("nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
