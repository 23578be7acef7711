"""Whoosh's segments decoded to arrays. A segment never changes: what is decoded once stays true.

Whoosh scores and filters document by document, in Python: slow where many offers match. Here it
only stores, and is asked for whole lists: the offers that have a term, the facts of a segment.
"""

import errno
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import FixedBytesColumn
from whoosh.fields import COLUMN, ID, KEYWORD, Schema
from whoosh.matching.wrappers import FilterMatcher
from whoosh.reading import SegmentReader, TermNotFound

from pro_am.foundation.places.distance import EARTH_RADIUS_KM
from pro_am.profiles.rules import PlaceMode
from pro_am.search.engines import IndexBroken
from pro_am.search.rules.documents import TRAVELLING, SearchDocument, weighted_terms
from pro_am.search.rules.grid import squares_of

Arrays = tuple[NDArray[Any], ...]

DEGREE = 10_000  # degrees are stored in parts of 11 m
NO_PLACE = 2**31 - 1  # where a latitude is stored

# What a rebuild would not mend: no room left, too many files open.
NOT_DAMAGE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.ENFILE})

# One row for each offer of a segment, fixed in length.
FACTS = np.dtype(
    [
        ("offer_id", "<i8"),
        ("price_minor", "<i8"),
        ("lat", "<i4"),
        ("lon", "<i4"),
        ("radius_km", "<i4"),
        ("length", "<i4"),
        ("seats_least", "<i4"),
        ("seats_most", "<i4"),
        ("trust", "<i2"),
        ("place_modes", "u1"),
        ("has_picture", "u1"),
        ("is_instant", "u1"),
    ]
)

# Marks of which a search counts how many offers have them.
COUNTED = ("craft:", "speciality:", "spoken:", "ingredient:", "diet:", "allergen:")

MODE_BITS = {mode: 1 << bit for bit, mode in enumerate(PlaceMode)}
TRAVELLING_BITS = sum(MODE_BITS[mode] for mode in TRAVELLING)

SCHEMA = Schema(
    offer=ID(),  # to find the document that a newer one replaces
    # "Scorable" only because Whoosh then has lengths in memory, and writes in half the time.
    words=KEYWORD(scorable=True),
    marks=KEYWORD(scorable=True),  # what an offer has or has not
    facts=COLUMN(FixedBytesColumn(FACTS.itemsize)),
)


def fields_of(document: SearchDocument) -> dict[str, Any]:
    """The document as Whoosh stores it."""
    counts = weighted_terms(document)
    return {
        "offer": str(document.offer_id),
        "words": list(counts.elements()),
        "marks": _marks_of(document),
        "facts": _facts_of(document, length=counts.total()),
    }


def _marks_of(document: SearchDocument) -> list[str]:
    marks = [f"language:{document.language}", f"craft:{document.craft}"]
    marks += [f"speciality:{slug}" for slug in document.speciality_slugs]
    marks += [f"spoken:{code}" for code in document.spoken]
    marks += [f"ingredient:{name}" for name in document.ingredients]
    marks += [f"diet:{diet}" for diet in document.diets]
    marks += [f"allergen:{allergen}" for allergen in document.allergens_contained]
    if document.lat is not None and document.lon is not None:
        marks += squares_of(document.lat, document.lon)
    return marks


def _facts_of(document: SearchDocument, *, length: int) -> bytes:
    lat = lon = NO_PLACE
    if document.lat is not None and document.lon is not None:
        lat, lon = round(document.lat * DEGREE), round(document.lon * DEGREE)
    row = (
        document.offer_id,
        document.price_minor,
        lat,
        lon,
        document.radius_km,
        length,
        document.seats_least,
        document.seats_most,
        document.trust,
        sum(MODE_BITS[mode] for mode in document.place_modes),
        document.has_picture,
        document.is_instant,
    )
    return np.array(row, dtype=FACTS).tobytes()


class DecodedCache:
    """Arrays for all threads of a process; when they weigh too much, the longest unused go."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._arrays: OrderedDict[tuple[str, ...], Arrays] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, ...], decode: Callable[[], Arrays]) -> Arrays:
        with self._lock:
            if key in self._arrays:
                self._arrays.move_to_end(key)
                return self._arrays[key]
        arrays = decode()  # outside the lock: two threads may both do it, and find the same
        with self._lock:
            if key not in self._arrays:
                self._arrays[key] = arrays
                self._bytes += _weight(arrays)
            while self._bytes > self._most_bytes:
                self._bytes -= _weight(self._arrays.popitem(last=False)[1])
        return arrays


def _weight(arrays: Arrays) -> int:
    return 500 + sum(array.nbytes for array in arrays)  # about 500 for what surrounds them


@dataclass(frozen=True)
class Segment:
    """One segment as one reader sees it. `facts` and `live` have a row for each document."""

    reader: SegmentReader
    cache: DecodedCache
    facts: NDArray[Any]
    live: NDArray[np.bool_]
    """False where the document was removed or replaced."""
    turn: threading.Lock = field(default_factory=threading.Lock, compare=False)
    """A reader of Whoosh is for one thread at a time."""

    @classmethod
    def of(cls, reader: SegmentReader, cache: DecodedCache) -> "Segment":
        with reading():
            rows = reader.doc_count_all()
            (facts,) = cache.get(_key(reader, "facts"), lambda: (_facts(reader),))
            live = np.ones(rows, dtype=bool)
            live[list(reader.deleted_docs_set)] = False
        if len(facts) != rows:
            raise IndexBroken(f"A segment has {len(facts)} facts for {rows} documents.")
        return cls(reader, cache, facts, live)

    def having(self, field: str, term: str) -> Arrays:
        """The rows that have the term, and how often it counts in each."""
        with reading():
            return self.cache.get(
                _key(self.reader, field, term), lambda: self._read(_postings, field, term)
            )

    def counted_marks(self) -> Arrays:
        """The names of the marks that are counted, and who has which: a row for each document."""
        with reading():
            return self.cache.get(
                _key(self.reader, "counted marks"), lambda: self._read(_counted_marks)
            )

    def _read(self, read: Callable[..., Arrays], *what: str) -> Arrays:
        with self.turn:
            return read(self.reader, *what)

    def marked(self, mark: str) -> NDArray[np.bool_]:
        mask = np.zeros(len(self.facts), dtype=bool)
        mask[self.having("marks", mark)[0]] = True
        return mask

    def marked_any(self, kind: str, values: Iterable[str]) -> NDArray[np.bool_]:
        mask = np.zeros(len(self.facts), dtype=bool)
        for value in values:
            mask[self.having("marks", f"{kind}:{value}")[0]] = True
        return mask


def _key(reader: SegmentReader, *parts: str) -> tuple[str, ...]:
    return (reader.segment().segment_id(), *parts)


def _facts(reader: SegmentReader) -> NDArray[Any]:
    return np.frombuffer(b"".join(reader.column_reader("facts", translate=False)), dtype=FACTS)


def _postings(reader: SegmentReader, field: str, term: str) -> Arrays:
    numbers, weights = [], []
    try:
        matcher = reader.postings(field, term)
    except TermNotFound:
        return np.empty(0, np.int32), np.empty(0, np.int32)
    if isinstance(matcher, FilterMatcher):
        # With the removed ones, which older readers may still see; it stands behind the first.
        matcher = matcher.child
        matcher.reset()
    while matcher.is_active():
        numbers.append(matcher.id())
        weights.append(matcher.weight())
        matcher.next()
    rows = np.array(numbers, np.int32)
    bounded = np.concatenate(([-1], rows, [reader.doc_count_all()]))
    if (np.diff(bounded) <= 0).any():
        raise IndexBroken(f"The list of {field} {term!r} has impossible rows.")
    return rows, np.array(weights, np.int32)


def _counted_marks(reader: SegmentReader) -> Arrays:
    names = [
        name
        for name in (term.decode() for term in reader.lexicon("marks"))
        if name.startswith(COUNTED)
    ]
    having = np.zeros((reader.doc_count_all(), len(names)), dtype=bool)
    for column, name in enumerate(names):
        having[_postings(reader, "marks", name)[0], column] = True
    return np.array(names, dtype=str), having


def distances_km(point: tuple[float, float], facts: NDArray[Any]) -> NDArray[np.float64]:
    """`distance_km` from the point to each row at once; NaN where there is no place."""
    lat, lon = (np.radians(degrees) for degrees in point)
    lats, lons = (np.radians(facts[name] / DEGREE) for name in ("lat", "lon"))
    square = (
        np.sin((lats - lat) / 2) ** 2 + np.cos(lat) * np.cos(lats) * np.sin((lons - lon) / 2) ** 2
    )
    distances: NDArray[np.float64] = (
        2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(square, 1.0)))
    )
    distances[facts["lat"] == NO_PLACE] = np.nan
    return distances


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
