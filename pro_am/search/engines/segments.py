"""Whoosh's segments decoded to arrays. A segment never changes: what is decoded once stays true.

Whoosh scores and filters document by document, in Python: slow where many offers match. Here it
only stores, and is asked for whole lists: the offers that have a term, the facts of a segment.
"""

import errno
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.matching.wrappers import FilterMatcher
from whoosh.reading import SegmentReader, TermNotFound

from pro_am.search.engines import IndexBroken
from pro_am.search.engines.decoded import Arrays, DecodedCache
from pro_am.search.engines.stored import FACTS
from pro_am.search.rules.text import Word

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
Rows = NDArray[Any]
Said = tuple[Rows, Floats]  # rows of a segment, and how often a word counts in each

FEW = 12  # up to a twelfth of the rows, their marks are read row by row

# What a rebuild would not mend: no room left, too many files open.
NOT_DAMAGE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.ENFILE})


@dataclass(frozen=True)
class Segment:
    """One segment as one reader sees it, with a row for each document."""

    reader: SegmentReader
    cache: DecodedCache
    facts: dict[str, NDArray[Any]]
    """A column for each of `FACTS`."""
    live: Mask
    """False where the document was removed or replaced."""
    turn: threading.Lock = field(default_factory=threading.Lock, compare=False)
    """A reader of Whoosh is for one thread at a time."""

    @classmethod
    def of(cls, reader: SegmentReader, cache: DecodedCache) -> "Segment":
        with reading():
            rows = reader.doc_count_all()
            columns = cache.get(_key(reader, "facts"), lambda: _facts(reader))
            live = np.ones(rows, dtype=bool)
            live[list(reader.deleted_docs_set)] = False
        if len(columns[0]) != rows:
            raise IndexBroken(f"A segment has {len(columns[0])} facts for {rows} documents.")
        return cls(reader, cache, dict(zip(FACTS.fields or (), columns, strict=True)), live)

    def __len__(self) -> int:
        return len(self.live)

    def saying(self, word: Word) -> Said:
        """The rows that have any term of the word, and how often each says it."""
        lists = [(self._read(_postings, "words", term), factor) for term, factor in word]
        said = [(rows, factor * counts) for (rows, counts), factor in lists if len(rows)]
        if len(said) == 1:
            return said[0]
        times = np.zeros(len(self))
        for rows, counts in said:
            times[rows] += counts
        having = np.flatnonzero(times) if said else np.empty(0, np.int64)
        return having, times[having]

    def marked(self, kind: str, values: Iterable[str]) -> Mask:
        """The rows that have any of the marks."""
        mask = np.zeros(len(self), dtype=bool)
        for value in values:
            mask[self._marks.rows_of(f"{kind}:{value}")] = True
        return mask

    def counts(self, mask: Mask) -> Callable[[str], Counter[str]]:
        """By the kind of marks: how many rows of the mask have each."""
        rows = np.flatnonzero(mask)
        if FEW * len(rows) > len(mask):
            return lambda kind: self._marks.named(kind, self._marks.counts(kind, mask))
        starts, numbers = self.cache.get(
            _key(self.reader, "marks", "by row"), lambda: self._marks.by_row(len(self))
        )
        lengths = starts[rows + 1] - starts[rows]
        before = np.cumsum(lengths) - lengths
        places = np.arange(lengths.sum()) + np.repeat(starts[rows] - before, lengths)
        counts = np.bincount(numbers[places], minlength=len(self._marks.names))
        return lambda kind: self._marks.named(kind, counts[self._marks.of_kind(kind)])

    @cached_property
    def _marks(self) -> "_Marks":
        return _Marks(*self._read(_lists, "marks"))

    def _read(self, decode: Callable[..., Arrays], *what: str) -> Arrays:
        def once() -> Arrays:
            with self.turn:
                return decode(self.reader, *what)

        with reading():
            return self.cache.get(_key(self.reader, *what), once)


@dataclass(frozen=True)
class _Marks:
    """The rows that have each mark: those of the n-th name are `rows[starts[n]:starts[n + 1]]`."""

    names: NDArray[np.str_]
    """In order."""
    starts: NDArray[np.int64]
    rows: Rows

    def rows_of(self, name: str) -> Rows:
        number = int(np.searchsorted(self.names, name))
        if number == len(self.names) or self.names[number] != name:
            return self.rows[:0]
        return self.rows[self.starts[number] : self.starts[number + 1]]

    def of_kind(self, kind: str) -> slice:
        return slice(*np.searchsorted(self.names, [f"{kind}:", f"{kind};"]))  # ";" follows ":"

    def counts(self, kind: str, mask: Mask) -> NDArray[np.int64]:
        """Of each name of the kind, how many rows of the mask have it."""
        names = self.of_kind(kind)
        if names.start == names.stop:
            return np.empty(0, np.int64)
        begin, end = self.starts[names.start], self.starts[names.stop]
        having = mask.view(np.uint8)[self.rows[begin:end]]
        # No list is empty: where nobody has a mark, there is none.
        counts: NDArray[np.int64] = np.add.reduceat(
            having, self.starts[names] - begin, dtype=np.int64
        )
        return counts

    def named(self, kind: str, counts: NDArray[np.int64]) -> Counter[str]:
        found = np.flatnonzero(counts)
        names = self.names[self.of_kind(kind)][found].tolist()
        values = (name[len(kind) + 1 :] for name in names)
        return Counter(dict(zip(values, counts[found].tolist(), strict=True)))

    def by_row(self, size: int) -> Arrays:
        """The numbers of the names that each row has: from `starts[row]` to `starts[row + 1]`."""
        numbers = np.repeat(np.arange(len(self.names), dtype=np.uint32), np.diff(self.starts))
        in_order = np.argsort(self.rows, kind="stable")
        starts = np.searchsorted(self.rows[in_order], np.arange(size + 1))
        return starts, numbers[in_order]


def _key(reader: SegmentReader, *parts: str) -> tuple[str, ...]:
    return (reader.segment().segment_id(), *parts)


def _facts(reader: SegmentReader) -> Arrays:
    rows = np.frombuffer(b"".join(reader.column_reader("facts", translate=False)), dtype=FACTS)
    return tuple(np.ascontiguousarray(rows[name]) for name in FACTS.fields or ())


def _lists(reader: SegmentReader, field: str) -> Arrays:
    """What `_Marks` holds."""
    names = [term.decode() for term in reader.lexicon(field)]
    lists = [_postings(reader, field, name)[0] for name in names]
    starts = np.cumsum([0, *map(len, lists)], dtype=np.int64)
    return np.array(names, dtype=str), starts, np.concatenate([np.empty(0, np.int32), *lists])


def _postings(reader: SegmentReader, field: str, term: str) -> Arrays:
    try:
        matcher = reader.postings(field, term)
    except TermNotFound:
        return np.empty(0, np.int32), np.empty(0, np.int32)
    if isinstance(matcher, FilterMatcher):
        # With the removed ones, which older readers may still see; it stands behind the first.
        matcher = matcher.child
        matcher.reset()
    numbers, weights = [], []
    while matcher.is_active():
        # Whole blocks, in half the time of one by one: asking for the first loads all of them.
        matcher.id(), matcher.weight()
        numbers.append(np.array(matcher._ids, np.int32))
        weights.append(np.array(matcher._weights, np.int32))
        matcher._next_block()
    rows = np.concatenate(numbers)
    bounded = np.concatenate(([-1], rows, [reader.doc_count_all()]))
    if (np.diff(bounded) <= 0).any():
        raise IndexBroken(f"The list of {field} {term!r} has impossible rows.")
    return rows, np.concatenate(weights)


@contextmanager
def reading() -> Iterator[None]:
    """Around calls of Whoosh that read files, and as little else as possible.

    Whatever its unpacking and unpickling of a damaged file meets, it raises, `Exception` itself
    included; so there is no narrower list that would be complete.
    """
    try:
        yield
    except Exception as cause:
        if isinstance(cause, OSError) and cause.errno in NOT_DAMAGE:
            raise
        raise IndexBroken(f"Whoosh cannot read the index: {cause!r}") from cause
