"""How the engine reaches its database."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress

import sqlalchemy
from psycopg import errors
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from pro_am.search.engines import IndexBroken

LOCK = "pro_am_search"  # of the one who writes

# What a rebuild mends: tables that are gone or changed, and files of theirs that cannot be read.
_DAMAGE = (
    errors.ProgrammingError,
    errors.InternalError,
    errors.DataError,
    errors.IntegrityError,
    errors.UndefinedFile,
    errors.IoError,
)
# A search is short: preparing to be fast takes longer. "Parallel" would take the neighbours' time.
_QUICKLY = """
    SET LOCAL jit = off;
    SET LOCAL max_parallel_workers_per_gather = 0;
    SET LOCAL work_mem = '32MB'
"""


class OutOfTime(IndexBroken):
    """The database stopped a question that took too long."""


class Database:
    def __init__(
        self,
        connections: sqlalchemy.Engine,
        current: Callable[[], AbstractContextManager[Connection]] | None = None,
    ) -> None:
        """Questions are asked on the `current` connection, if given, within its transaction."""
        self._connections = connections
        self._current = current or connections.connect

    @contextmanager
    def asking(self, seconds: float | None = None) -> Iterator[Connection]:
        """Raises `OutOfTime` or `IndexBroken`; the transaction around it goes on in any case."""
        with self._current() as connection:
            limit = "" if seconds is None else f"; SET LOCAL statement_timeout = {_ms(seconds)}"
            connection.exec_driver_sql(f"SAVEPOINT search; {_QUICKLY}{limit}")
            try:
                with _translated():
                    yield connection
            finally:
                # Only settings and locks are undone. Where the connection is lost, all is.
                with suppress(DBAPIError):
                    connection.exec_driver_sql("ROLLBACK TO search; RELEASE search")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction of its own, as long as it takes."""
        with self._patient() as connection, _translated():
            yield connection

    @contextmanager
    def only_writer(self) -> Iterator[None]:
        """Wait for the others, on whatever machine; the lock ends with its connection."""
        with self._patient() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock(hashtext('{LOCK}'))")
            yield

    def sweep(self, table_names: Iterable[str]) -> None:
        """Make room where rows were replaced, and count anew what the planner goes by."""
        with self._connections.connect() as connection, _translated():
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.detach()  # whoever gets the next connection is patient no longer than usual
            connection.exec_driver_sql("SET statement_timeout = 0")
            for name in table_names:
                connection.exec_driver_sql(f"VACUUM (ANALYZE) {name}")

    @contextmanager
    def _patient(self) -> Iterator[Connection]:
        with self._connections.begin() as connection:
            connection.exec_driver_sql(
                "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0"
            )
            yield connection


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except DBAPIError as cause:
        if isinstance(cause.orig, errors.QueryCanceled):
            raise OutOfTime("PostgreSQL did not answer in time.") from cause
        if isinstance(cause.orig, _DAMAGE):
            raise IndexBroken(f"PostgreSQL cannot read the index: {cause.orig}") from cause
        raise
    except _DAMAGE as cause:  # of what is copied in, which SQLAlchemy does not know
        raise IndexBroken(f"PostgreSQL cannot write the index: {cause}") from cause


def _ms(seconds: float) -> int:
    return max(1, round(seconds * 1000))
