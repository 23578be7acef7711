"""Putting offers into the tables: a few of them changed, or all anew beside those that serve."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import psycopg
from sqlalchemy import Connection

from pro_am.search.engines.postgresql import tables
from pro_am.search.engines.postgresql.rows import COPY, Row, Terms, copied, digest, row_of, terms_of
from pro_am.search.engines.postgresql.samples import sample_of
from pro_am.search.engines.postgresql.tables import State
from pro_am.search.rules.documents import SearchDocument


def change(
    connection: Connection, changes: Mapping[int, SearchDocument | None], position: int
) -> None:
    """Replace these offers; those without a document are taken out."""
    state = tables.read_state(connection, claim=True)
    gone = _take_out(connection, state, list(changes))
    documents = [(each, terms_of(each)) for each in changes.values() if each is not None]
    having = Counter(name for _document, terms in documents for name in terms.all)
    ids = _ids_of(connection, state, having)
    rows = [_row(document, terms, ids, state.generation) for document, terms in documents]
    _copy(connection, state.sql(COPY), map(copied, rows))
    changed = Counter({ids[name]: count for name, count in having.items()})
    for _length, _digest, *kinds in gone:
        for kind in kinds:
            changed.subtract(kind)
    _count(connection, state, changed)
    tables.write_state(
        connection,
        state._replace(
            version=state.version + 1,
            position=position,
            offers=state.offers + len(rows) - len(gone),
            length=state.length + sum(row.length for row in rows) - sum(old[0] for old in gone),
            digest=state.digest + sum(map(digest, rows)) - sum(old[1] for old in gone),
        ),
    )


def build(connection: Connection, documents: Iterable[SearchDocument], position: int) -> State:
    """All anew, beside what serves; the caller says when the new state does."""
    generation = tables.create_generation(connection)
    ids: dict[str, int] = {}  # in the order of appearance, and so mostly of frequency
    having: Counter[str] = Counter()
    offers = length = digests = 0

    def lines() -> Iterator[str]:
        nonlocal offers, length, digests
        for document in documents:
            terms = terms_of(document)
            having.update(terms.all)
            for name in terms.all:
                ids.setdefault(name, len(ids) + 1)
            row = _row(document, terms, ids, generation)
            offers += 1
            length += row.length
            digests += digest(row)
            yield copied(row)

    _copy(connection, tables.named(COPY, generation), lines())
    counted = (f"{number}\t{_quoted(name)}\t{having[name]}\n" for name, number in ids.items())
    _copy(connection, tables.named("COPY TERMS (id, term, offers) FROM STDIN", generation), counted)
    tables.create_indexes(connection, generation)
    return State(generation, 0, position, offers, length, digests)


def _row(document: SearchDocument, terms: Terms, ids: Mapping[str, int], generation: int) -> Row:
    sample = sample_of(document.offer_id, document.trust, generation)
    return row_of(document, terms, ids, sample)


def _take_out(connection: Connection, state: State, offer_ids: list[int]) -> list[Any]:
    """The length, digest, and arrays of terms of each offer that was in."""
    statement = (
        "DELETE FROM OFFERS WHERE offer_id = ANY(%s::bigint[])"
        " RETURNING length, digest, words, marks, squares"
    )
    return list(connection.exec_driver_sql(state.sql(statement), (offer_ids,)))


def _ids_of(connection: Connection, state: State, names: Iterable[str]) -> dict[str, int]:
    """Of all these terms; new ones get theirs."""
    wanted = list(names)
    read = state.sql("SELECT term, id FROM TERMS WHERE term = ANY(%s::text[])")
    ids = {name: number for name, number in connection.exec_driver_sql(read, (wanted,))}
    new = [name for name in wanted if name not in ids]
    if new:
        last = connection.exec_driver_sql(state.sql("SELECT max(id) FROM TERMS")).scalar() or 0
        ids.update((name, last + n) for n, name in enumerate(new, start=1))
        lines = (f"{ids[name]}\t{_quoted(name)}\t0\n" for name in new)
        _copy(connection, state.sql("COPY TERMS (id, term, offers) FROM STDIN"), lines)
    return ids


def _count(connection: Connection, state: State, changed: Mapping[int, int]) -> None:
    differences = {number: by for number, by in changed.items() if by}
    connection.exec_driver_sql(
        state.sql(
            "UPDATE TERMS AS term SET offers = term.offers + changed.by"
            " FROM unnest(%s::integer[], %s::integer[]) AS changed (id, by)"
            " WHERE term.id = changed.id"
        ),
        (list(differences), list(differences.values())),
    )


def _copy(connection: Connection, statement: str, lines: Iterable[str]) -> None:
    psycopg_connection = connection.connection.driver_connection
    assert isinstance(psycopg_connection, psycopg.Connection)  # noqa: S101
    with psycopg_connection.cursor() as cursor, cursor.copy(statement) as copy:
        for line in lines:
            copy.write(line)


def _quoted(text: str) -> str:
    """As COPY reads it."""
    return text.replace("\\", r"\\").replace("\t", r"\t").replace("\n", r"\n").replace("\r", r"\r")
