"""Where the offers that were found are: all of them, also those of other pages of the list."""

from collections.abc import Sequence
from dataclasses import dataclass

from pro_am.foundation.places import Point
from pro_am.profiles.rules import PlaceMode
from pro_am.search.around import town_with_id
from pro_am.search.memory import KnownOffers
from pro_am.search.queries.offers import OfferFacts
from pro_am.search.rules.rank import Ranked


@dataclass(frozen=True)
class Spot:
    """A town where something was found: offers lie nowhere more exactly."""

    town_id: int
    name: str
    point: Point
    offers: tuple[OfferFacts, ...]
    """In the order of the list."""


def spots_of(ranked: Sequence[Ranked], known: KnownOffers) -> list[Spot]:
    """The towns in the order of the list; what is online lies nowhere."""
    by_town: dict[tuple[int, str], list[OfferFacts]] = {}
    for each in ranked:
        facts = known.facts.get(each.candidate.offer_id)
        if facts and facts.bookable.place_mode is not PlaceMode.REMOTE:
            by_town.setdefault(facts.town, []).append(facts)
    return [
        Spot(town_id, name, town.point, tuple(offers))
        for (town_id, name), offers in by_town.items()
        if (town := town_with_id(town_id))
    ]
