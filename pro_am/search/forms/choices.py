"""What may be chosen in every community and search, in the reader's language."""

from functools import cache
from typing import Any

from flask_babel import gettext

from pro_am.foundation.words import mark
from pro_am.profiles.rules import ALLERGENS, DIETS, PLACE_MODES, SPOKEN
from pro_am.search.rules.orders import SORTS
from pro_am.search.rules.tally import TRUST_STEPS

DISTANCES = (5, 10, 25, 50, 100)
HOURS = range(6, 24)
Words = dict[str, str]

# Of the cautious end, which is well below the score: so they are not the words of scores.
STEPS = {
    50: mark("fairly sure"),
    60: mark("sure"),
    70: mark("very sure"),
    80: mark("beyond doubt"),
}


@cache
def standing_choices(_language: str) -> dict[str, Words]:
    """By field; never changed once made."""
    any_time = {"": gettext("any time")}
    hours = {str(hour): f"{hour}:00" for hour in HOURS}
    return {
        "place": _told(PLACE_MODES),
        "speaks": _told(SPOKEN),
        "trust": {"": gettext("whichever")} | {str(step): _trust(step) for step in TRUST_STEPS},
        "diet": _told(DIETS),
        "without": _told(ALLERGENS),
        "km": {str(km): f"{km} km" for km in DISTANCES},
        "after": any_time | hours,
        "before": any_time | hours | {"24": "24:00"},
        "sort": _told(SORTS),
    }


def _trust(step: int) -> str:
    return gettext("%(words)s (%(points)s and more)", words=gettext(STEPS[step]), points=step)


def _told(words: dict[Any, str]) -> Words:
    return {str(value): gettext(label) for value, label in words.items()}
