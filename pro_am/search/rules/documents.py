"""What is searched, what may be asked of it, and which offers are an answer.

`admits` is the meaning of every filter. Engines may find the answer in any way they like; the
contract suite compares each of them with this.
"""

import enum
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import NamedTuple

from pro_am.foundation.places.distance import distance_km
from pro_am.profiles.rules import PlaceMode
from pro_am.search.rules.text import LANGUAGES, Also, Word, asked_words, fold, terms

MOST_HITS = 500

# How often a term counts where it is said (BM25F with one length: repetition before scoring).
TITLE_WEIGHT = 3
SPECIALITY_WEIGHT = 2

UNPROVEN = -1
# Of trust: an index is not written anew whenever a night moves somebody by a point.
TRUST_STEP = 5

TRAVELLING = frozenset({PlaceMode.HOST, PlaceMode.DELIVERED})


@dataclass(frozen=True)
class SearchDocument:
    """An offer with its profile's fields, as it was when the database was read."""

    offer_id: int
    member_id: int
    language: str
    """Of its words: one of `LANGUAGES`."""
    title: str
    craft: str
    price_minor: int
    """In the community's currency; 0 is free."""
    place_modes: frozenset[PlaceMode]
    specialities: tuple[str, ...] = ()
    """Their names, to be found by words."""
    speciality_slugs: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    """Languages in which one can talk with the pro-am."""
    seats_least: int = 1
    seats_most: int = 1
    """For so many people, at least and at most."""
    favourites: tuple[str, ...] = ()
    """Ingredients, exercises and the like, that the pro-am loves to work with."""
    ingredients: frozenset[str] = frozenset()
    """The favourites, folded, to be chosen as a filter."""
    body: str = ""
    """Headline, story and description."""
    lat: float | None = None
    """Degrees, already coarse; None, like `lon`, when the pro-am gave no place."""
    lon: float | None = None
    radius_km: int = 0
    """How far the pro-am travels or delivers."""
    diets: frozenset[str] = frozenset()
    allergens_contained: frozenset[str] = frozenset()
    """May contain counts as contains."""
    has_picture: bool = False
    is_instant: bool = False
    """Booked at once, without an answer."""
    trust: int = UNPROVEN
    """The cautious end in points, see `trust_step`."""


class Area(NamedTuple):
    """A part of the map in degrees; where west is more than east, it crosses 180 degrees."""

    south: float
    west: float
    north: float
    east: float


class Order(enum.Enum):
    """Which hits are worth more when there are more of them than wanted."""

    TEXT = "the best text first"
    DISTANCE = "the nearest first, and what has no place last"
    PRICE = "the cheapest first"


@dataclass(frozen=True)
class Query:
    """Words and filters; a filter left alone lets every offer pass."""

    words: str = ""
    also: Also = ()
    """Synonyms and corrections: see `asked_words`."""
    every_word: bool = False
    """Only offers that have every word; else any word will do, and more of them rank higher."""
    language: str | None = None
    crafts: frozenset[str] = frozenset()
    """Of several values of one filter any will do, unless it says otherwise."""
    specialities: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    ingredients: frozenset[str] = frozenset()
    """Folded."""
    people: int | None = None
    """The offer is for so many, among other numbers."""
    max_price_minor: int | None = None
    trust_least: int | None = None
    """In points; whoever is not proven does not pass."""
    place_modes: frozenset[PlaceMode] = frozenset()
    near: tuple[float, float] | None = None
    """Latitude and longitude in degrees."""
    km: float = 25
    area: Area | None = None
    """Where the offer's coarse place lies; what is remote lies nowhere."""
    diets: frozenset[str] = frozenset()
    """All of them are kept."""
    without_allergens: frozenset[str] = frozenset()
    with_picture: bool = False
    at_once: bool = False
    """Only what is booked without waiting for an answer."""
    only: frozenset[int] | None = None
    """Among these offers alone, by id."""
    order: Order = Order.TEXT
    limit: int = MOST_HITS

    @property
    def languages(self) -> tuple[str, ...]:
        return LANGUAGES if self.language is None else (self.language,)

    @cached_property
    def asked(self) -> tuple[Word, ...]:
        """The words as terms: all that an engine looks at."""
        return asked_words(self.words, self.also, self.languages)


class Hit(NamedTuple):
    """A tuple because hundreds of them are made for every search."""

    offer_id: int
    score: float
    """Of the text alone, rounded to six places so that equal offers tie; 0 without words."""
    distance_km: float | None
    """From where the visitor asked; None if they did not ask, or the offer has no place."""


def arranged(hit: Hit, price_minor: int, order: Order) -> tuple[float, float, int]:
    """What hits are sorted by, the smallest first; equal ones by their text, then by offer id."""
    if order is Order.PRICE:
        return price_minor, -hit.score, hit.offer_id
    if order is Order.DISTANCE:
        return inf if hit.distance_km is None else hit.distance_km, -hit.score, hit.offer_id
    return 0, -hit.score, hit.offer_id


def admits(query: Query, document: SearchDocument) -> bool:
    """Whether the offer passes every filter. Words are not a filter."""
    return (
        query.language in (None, document.language)
        and (not query.crafts or document.craft in query.crafts)
        and _has_any(query.specialities, document.speciality_slugs)
        and _has_any(query.spoken, document.spoken)
        and _has_any(query.ingredients, document.ingredients)
        and (query.people is None or document.seats_least <= query.people <= document.seats_most)
        and (query.max_price_minor is None or document.price_minor <= query.max_price_minor)
        and (query.trust_least is None or document.trust >= max(query.trust_least, 0))
        and query.diets <= document.diets
        and not query.without_allergens & document.allergens_contained
        and (document.has_picture or not query.with_picture)
        and (document.is_instant or not query.at_once)
        and (query.only is None or document.offer_id in query.only)
        and _is_within_reach(query, document)
    )


def _has_any(wanted: frozenset[str], had: frozenset[str]) -> bool:
    return not wanted or bool(wanted & had)


def _is_within_reach(query: Query, document: SearchDocument) -> bool:
    modes = document.place_modes
    if query.place_modes:
        modes &= query.place_modes
        if not modes:
            return False
    if query.area is not None:
        modes -= {PlaceMode.REMOTE}
        if not modes or not lies_within(query.area, document.lat, document.lon):
            return False
    return query.near is None or reaches(
        modes, distance_to(document, query.near), document.radius_km, query.km
    )


def lies_within(area: Area, lat: float | None, lon: float | None) -> bool:
    if lat is None or lon is None or not area.south <= lat <= area.north:
        return False
    if area.west > area.east:
        return lon >= area.west or lon <= area.east
    return area.west <= lon <= area.east


def distance_to(document: SearchDocument, point: tuple[float, float] | None) -> float | None:
    if point is None or document.lat is None or document.lon is None:
        return None
    return distance_km(*point, document.lat, document.lon)


def reaches(
    modes: frozenset[PlaceMode], distance: float | None, radius_km: float, km: float
) -> bool:
    """Whether host and pro-am can meet in one of the modes.

    Remote always; otherwise the place is known and within the asked `km`, and where the pro-am
    travels, within the pro-am's own radius too.
    """
    if PlaceMode.REMOTE in modes:
        return True
    if distance is None or distance > km:
        return False
    return PlaceMode.PROVIDER in modes or (distance <= radius_km and bool(modes & TRAVELLING))


def ingredient(favourite: str) -> str:
    """A favourite as a filter compares it: `Beurre  salé` is `beurre sale`."""
    return " ".join(fold(favourite).split())


def trust_step(low: float | None) -> int:
    """The points of the cautious end of trust, 0 to 1, as a document has them."""
    return UNPROVEN if low is None else round(100 * low) // TRUST_STEP * TRUST_STEP


def weighted_terms(document: SearchDocument) -> Counter[str]:
    """The one scored field: each term with how often it counts."""
    counts: Counter[str] = Counter()
    for text, weight in (
        (document.title, TITLE_WEIGHT),
        (" ".join(document.specialities), SPECIALITY_WEIGHT),
        (" ".join(document.favourites), 1),
        (document.body, 1),
    ):
        for term in terms(text, document.language):
            counts[term] += weight
    return counts
