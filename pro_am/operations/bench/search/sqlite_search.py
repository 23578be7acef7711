"""SQLite's FTS5 on the same terms: what another engine needs for the same question."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from pro_am.search.rules.documents import MOST_HITS, Query, SearchDocument, weighted_terms

_CREATE = """CREATE VIRTUAL TABLE offers
    USING fts5(terms, content='', tokenize="ascii tokenchars ':'")"""
_ASK = f"""SELECT rowid FROM offers WHERE offers MATCH ? ORDER BY rank LIMIT {MOST_HITS}"""  # noqa: S608 - a constant


def write(file: Path, documents: Iterable[SearchDocument]) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute(_CREATE)
        connection.executemany(
            "INSERT INTO offers (rowid, terms) VALUES (?, ?)",
            ((each.offer_id, " ".join(weighted_terms(each).elements())) for each in documents),
        )
    connection.close()


class SqliteSearch:
    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file)

    def search(self, query: Query) -> list[int]:
        """The offers that have any of the words, the best first."""
        terms = " OR ".join(f'"{term}"' for word in query.asked for term, _factor in word)
        return [offer_id for (offer_id,) in self._connection.execute(_ASK, [terms])]

    def close(self) -> None:
        self._connection.close()
