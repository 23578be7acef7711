"""Who is found around a town, who of them is free at the week-end, and in which towns nearby."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from pro_am.availability.memory import FreeStarts
from pro_am.availability.rules.wall_time import instant
from pro_am.foundation import clock, places, time_zones
from pro_am.foundation.places.slugs import slug_of_id
from pro_am.foundation.time_slots import TimeSlot
from pro_am.search import memory
from pro_am.search.rules.rank import Ranked, one_for_each_member
from pro_am.search.rules.text import fold

NEIGHBOURS_KM = 60
MOST_NEIGHBOURS = 12
SATURDAY = 5


@dataclass(frozen=True)
class Neighbour:
    name: str
    slug: str
    people: int


def neighbours_of(town: places.Town) -> list[Neighbour]:
    """Towns nearby in which somebody lives who can be booked, the nearest first."""
    found = []
    for town_id, name, people in memory.known_offers().towns:
        other, slug = town_with_id(town_id), slug_of_id(town_id)
        if other and slug and other.id != town.id:
            km = places.distance_km(*town.point, *other.point)
            if km <= NEIGHBOURS_KM:
                found.append((km, Neighbour(name, slug, people)))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])[:MOST_NEIGHBOURS]]


def towns_by_letter(towns: Sequence[tuple[int, str, int]]) -> list[tuple[str, list[Neighbour]]]:
    """In the order of the alphabet, accents aside."""
    named = sorted((fold(name), town_id, name, people) for town_id, name, people in towns)
    by_letter: dict[str, list[Neighbour]] = {}
    for folded, town_id, name, people in named:
        there = Neighbour(name, slug_of_id(town_id) or "", people)
        by_letter.setdefault(folded[:1].upper(), []).append(there)
    return list(by_letter.items())


def week_end_of(town: places.Town) -> tuple[TimeSlot, bool]:
    """Saturday and Sunday on the clock of the town, and whether they are those of this week.

    On a Sunday nobody plans for today any more: it is the next week-end that is shown.
    """
    zone = time_zones.zone(town.time_zone)
    now = clock.now()
    today = time_zones.to_local(now, zone).date()
    saturday = today + timedelta(days=(SATURDAY - today.weekday()) % 7)
    end = instant(saturday + timedelta(days=1), 24 * 60, zone)
    is_this = today.weekday() <= SATURDAY
    return TimeSlot(max(instant(saturday, 0, zone), now), end), is_this


def free_in(ranked: list[Ranked], span: TimeSlot, most: int) -> list[Ranked]:
    """The best offer of each pro-am who is free then, in the same order."""
    facts = memory.known_offers().facts.of([each.candidate.offer_id for each in ranked])
    bookable_of = {each.offer_id: each.bookable for each in facts}
    known = [each for each in ranked if each.candidate.offer_id in bookable_of]
    bookable = [bookable_of[each.candidate.offer_id] for each in known]
    free = FreeStarts(clock.now()).within(bookable, span)
    then = [each for each, of_offer in zip(known, free, strict=True) if of_offer.starts]
    return one_for_each_member(then)[:most]


@lru_cache(maxsize=4096)
def town_with_id(town_id: int) -> places.Town | None:
    return places.town(town_id)
