"""The unexpected of the week: a few people who do what few do, the same for everybody.

Each has a chance that is the larger the rarer what they do; a lot that follows from the week alone
decides, so nobody can buy or talk their way in, and anybody may check.
"""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from math import log
from typing import NamedTuple

PLACES = 8


class Eligible(NamedTuple):
    """A pro-am who can be booked, by one of their offers."""

    offer_id: int
    member_id: int
    topics: tuple[int, ...]
    """What they do: ids of specialities; where there are none, one that stands for the craft."""
    is_newcomer: bool


class Drawn(NamedTuple):
    eligible: Eligible
    topic: int
    """The rarest of what they do."""
    people: int
    """How many here do it."""


def drawn_for(week: str, people: Iterable[Eligible]) -> list[Drawn]:
    """At most PLACES, each for another topic, in the order of the lot."""
    people = list(people)
    counts = Counter(topic for each in people for topic in each.topics)
    rarest = [(each, min(each.topics, key=lambda t: (counts[t], t))) for each in people]
    in_order = sorted(rarest, key=lambda pair: _lot(week, pair[0].member_id) * counts[pair[1]])
    found: dict[int, Drawn] = {}
    for each, topic in in_order:
        found.setdefault(topic, Drawn(each, topic, counts[topic]))
        if len(found) == PLACES:
            break
    return list(found.values())


def _lot(week: str, member_id: int) -> float:
    """Exponential, as weighted drawing without replacement asks (Efraimidis and Spirakis, 2006)."""
    digest = blake2b(f"{week}/{member_id}".encode(), digest_size=7).digest()
    return -log((int.from_bytes(digest, "big") + 0.5) / 2**56)
