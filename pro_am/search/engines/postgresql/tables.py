"""What the engine keeps, in a schema of its own: a cache, which no backup and no migration knows.

Each generation has two tables, `offers_N` and `terms_N`; the one row of `state` says which serves.
"""

from typing import NamedTuple

from sqlalchemy import Connection

from pro_am.search.engines import IndexBroken, IndexOutdated
from pro_am.search.engines.postgresql import samples

SCHEMA = "pro_am_search"
FORMAT = 1  # raise it when the analysis or the tables change: older indexes are then rebuilt

_STATE = f"""
CREATE SCHEMA IF NOT EXISTS {SCHEMA};
CREATE TABLE IF NOT EXISTS {SCHEMA}.state (
    is_alone boolean PRIMARY KEY DEFAULT true CHECK (is_alone),
    format integer NOT NULL,
    generation integer NOT NULL,
    version bigint NOT NULL,
    position bigint NOT NULL,
    offers bigint NOT NULL,
    length bigint NOT NULL,
    digest bigint NOT NULL,
    set_aside text
)
"""

# Fixed lengths first. A term is a word of an offer, something it is or has, or a square of the map;
# arrays hold ids of terms, `times` how often each of `words` counts.
_TABLES = """
CREATE TABLE TERMS (
    id integer PRIMARY KEY,
    term text NOT NULL UNIQUE,
    offers integer NOT NULL
) WITH (fillfactor = 80);
CREATE TABLE OFFERS (
    offer_id bigint NOT NULL,
    price_minor bigint NOT NULL,
    lat double precision,
    lon double precision,
    digest bigint NOT NULL,
    length integer NOT NULL,
    radius_km integer NOT NULL,
    seats_least integer NOT NULL,
    seats_most integer NOT NULL,
    trust smallint NOT NULL,
    modes smallint NOT NULL,
    sample smallint NOT NULL,
    has_picture boolean NOT NULL,
    is_instant boolean NOT NULL,
    language text NOT NULL,
    words integer[] NOT NULL,
    times smallint[] NOT NULL,
    marks integer[] NOT NULL,
    squares integer[] NOT NULL
)
"""

# All kinds of terms in one index, which then need not read what only one of them has. Without the
# list of pending entries, which every search would have to read through.
_INDEXES = """
ALTER TABLE OFFERS ADD PRIMARY KEY (offer_id);
CREATE INDEX ON OFFERS (price_minor, offer_id);
CREATE INDEX ON OFFERS USING gin (words, marks, squares) WITH (fastupdate = off);
"""


class State(NamedTuple):
    """The index as of one commit."""

    generation: int
    version: int
    """Another one after every commit and every rebuild."""
    position: int
    offers: int
    length: int
    """Of all offers together, in counted terms."""
    digest: int
    """The sum of what `rows.digest` says of each offer."""

    @property
    def average_length(self) -> float:
        return self.length / self.offers if self.offers else 1.0

    def sql(self, statement: str) -> str:
        """With the names of this generation's tables, for OFFERS and TERMS."""
        return named(statement, self.generation)


_READ = f"SELECT format, set_aside, {', '.join(State._fields)} FROM {SCHEMA}.state"
_COLUMNS = {"is_alone", "format", "set_aside", *State._fields}


def named(statement: str, generation: int) -> str:
    return statement.replace("OFFERS", f"{SCHEMA}.offers_{generation}").replace(
        "TERMS", f"{SCHEMA}.terms_{generation}"
    )


def read_state(connection: Connection, *, claim: bool = False) -> State:
    """Claimed, nobody else changes the index before this transaction ends."""
    row = connection.exec_driver_sql(_READ + (" FOR UPDATE" if claim else "")).one_or_none()
    if row is None:
        raise IndexBroken("The index was never built.")
    written_as, reason, *state = row
    if written_as != FORMAT:
        raise IndexOutdated(f"The index has format {written_as}, not {FORMAT}.")
    if reason is not None:
        raise IndexBroken(f"The index was set aside: {reason}")
    return State(*state)


def set_aside(connection: Connection, reason: str) -> bool:
    """Whether there was an index that served. Its tables stay until the rebuild after the next."""
    if not _has_state(connection):
        return False
    found = connection.exec_driver_sql(
        f"UPDATE {SCHEMA}.state SET set_aside = %s WHERE set_aside IS NULL RETURNING 1",
        (reason.replace("\0", ""),),
    )
    return found.one_or_none() is not None


def create_generation(connection: Connection) -> int:
    """Empty tables, without indexes; what neither serves nor served last is dropped."""
    if not _has_state(connection):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {SCHEMA}.state; {_STATE}")
    serving = connection.exec_driver_sql(f"SELECT generation FROM {SCHEMA}.state").scalar()
    found = connection.exec_driver_sql(
        "SELECT substring(tablename from '[0-9]+$')::integer FROM pg_tables"
        f" WHERE schemaname = '{SCHEMA}' AND tablename ~ '_[0-9]+$'"
    ).scalars()
    numbers = sorted({*found, serving or 0})
    for number in numbers:
        if number != serving:
            connection.exec_driver_sql(named("DROP TABLE IF EXISTS OFFERS, TERMS", number))
    connection.exec_driver_sql(named(_TABLES, numbers[-1] + 1))
    return numbers[-1] + 1


def _has_state(connection: Connection) -> bool:
    """As this version of the program knows it."""
    columns = connection.exec_driver_sql(
        "SELECT column_name FROM information_schema.columns"
        f" WHERE table_schema = '{SCHEMA}' AND table_name = 'state'"
    )
    return set(columns.scalars()) == _COLUMNS


def create_indexes(connection: Connection, generation: int) -> None:
    connection.exec_driver_sql(named(_INDEXES + samples.indexes(), generation))
    connection.exec_driver_sql(named("ANALYZE OFFERS; ANALYZE TERMS", generation))


def write_state(connection: Connection, state: State) -> None:
    """Make this the index that serves, with the end of the transaction."""
    connection.exec_driver_sql(
        f"INSERT INTO {SCHEMA}.state (format, {', '.join(State._fields)})"
        f" VALUES ({FORMAT}, {', '.join('%s' for _ in State._fields)})"
        f" ON CONFLICT (is_alone) DO UPDATE"
        f" SET format = {FORMAT}, set_aside = NULL, "
        + ", ".join(f"{name} = excluded.{name}" for name in State._fields),
        tuple(state),
    )
