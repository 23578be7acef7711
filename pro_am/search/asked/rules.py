"""Pure: what is kept of a search, who is not counted, and when a count may be public."""

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from pro_am.conversations.rules.contact_details import contacts_in
from pro_am.search.rules.text import fold

KEPT = timedelta(days=90)
# Words are public from so many askings in vain, on so many days: nobody is the only one who asked.
# A browser counts once a day for the same search.
LEAST_ASKINGS = 5
LEAST_DAYS = 3
MOST_WORDS = 5
LONGEST = 60  # characters; who writes more tells a story, which is nobody's business
SMALL_TOWN = 2_000  # inhabitants; who lives there is counted with a larger town nearby
LARGER_WITHIN_KM = 40

_ROBOT = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|fetch|scan|monitor|headless|lighthouse|facebookexternal"
    r"|whatsapp|telegram|embed|python|curl|wget|http-?client|feed",
    re.IGNORECASE,
)


class Asked(NamedTuple):
    """A search as it is counted: of whom and at what hour is not known."""

    day: date
    language: str
    words: str
    """Folded; empty when there were none, or none that may be kept."""
    craft: str
    speciality: str
    town_id: int
    """0 when no place was asked."""
    filters: str
    """Names of the other filters in use, not what they were set to."""

    @property
    def says_something(self) -> bool:
        return bool(self.words or self.speciality or self.craft or self.filters)


@lru_cache(maxsize=1024)
def kept_words(text: str) -> tuple[str, str]:
    """The words as they are compared and as they are shown: `creme brulee`, `crème brûlée`.

    None of what could be somebody's number or address, nor of long texts.
    """
    spelled = unicodedata.normalize("NFC", text).lower()
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", spelled)
    shown = " ".join(words)
    is_private = len(words) > MOST_WORDS or len(shown) > LONGEST or contacts_in(text)
    return ("", "") if is_private else (fold(shown).replace("-", " "), shown)


@lru_cache(maxsize=1024)
def is_person(agent: str) -> bool:
    """Whether a browser says so; every browser of the last thirty years calls itself Mozilla."""
    return agent.startswith("Mozilla/") and not _ROBOT.search(agent)
