"""Pure: the questions beside the stars. They explain; they do not enter the score."""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pro_am.foundation.words import mark
from pro_am.standing.rules import ReviewedAs


class Facet(enum.StrEnum):
    KEPT_WORD = "kept_word"
    SKILL = "skill"
    WELCOME = "welcome"
    CARE = "care"
    VALUE = "value"
    RESPECT = "respect"
    PUNCTUALITY = "punctuality"
    COMMUNICATION = "communication"


# Of pro-ams, where their craft has no questions of its own.
FACETS = {
    ReviewedAs.PROVIDER: {
        Facet.KEPT_WORD: mark("Kept what was promised"),
        Facet.SKILL: mark("Skill"),
        Facet.WELCOME: mark("Welcome"),
        Facet.CARE: mark("Hygiene and safety"),
        Facet.VALUE: mark("Value for the price"),
    },
    ReviewedAs.HOST: {
        Facet.RESPECT: mark("Respect"),
        Facet.PUNCTUALITY: mark("Punctuality"),
        Facet.COMMUNICATION: mark("Communication"),
    },
}


@dataclass(frozen=True)
class AskedFacet:
    """A question: in a craft's own words, or in ours, which are marked."""

    key: str
    words: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def facets_asked(of_craft: Iterable[Mapping[str, Any]], role: ReviewedAs) -> list[AskedFacet]:
    """What is asked about somebody in this role; of pro-ams, what their craft asks."""
    if role is ReviewedAs.PROVIDER:
        own = [AskedFacet(row["key"], names=row["names"]) for row in of_craft]
        if own:
            return own
    return [AskedFacet(facet.value, words) for facet, words in FACETS[role].items()]
