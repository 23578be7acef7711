"""What is said of the order of results, and of one's place in it: its points, and other reasons."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from pro_am.foundation.web.languages import current_language
from pro_am.profiles.memory import known_crafts, names_of_specialities
from pro_am.search.rules.arrangement import ARRANGED_FROM
from pro_am.search.rules.explained import PARTS, Explained, explained
from pro_am.search.rules.rank import Candidate, Ranked, Stands


@dataclass(frozen=True)
class PlaceTold:
    why: Explained
    is_newcomer: bool
    """The place is one of those kept for newcomers."""
    surprise: str
    """Its reason, where the place is the one kept for something unlike the usual; else empty."""


@dataclass(frozen=True)
class OrderTold:
    most: dict[str, int]
    """Points that each part may count for, of 100."""
    arranged_from: int


def order_told() -> OrderTold:
    """What ranks results, for the pages that say so."""
    most = {name: round(most * 100) for name, (_label, most) in PARTS.items()}
    return OrderTold(most, ARRANGED_FROM)


def places_told(shown: Sequence[Ranked]) -> dict[int, PlaceTold]:
    """By offer id."""
    return {
        each.candidate.offer_id: PlaceTold(
            explained(each),
            each.stands is Stands.NEWCOMER,
            _surprise(each.candidate) if each.stands is Stands.SURPRISE else "",
        )
        for each in shown
    }


def _surprise(candidate: Candidate) -> str:
    craft = known_crafts()[candidate.craft_id].names[current_language()]
    names = names_of_specialities()
    known = [names[each][current_language()] for each in candidate.specialities if each in names]
    return _("%(what)s: not what you usually book.", what=", ".join(known[:2]) or craft)
