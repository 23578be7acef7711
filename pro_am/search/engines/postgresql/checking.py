"""Whether the tables are as they were written."""

from sqlalchemy import Connection

from pro_am.search.engines import IndexBroken
from pro_am.search.engines.postgresql.rows import Row, digest
from pro_am.search.engines.postgresql.tables import State

SAMPLES = 50  # offers and terms that are looked at closely


def check(connection: Connection, state: State) -> None:
    """Raise `IndexBroken` unless all offers are there, and a sample of them as written."""
    sums = "SELECT count(*), coalesce(sum(length), 0), coalesce(sum(digest), 0) FROM OFFERS"
    found = tuple(map(int, connection.exec_driver_sql(state.sql(sums)).one()))
    if found != (state.offers, state.length, state.digest):
        raise IndexBroken(f"The index holds {found[0]} offers, not those {state.offers} written.")
    _check_offers(connection, state)
    _check_terms(connection, state)


def _check_offers(connection: Connection, state: State) -> None:
    columns = ", ".join(Row._fields)
    some = f"SELECT digest, {columns} FROM OFFERS ORDER BY random() LIMIT {SAMPLES}"
    for written, *row in connection.exec_driver_sql(state.sql(some)):
        if written != digest(Row(*row)):
            raise IndexBroken(f"Offer {row[0]} is not as written in the index.")


def _check_terms(connection: Connection, state: State) -> None:
    """The ids of the terms, and the index of the offers that have them."""
    some = state.sql(f"SELECT id, term, offers FROM TERMS ORDER BY random() LIMIT {SAMPLES}")
    having = state.sql(
        "SELECT count(*) FROM OFFERS WHERE words @> %(id)s OR marks @> %(id)s OR squares @> %(id)s"
    )
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    for number, term, offers in connection.exec_driver_sql(some).all():
        found = connection.exec_driver_sql(having, {"id": f"{{{number}}}"}).scalar_one()
        if found != offers:
            raise IndexBroken(f"The index finds {found} offers for {term!r}, not {offers}.")
