"""Whoosh in a folder: the engine for one machine, nothing to install but Python.

Whoosh has no checksums, does not bring its files to the disk before it says so, and its readers
are for one thread at a time; generations.py and segments.py make up for it.
"""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.reading import IndexReader
from whoosh.writing import IndexingError

from pro_am.search.engines import Budget, IndexBroken, generations
from pro_am.search.engines.answers import Answer
from pro_am.search.engines.decoded import DecodedCache
from pro_am.search.engines.generations import Generations
from pro_am.search.engines.known_items import KnownItems
from pro_am.search.engines.segments import reading
from pro_am.search.engines.snapshot import Snapshot
from pro_am.search.engines.stored import SCHEMA, fields_of
from pro_am.search.rules.documents import Hit, Query, SearchDocument
from pro_am.search.rules.tally import Tally

CACHE_BYTES = 64 * 1024 * 1024
WRITER_MEGABYTES = 64
IN_A_BLOCK = 1024  # postings: lists are always read whole, and larger blocks are read faster


class WhooshEngine:
    def __init__(self, folder: Path) -> None:
        """The folder appears with the first `rebuild`; until then there is no index."""
        self._generations = Generations(folder)
        self._changes: dict[int, SearchDocument | None] = {}
        self._cache = DecodedCache(CACHE_BYTES)
        self._newest: Snapshot | None = None
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
            known = KnownItems()
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

    def told(self) -> str:
        return self._generations.told()

    def check(self) -> None:
        with self._generations.locked():
            generation = self._generations.current()
            manifest = generations.check_files(generation)
            with _reader_of(generation) as reader:
                if reader.doc_count() != manifest.count:
                    raise IndexBroken(
                        f"{reader.doc_count()} offers in {generation.name}, not {manifest.count}."
                    )

    def _ask(self, question: Callable[[Snapshot], Answer]) -> Answer:
        snapshot = self._snapshot()
        try:
            return question(snapshot)
        except IndexBroken:
            # A commit or a rebuild may have taken files away under its reader.
            with self._opening:
                if self._newest is snapshot:
                    self._newest = None
            return question(self._snapshot())

    def _snapshot(self) -> Snapshot:
        """The index as of its last commit, for all threads."""
        generation = self._generations.current()
        version = generations.version(generation)
        newest = self._newest
        if newest is not None and newest.version == version:
            return newest
        with self._opening:
            if self._newest is None or self._newest.version != version:
                self._newest = Snapshot.of(_open(generation), version, self._cache)
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
        writer = FileIndex(_storage(generation)).writer(
            limitmb=WRITER_MEGABYTES, _lk=False, codec=W3Codec(blocklimit=IN_A_BLOCK)
        )
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


def _verify(generation: Path, known: KnownItems) -> None:
    """Raise `IndexBroken` unless what was just built is whole and answers."""
    manifest = generations.check_files(generation)
    if manifest.count != len(known.offers):
        raise IndexBroken(f"{manifest.count} offers were indexed, not {len(known.offers)}.")
    version = generations.version(generation)
    snapshot = Snapshot.of(_open(generation), version, DecodedCache(CACHE_BYTES))
    for item in known.items:
        query = Query(
            item.title, language=item.language, crafts=frozenset({item.craft}), limit=manifest.count
        )
        if item.offer_id not in {hit.offer_id for hit in snapshot.search(query)}:
            raise IndexBroken(f"Offer {item.offer_id} was indexed, but is not found.")
