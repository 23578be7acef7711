"""How many offers each choice of a filter would leave, all other wishes kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pro_am.profiles.rules import PlaceMode
from pro_am.search.rules.documents import Query, SearchDocument, admits


@dataclass(frozen=True)
class Tally:
    """Choices that would leave nobody are absent.

    Of a filter that takes one choice, the counts are those of choosing another instead. Diets and
    allergens come on top of those that are asked already: a diet leaves those who keep it, an
    allergen those that hold it, who would go.
    """

    offers: int = 0
    """How many there are, with every wish of the query."""
    craft: Counter[str] = field(default_factory=Counter)
    speciality: Counter[str] = field(default_factory=Counter)
    spoken: Counter[str] = field(default_factory=Counter)
    place_mode: Counter[PlaceMode] = field(default_factory=Counter)
    diet: Counter[str] = field(default_factory=Counter)
    allergen: Counter[str] = field(default_factory=Counter)
    at_once: int = 0
    """How many of them are booked without waiting."""

    def __add__(self, other: "Tally") -> "Tally":
        """Of two parts of the offers together."""
        return Tally(
            self.offers + other.offers,
            self.craft + other.craft,
            self.speciality + other.speciality,
            self.spoken + other.spoken,
            self.place_mode + other.place_mode,
            self.diet + other.diet,
            self.allergen + other.allergen,
            self.at_once + other.at_once,
        )


def tally(query: Query, documents: Iterable[SearchDocument]) -> Tally:
    """Counted one by one, from what the filters mean. Every document has the query's words."""
    found = Tally()
    for document in documents:
        found += _tally_of(query, document)
    return found


def _tally_of(query: Query, document: SearchDocument) -> Tally:
    found = admits(query, document)
    return Tally(
        int(found),
        craft=Counter(
            {document.craft: 1} if admits(replace(query, craft=document.craft), document) else {}
        ),
        speciality=Counter(
            slug
            for slug in document.speciality_slugs
            if admits(replace(query, speciality=slug), document)
        ),
        spoken=Counter(
            code for code in document.spoken if admits(replace(query, spoken=code), document)
        ),
        place_mode=Counter(
            mode
            for mode in document.place_modes
            if admits(replace(query, place_mode=mode), document)
        ),
        diet=Counter(document.diets if found else ()),
        allergen=Counter(document.allergens_contained if found else ()),
        at_once=int(found and document.is_instant),
    )
