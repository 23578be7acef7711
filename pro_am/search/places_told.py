"""What is said of a result's place: its points, and why it was given where not by them alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from pro_am.foundation.web.languages import current_language
from pro_am.profiles.memory import known_crafts, names_of_specialities
from pro_am.search.rules.explained import Explained, explained
from pro_am.search.rules.rank import Candidate, Ranked, Stands


@dataclass(frozen=True)
class PlaceTold:
    why: Explained
    is_newcomer: bool
    """The place is one of those kept for newcomers."""
    surprise: str
    """Its reason, where the place is the one kept for something unlike the usual; else empty."""


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
