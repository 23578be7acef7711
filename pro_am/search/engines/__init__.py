"""What every search engine promises, whatever it is made of."""

import time
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from typing import Protocol

from pro_am.search.rules.documents import Hit, Query, SearchDocument
from pro_am.search.rules.tally import Tally


class IndexBroken(Exception):  # noqa: N818 - it reads as what happened
    """The index is missing or damaged: search another way, and rebuild it from the database."""


class IndexOutdated(IndexBroken):
    """An earlier version of the program has written it; nothing happened to it."""


class Budget:
    """The time that one search may take. Who runs out of it answers with what was found so far.

    Time of computing in this thread: on a machine that is busy with other things, a search would
    else find nothing just because it had to wait for its turn.
    """

    def __init__(self, seconds: float) -> None:
        self._until = time.thread_time() + seconds
        self.was_partial = False
        """Set by the engine that left something out."""

    def left(self) -> float:
        """Seconds; 0 once it is spent."""
        return max(0.0, self._until - time.thread_time())

    def spent(self) -> bool:
        return time.thread_time() >= self._until


class Engine(Protocol):
    """An index of offers: a cache of the database, written by one worker, read by everyone.

    Every method may raise `IndexBroken`.
    """

    def search(self, query: Query, budget: Budget | None = None) -> list[Hit]:
        """At most `query.limit` offers, in the order of the query (see `arranged`).

        Once the budget is spent, those found so far, and the budget says that it was partial.
        Words that say nothing ("le", "...") are no words: all offers that pass the filters.
        """

    def tally(self, query: Query, among: Collection[int] | None = None) -> Tally:
        """What each choice would leave, whatever the limit; only `among` these offers, if given."""

    def count(self) -> int:
        """How many offers can be found."""

    def position(self) -> int:
        """The last outbox id that the index has seen; 0 at first."""

    def replace(self, documents: Iterable[SearchDocument]) -> None:
        """Put these offers in, each in place of what was known of it, at the next `commit`."""

    def remove(self, offer_ids: Iterable[int]) -> None:
        """Take these offers out, if they are in, at the next `commit`."""

    def commit(self, position: int) -> None:
        """Make what was replaced and removed visible and lasting, with the position, at once."""

    def rebuild(self, documents: Iterable[SearchDocument], position: int) -> None:
        """Index these offers and nothing else, beside the index that goes on serving.

        Each offer comes once, and none is later than the outbox id `position`. What was not
        committed is forgotten: its outbox rows come after `position`, and are read again.
        """

    def check(self) -> None:
        """Raise `IndexBroken` unless everything on disk is what was written."""

    def only_writer(self) -> AbstractContextManager[None]:
        """Wait until nobody else writes this index; around reading the outbox, and rebuilding."""

    def merge(self) -> None:
        """Put together what many commits left behind, so that searches look in fewer places."""

    def set_aside(self, reason: str) -> bool:
        """Serve what is there no more: everyone meets `IndexBroken` until the next `rebuild`.

        What is worth a look is kept for the operator with the reason, the newest alone. Returns
        whether there was anything to set aside.
        """

    def told(self) -> str:
        """For the operator: what serves, what is kept beside it, and why it was set aside."""
