"""What is searched, what may be asked of it, and which offers are an answer.

`admits` is the meaning of every filter. Engines may find the answer in any way they like; the
contract suite compares each of them with this.
"""

import enum
from collections import Counter
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from pro_am.foundation.places.distance import distance_km
from pro_am.profiles.rules import PlaceMode
from pro_am.search.rules.text import LANGUAGES, terms

MOST_HITS = 500

# How often a term counts where it is said (BM25F with one length: repetition before scoring).
TITLE_WEIGHT = 3
SPECIALITY_WEIGHT = 2

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


class Order(enum.Enum):
    """Which hits are worth more when there are more of them than wanted."""

    TEXT = "the best text first"
    DISTANCE = "the nearest first, and what has no place last"
    PRICE = "the cheapest first"


@dataclass(frozen=True)
class Query:
    """Words and filters; a filter left alone lets every offer pass."""

    words: str = ""
    every_word: bool = False
    """Only offers that have every word; else any word will do, and more of them rank higher."""
    language: str | None = None
    craft: str | None = None
    speciality: str | None = None
    spoken: str | None = None
    people: int | None = None
    """The offer is for so many, among other numbers."""
    max_price_minor: int | None = None
    place_mode: PlaceMode | None = None
    near: tuple[float, float] | None = None
    """Latitude and longitude in degrees."""
    km: float = 25
    diets: frozenset[str] = frozenset()
    """All of them are kept."""
    without_allergens: frozenset[str] = frozenset()
    with_picture: bool = False
    at_once: bool = False
    """Only what is booked without waiting for an answer."""
    order: Order = Order.TEXT
    limit: int = MOST_HITS

    @property
    def languages(self) -> tuple[str, ...]:
        return LANGUAGES if self.language is None else (self.language,)


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
        and query.craft in (None, document.craft)
        and (query.speciality is None or query.speciality in document.speciality_slugs)
        and (query.spoken is None or query.spoken in document.spoken)
        and (query.people is None or document.seats_least <= query.people <= document.seats_most)
        and (query.max_price_minor is None or document.price_minor <= query.max_price_minor)
        and query.diets <= document.diets
        and not query.without_allergens & document.allergens_contained
        and (document.has_picture or not query.with_picture)
        and (document.is_instant or not query.at_once)
        and _is_within_reach(query, document)
    )


def _is_within_reach(query: Query, document: SearchDocument) -> bool:
    modes = document.place_modes
    if query.place_mode is not None:
        if query.place_mode not in modes:
            return False
        modes = frozenset({query.place_mode})
    return query.near is None or reaches(
        modes, distance_to(document, query.near), document.radius_km, query.km
    )


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
