"""How many offers each choice of a filter would leave, all other wishes kept."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from pro_am.profiles.rules import PlaceMode
from pro_am.search.rules.documents import Query, SearchDocument, admits

T = TypeVar("T")

TRUST_STEPS = (50, 60, 70, 80)  # in points, offered as "at least"


@dataclass(frozen=True)
class Tally:
    """Choices that would leave nobody are absent.

    Of a filter of which any choice will do, the counts are those of choosing that one alone
    instead. Diets and allergens come on top of those that are asked already: a diet leaves those
    who keep it, an allergen those that hold it, who would go.
    """

    offers: int = 0
    """How many there are, with every wish of the query."""
    craft: Counter[str] = field(default_factory=Counter)
    speciality: Counter[str] = field(default_factory=Counter)
    spoken: Counter[str] = field(default_factory=Counter)
    ingredient: Counter[str] = field(default_factory=Counter)
    place_mode: Counter[PlaceMode] = field(default_factory=Counter)
    trust: Counter[int] = field(default_factory=Counter)
    """How many reach each of `TRUST_STEPS`."""
    diet: Counter[str] = field(default_factory=Counter)
    allergen: Counter[str] = field(default_factory=Counter)
    at_once: int = 0
    """How many of them are booked without waiting."""
    with_picture: int = 0
    """How many of them have one."""

    def __add__(self, other: "Tally") -> "Tally":
        """Of two parts of the offers together."""
        return Tally(*(getattr(self, each) + getattr(other, each) for each in _COUNTS))


_COUNTS = tuple(each.name for each in fields(Tally))


def tally(query: Query, documents: Iterable[SearchDocument]) -> Tally:
    """Counted one by one, from what the filters mean. Every document has the query's words."""
    found = Tally()
    for document in documents:
        found += _tally_of(query, document)
    return found


def _tally_of(query: Query, document: SearchDocument) -> Tally:
    found = admits(query, document)

    def leaves(**choice: Any) -> bool:
        return admits(replace(query, **choice), document)

    return Tally(
        int(found),
        craft=Counter(_those([document.craft], lambda one: leaves(crafts=one))),
        speciality=Counter(_those(document.speciality_slugs, lambda one: leaves(specialities=one))),
        spoken=Counter(_those(document.spoken, lambda one: leaves(spoken=one))),
        ingredient=Counter(_those(document.ingredients, lambda one: leaves(ingredients=one))),
        place_mode=Counter(_those(document.place_modes, lambda one: leaves(place_modes=one))),
        trust=Counter(step for step in TRUST_STEPS if leaves(trust_least=step)),
        diet=Counter(document.diets if found else ()),
        allergen=Counter(document.allergens_contained if found else ()),
        at_once=int(found and document.is_instant),
        with_picture=int(found and document.has_picture),
    )


def _those(values: Iterable[T], leaves: Callable[[frozenset[T]], bool]) -> list[T]:
    """Values that leave the document when each is chosen alone."""
    return [value for value in values if leaves(frozenset({value}))]
