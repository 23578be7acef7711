"""Members who come to a market together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from pro_am.foundation import places

ZONE = "Europe/Paris"
OFFERS_A_PROFILE = 2
LENGTH = timedelta(hours=2)  # of every offer, and of every visit


@dataclass(frozen=True)
class Wares:
    """What a profile of a crowd says and offers; what it says of itself is in one language."""

    language: str
    craft: str | None  # a slug; any craft without one
    headline: str
    story: str
    offers: tuple[tuple[str, str, int | None], ...]
    """Title, description and the id of a picture."""


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """Members who are added in one transaction; so many of the first of them offer something."""

    names: Sequence[str]
    providers: int
    offers: int
    towns: Sequence[places.Town]
    wares: Sequence[Wares] = ()
    steward: int | None = None
    """Who has seen half of them; one of the hosts, appointed for it, without one."""
    first_number: int = 0
    """E-mail addresses are numbered from here."""


@dataclass(frozen=True)
class Stall:
    """One profile with what belongs to it, by ids."""

    member: int
    offers: Sequence[int]
    calendar: int
    town: places.Town
