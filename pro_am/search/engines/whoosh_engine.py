"""Whoosh in a folder: the engine for one machine, nothing to install but Python.

Whoosh has no checksums, does not bring its files to the disk before it says so, and its readers
are for one thread at a time; generations.py and segments.py make up for it.
"""

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from math import isnan
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.reading import IndexReader
from whoosh.writing import IndexingError

from pro_am.search.engines import Budget, IndexBroken, generations, masks
from pro_am.search.engines.generations import Generations
from pro_am.search.engines.masks import Floats, Mask
from pro_am.search.engines.segments import (
    SCHEMA,
    DecodedCache,
    Segment,
    fields_of,
    reading,
)
from pro_am.search.rules.bm25 import K1, B, idf
from pro_am.search.rules.documents import MOST_HITS, Hit, Order, Query, SearchDocument
from pro_am.search.rules.tally import Tally
from pro_am.search.rules.text import Word

CACHE_BYTES = 64 * 1024 * 1024
WRITER_MEGABYTES = 64
KNOWN_ITEMS = 50
KNOWN_ANSWERS = 48  # with a full list of hits about 100 kilobytes

Answer = TypeVar("Answer")


class WhooshEngine:
    def __init__(self, folder: Path) -> None:
        """The folder appears with the first `rebuild`; until then there is no index."""
        self._generations = Generations(folder)
        self._changes: dict[int, SearchDocument | None] = {}
        self._cache = DecodedCache(CACHE_BYTES)
        self._newest: _Snapshot | None = None
        self._opening = threading.Lock()

    def search(self, query: Query, budget: Budget | None = None) -> list[Hit]:
        return self._ask(lambda snapshot: snapshot.search(query, budget))

    def tally(self, query: Query, among: Collection[int] | None = None) -> Tally:
        return self._ask(lambda snapshot: snapshot.tally(query, among))

    def count(self) -> int:
        return generations.read_manifest(self._generations.current()).count

    def position(self) -> int:
        return generations.read_manifest(self._generations.current()).position

    def replace(self, documents: Iterable[SearchDocument]) -> None:
        self._changes.update((document.offer_id, document) for document in documents)

    def remove(self, offer_ids: Iterable[int]) -> None:
        self._changes.update(dict.fromkeys(offer_ids))

    def commit(self, position: int) -> None:
        with self._generations.locked():
            generation = self._generations.current()
            generations.read_manifest(generation)  # a damaged one is not written over
            replacing = [d for d in self._changes.values() if d is not None]
            count = _write(generation, self._changes, map(fields_of, replacing))
            generations.seal(generation, position=position, count=count)
        self._changes.clear()

    def rebuild(self, documents: Iterable[SearchDocument], position: int) -> None:
        with self._generations.building() as folder:
            known = _KnownItems()
            FileIndex.create(_storage(folder), SCHEMA)
            count = _write(folder, (), map(fields_of, known.watch(documents)))
            generations.seal(folder, position=position, count=count)
            _verify(folder, known)
        self._changes.clear()

    def only_writer(self) -> AbstractContextManager[None]:
        return self._generations.only_writer()

    def merge(self) -> None:
        with self._generations.locked():
            generation = self._generations.current()
            manifest = generations.read_manifest(generation)
            _write(generation, (), (), into_one=True)
            generations.seal(generation, position=manifest.position, count=manifest.count)

    def set_aside(self, reason: str) -> bool:
        self._changes.clear()
        return self._generations.set_aside(reason)

    def check(self) -> None:
        with self._generations.locked():
            generation = self._generations.current()
            manifest = generations.check_files(generation)
            with _reader_of(generation) as reader:
                if reader.doc_count() != manifest.count:
                    raise IndexBroken(
                        f"{reader.doc_count()} offers in {generation.name}, not {manifest.count}."
                    )

    def _ask(self, question: "Callable[[_Snapshot], Answer]") -> Answer:
        snapshot = self._snapshot()
        try:
            return question(snapshot)
        except IndexBroken:
            # A commit or a rebuild may have taken files away under its reader.
            with self._opening:
                if self._newest is snapshot:
                    self._newest = None
            return question(self._snapshot())

    def _snapshot(self) -> "_Snapshot":
        """The index as of its last commit, for all threads."""
        generation = self._generations.current()
        version = generations.version(generation)
        newest = self._newest
        if newest is not None and newest.version == version:
            return newest
        with self._opening:
            if self._newest is None or self._newest.version != version:
                self._newest = _Snapshot.of(generation, version, self._cache)
            return self._newest


def _storage(generation: Path) -> FileStorage:
    # Not mapped to memory: when a mapped file is cut short, reading it kills the process.
    return FileStorage(str(generation), supports_mmap=False)


def _open(generation: Path) -> IndexReader:
    with reading():
        return FileIndex(_storage(generation)).reader()


@contextmanager
def _reader_of(generation: Path) -> Iterator[IndexReader]:
    reader = _open(generation)
    try:
        yield reader
    finally:
        reader.close()


def _write(
    generation: Path,
    outdated: Iterable[int],
    documents: Iterable[dict[str, Any]],
    *,
    into_one: bool = False,
) -> int:
    """Take the outdated offers out, then put the documents in; returns how many are in now.

    Into one segment, or into one more; Whoosh then joins small ones when there are many.
    """
    with reading():
        # Without Whoosh's own lock: ours is held, and does not outlive a write that failed.
        writer = FileIndex(_storage(generation)).writer(limitmb=WRITER_MEGABYTES, _lk=False)
    try:
        with reading():
            for offer_id in outdated:
                writer.delete_by_term("offer", str(offer_id))
        for document in documents:
            writer.add_document(**document)
        with reading():
            writer.commit(optimize=into_one)  # merges, and so reads
    except BaseException:
        with suppress(OSError, IndexingError):  # a full disk may refuse even that
            writer.cancel()
        raise
    with _reader_of(generation) as reader:
        return int(reader.doc_count())


class _KnownItems:
    """Documents evenly spread over all that pass by, at least KNOWN_ITEMS if there are so many."""

    def __init__(self) -> None:
        self.items: list[SearchDocument] = []
        self.offers: set[int] = set()

    def watch(self, documents: Iterable[SearchDocument]) -> Iterator[SearchDocument]:
        step = 1
        for number, document in enumerate(documents):
            self.offers.add(document.offer_id)
            if number % step == 0:
                self.items.append(document)
            if len(self.items) == 2 * KNOWN_ITEMS:
                self.items = self.items[::2]
                step *= 2
            yield document


def _verify(generation: Path, known: _KnownItems) -> None:
    """Raise `IndexBroken` unless what was just built is whole and answers."""
    manifest = generations.check_files(generation)
    if manifest.count != len(known.offers):
        raise IndexBroken(f"{manifest.count} offers were indexed, not {len(known.offers)}.")
    version = generations.version(generation)
    snapshot = _Snapshot.of(generation, version, DecodedCache(CACHE_BYTES))
    for item in known.items:
        query = Query(
            item.title, language=item.language, crafts=frozenset({item.craft}), limit=manifest.count
        )
        if item.offer_id not in {hit.offer_id for hit in snapshot.search(query)}:
            raise IndexBroken(f"Offer {item.offer_id} was indexed, but is not found.")


class _Answers:
    """Those of late, for all threads; an index as of one commit gives the same ones for ever."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def once(
        self, question: Hashable, find: Callable[[], Answer], budget: Budget | None = None
    ) -> Answer:
        with self._lock:
            if question in self._known:
                self._known.move_to_end(question)
                known: Answer = self._known[question]
                return known
        found = find()  # outside the lock: two threads may both do it, and find the same
        if budget and budget.was_partial:
            return found
        with self._lock:
            self._known[question] = found
            if len(self._known) > KNOWN_ANSWERS:
                self._known.popitem(last=False)
        return found


@dataclass(frozen=True)
class _Snapshot:
    """The index as of one commit, for all threads."""

    version: tuple[str, int, int]
    segments: list[Segment]
    offers: int
    average_length: float
    answers: _Answers = field(default_factory=_Answers)

    @classmethod
    def of(
        cls, generation: Path, version: tuple[str, int, int], cache: DecodedCache
    ) -> "_Snapshot":
        reader = _open(generation)
        leaves = [leaf for leaf, _ in reader.leaf_readers()] if reader.doc_count_all() else []
        segments = [Segment.of(leaf, cache) for leaf in leaves]
        offers = sum(int(s.live.sum()) for s in segments)
        length = sum(int(s.facts["length"][s.live].sum()) for s in segments)
        snapshot = cls(version, segments, offers, length / offers if offers else 0.0)
        weakref.finalize(snapshot, reader.close)  # when no thread looks at it any more
        return snapshot

    def search(self, query: Query, budget: Budget | None = None) -> list[Hit]:
        if query.limit > MOST_HITS:
            return self._search(query, budget)  # too much to remember
        return list(self.answers.once(query, lambda: self._search(query, budget), budget))

    def tally(self, query: Query, among: Collection[int] | None) -> Tally:
        only = None if among is None else frozenset(among)
        return self.answers.once((query, only), lambda: self._tally(query, only))

    def _search(self, query: Query, budget: Budget | None) -> list[Hit]:
        weights = [self._idf(word) for word in query.asked]
        found = []
        for segment in self.segments:
            if budget and budget.spent():
                budget.was_partial = True
                break
            passing = masks.passing(segment, query)
            scores = np.zeros(len(segment.facts))
            if query.asked:
                scores, answering = self._scores(segment, query, weights)
                passing &= answering
            rows = np.flatnonzero(passing)
            rows, distances = masks.within_reach(segment, query, rows)
            found.append((segment.facts[rows], scores[rows].round(6), distances))
        return _best(found, query.order, query.limit)

    def _tally(self, query: Query, among: Collection[int] | None) -> Tally:
        weights = [1.0] * len(query.asked)  # who has the words matters, not how well
        total = Tally()
        for segment in self.segments:
            mask = segment.live
            if query.asked:
                mask = self._scores(segment, query, weights)[1]
            if among is not None:
                mask = mask & np.isin(segment.facts["offer_id"], list(among))
            total += masks.tally(segment, query, mask)
        return total

    def _idf(self, word: Word) -> float:
        having = 0
        for segment in self.segments:
            have = np.zeros(len(segment.facts), dtype=bool)
            for term, _factor in word:
                have[segment.having("words", term)[0]] = True
            having += int((have & segment.live).sum())
        return idf(self.offers, having)

    def _scores(self, segment: Segment, query: Query, weights: list[float]) -> tuple[Floats, Mask]:
        """BM25 of each row, and which rows have a word, or every word of their language."""
        scores = np.zeros(len(segment.facts))
        lacking = np.zeros(len(segment.facts), dtype=bool)
        having_any = np.zeros(len(segment.facts), dtype=bool)
        held_back = K1 * (1 - B + B * segment.facts["length"] / (self.average_length or 1.0))
        for word, weight in zip(query.asked, weights, strict=True):
            times = np.zeros(len(segment.facts))
            for term, factor in word:
                rows, counts = segment.having("words", term)
                times[rows] += factor * counts
            having = times > 0
            scores += weight * times * (K1 + 1) / (times + held_back)
            having_any |= having
            if query.every_word:
                languages = {term.partition(":")[0] for term, _factor in word}
                lacking |= segment.marked_any("language", languages) & ~having
        return scores, having_any & ~lacking


def _best(found: list[tuple[NDArray[Any], Floats, Floats]], order: Order, limit: int) -> list[Hit]:
    """The hits of all segments, given their facts, scores and distances."""
    if not found:
        return []
    facts, scores, distances = (np.concatenate(part) for part in zip(*found, strict=True))
    first = {
        Order.TEXT: -scores,
        Order.DISTANCE: distances,  # NaN, where there is no place, sorts last
        Order.PRICE: facts["price_minor"],
    }[order]
    best = np.lexsort((facts["offer_id"], -scores, first))[:limit]
    return [
        Hit(offer_id, score, None if isnan(distance) else distance)
        for offer_id, score, distance in zip(
            facts["offer_id"][best].tolist(),
            scores[best].tolist(),
            distances[best].tolist(),
            strict=True,
        )
    ]
