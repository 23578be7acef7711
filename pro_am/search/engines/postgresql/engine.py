"""The engine itself: asks, writes, and compares what is there with what was written."""

import threading
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from pro_am.search.engines import Budget, IndexBroken
from pro_am.search.engines.known_items import KnownItems
from pro_am.search.engines.postgresql import checking, counts, hits, tables, writing
from pro_am.search.engines.postgresql.candidates import Question
from pro_am.search.engines.postgresql.database import Database, OutOfTime
from pro_am.search.engines.postgresql.hits import MOST_SCORED
from pro_am.search.engines.postgresql.knowledge import Knowledge
from pro_am.search.engines.postgresql.samples import LAST
from pro_am.search.rules.documents import MOST_HITS, Hit, Query, SearchDocument
from pro_am.search.rules.tally import Tally

COUNTING_SECONDS = 0.3
LAST_TRY_SECONDS = 0.1  # for a small sample, when there was no time for more

Found = tuple[list[Hit], bool]


class PostgresqlEngine:
    def __init__(self, database: Database, most_scored: int = MOST_SCORED) -> None:
        """Tables appear with the first `rebuild`; until then there is no index."""
        self._database = database
        self._most_scored = most_scored
        self._changes: dict[int, SearchDocument | None] = {}
        self._newest: Knowledge | None = None
        self._learning = threading.Lock()

    def only_writer(self) -> AbstractContextManager[None]:
        return self._database.only_writer()

    def search(self, query: Query, budget: Budget | None = None) -> list[Hit]:
        if budget and budget.spent():
            budget.was_partial = True
            return []
        try:
            with self._database.asking(budget.left() if budget else None) as connection:
                known = self._knowledge(connection)
                found, is_exact = known.answers.once(query, lambda: self._find(connection, query))
        except OutOfTime:
            found, is_exact = self._find_some(query), False
        if budget and not is_exact:
            budget.was_partial = True
        return list(found)

    def tally(self, query: Query, among: Collection[int] | None = None) -> Tally:
        only = None if among is None else frozenset(among)
        try:
            with self._database.asking(COUNTING_SECONDS) as connection:
                known = self._knowledge(connection)
                return known.answers.once(
                    (query, only), lambda: counts.tally(connection, query, only, known)
                )
        except OutOfTime:
            return self._tally_some(query, only)

    def count(self) -> int:
        with self._database.asking() as connection:
            return tables.read_state(connection).offers

    def position(self) -> int:
        with self._database.asking() as connection:
            return tables.read_state(connection).position

    def replace(self, documents: Iterable[SearchDocument]) -> None:
        self._changes.update((document.offer_id, document) for document in documents)

    def remove(self, offer_ids: Iterable[int]) -> None:
        self._changes.update(dict.fromkeys(offer_ids))

    def commit(self, position: int) -> None:
        with self._database.writing() as connection:
            writing.change(connection, self._changes, position)
        self._changes.clear()

    def rebuild(self, documents: Iterable[SearchDocument], position: int) -> None:
        known = KnownItems()
        with self._database.writing() as connection:
            state = writing.build(connection, known.watch(documents), position)
            self._verify(connection, known, Knowledge(state))
            tables.write_state(connection, state)
        self._changes.clear()

    def check(self) -> None:
        with self._database.writing() as connection:
            checking.check(connection, tables.read_state(connection))

    def merge(self) -> None:
        """What commits left behind is swept up, by PostgreSQL's own means."""
        with self._database.asking() as connection:
            state = tables.read_state(connection)
        self._database.sweep(map(state.sql, ("OFFERS", "TERMS")))

    def set_aside(self, reason: str) -> bool:
        self._changes.clear()
        with self._database.writing() as connection:
            return tables.set_aside(connection, reason)

    def told(self) -> str:
        try:
            with self._database.asking() as connection:
                return f"Serving: tables number {tables.read_state(connection).generation}."
        except IndexBroken as fault:
            return f"Serving: nothing ({fault})."

    def _knowledge(self, connection: Connection) -> Knowledge:
        state = tables.read_state(connection)
        newest = self._newest
        if newest is None or newest.state != state:
            with self._learning:
                if self._newest is None or self._newest.state != state:
                    self._newest = Knowledge(state)
                newest = self._newest
        return newest

    def _find(self, connection: Connection, query: Query) -> Found:
        # More than a page ever asks for is wanted by who measures: then all are scored.
        most = self._most_scored if query.limit <= MOST_HITS else query.limit
        known = self._knowledge(connection)
        answer = hits.best(connection, Question.of(connection, query, known, most))
        return answer.hits, answer.is_exact

    def _find_some(self, query: Query) -> list[Hit]:
        try:
            with self._database.asking(LAST_TRY_SECONDS) as connection:
                known = self._knowledge(connection)
                question = Question.of(connection, query, known, self._most_scored)
                return hits.ask(connection, question, smallest=True).hits
        except OutOfTime:
            return []

    def _tally_some(self, query: Query, only: frozenset[int] | None) -> Tally:
        try:
            with self._database.asking(LAST_TRY_SECONDS) as connection:
                return counts.tally(connection, query, only, self._knowledge(connection), LAST)
        except OutOfTime:
            return Tally()

    def _verify(self, connection: Connection, items: KnownItems, new: Knowledge) -> None:
        """Raise `IndexBroken` unless what was just built is whole and answers."""
        checking.check(connection, new.state)
        for item in items.items:
            query = Query(
                item.title,
                language=item.language,
                crafts=frozenset({item.craft}),
                only=frozenset({item.offer_id}),
            )
            question = Question.of(connection, query, new, self._most_scored)
            if not hits.ask(connection, question).hits:
                raise IndexBroken(f"Offer {item.offer_id} was indexed, but is not found.")
