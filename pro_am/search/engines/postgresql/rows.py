"""An offer as the rows of the tables, and what proves that they are still as written."""

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pro_am.profiles.rules import PlaceMode
from pro_am.search.rules import grid
from pro_am.search.rules.documents import SearchDocument, weighted_terms
from pro_am.search.rules.grid import squares_of

MOST_TIMES = 2**15 - 1  # a smallint; nobody says a word so often

MODE_BITS = {mode: 1 << bit for bit, mode in enumerate(PlaceMode)}
LEVELS = (50, *grid.LEVELS)  # of squares: also of 2 km, for the nearest in a town of very many
EVERYWHERE = "everywhere"  # the square of what is remote: near to everybody


class Terms(NamedTuple):
    """Of one offer, each kind by name."""

    words: Counter[str]
    marks: frozenset[str]
    squares: frozenset[str]

    @property
    def all(self) -> list[str]:
        return [*self.words, *self.marks, *self.squares]


class Row(NamedTuple):
    """One of `offers`, in the order of its columns, without `digest`; -1 is no bit of a term."""

    offer_id: int
    price_minor: int
    lat: float | None
    lon: float | None
    length: int
    radius_km: int
    seats_least: int
    seats_most: int
    trust: int
    modes: int
    sample: int
    has_picture: bool
    is_instant: bool
    language: str
    words: list[int]
    times: list[int]
    marks: list[int]
    squares: list[int]


def terms_of(document: SearchDocument) -> Terms:
    marks = {f"language:{document.language}", f"craft:{document.craft}"}
    marks |= {f"speciality:{slug}" for slug in document.speciality_slugs}
    marks |= {f"spoken:{code}" for code in document.spoken}
    marks |= {f"ingredient:{name}" for name in document.ingredients}
    marks |= {f"diet:{diet}" for diet in document.diets}
    marks |= {f"allergen:{allergen}" for allergen in document.allergens_contained}
    squares = {EVERYWHERE} if PlaceMode.REMOTE in document.place_modes else set()
    if document.lat is not None and document.lon is not None:
        squares.update(squares_of(document.lat, document.lon, LEVELS))
    return Terms(weighted_terms(document), storable(marks), frozenset(squares))


def storable(terms: Iterable[str]) -> frozenset[str]:
    """Without what PostgreSQL has no text for; nobody finds that, and nobody has it."""
    return frozenset(
        t for t in terms if "\0" not in t and not any("\ud800" <= c < "\ue000" for c in t)
    )


def row_of(document: SearchDocument, terms: Terms, ids: Mapping[str, int], sample: int) -> Row:
    # Frequent words have low ids, see `building`: what is looked for is mostly found early.
    words = sorted((ids[word], times) for word, times in terms.words.items())
    return Row(
        offer_id=document.offer_id,
        price_minor=document.price_minor,
        lat=document.lat,
        lon=document.lon,
        length=terms.words.total(),
        radius_km=document.radius_km,
        seats_least=document.seats_least,
        seats_most=document.seats_most,
        trust=document.trust,
        modes=sum(MODE_BITS[mode] for mode in document.place_modes),
        sample=sample,
        has_picture=document.has_picture,
        is_instant=document.is_instant,
        language=document.language,
        words=[word for word, _ in words],
        times=[min(times, MOST_TIMES) for _, times in words],
        marks=sorted(ids[mark] for mark in terms.marks),
        squares=sorted(ids[square] for square in terms.squares),
    )


def digest(row: Row) -> int:
    return zlib.crc32(repr(tuple(row)).encode())


def copied(row: Row) -> str:
    """A line of PostgreSQL's COPY; none of the values holds anything that would need quoting."""
    return "\t".join(map(_copied, (*row, digest(row)))) + "\n"


def _copied(value: object) -> str:
    if value is None:
        return r"\N"
    if isinstance(value, list):
        return "{" + ",".join(map(str, value)) + "}"
    return str(value)


COPY = f"COPY OFFERS ({', '.join(Row._fields)}, digest) FROM STDIN"
