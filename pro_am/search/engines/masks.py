"""Which rows of a segment a search leaves, all at once; and how many offers each choice leaves."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from pro_am.foundation.places.distance import EARTH_RADIUS_KM
from pro_am.profiles.rules import PlaceMode
from pro_am.search.engines.segments import Floats, Mask, Rows, Segment
from pro_am.search.engines.stored import DEGREE, MODE_BITS, NO_PLACE, TRAVELLING_BITS
from pro_am.search.rules.documents import Area, Query
from pro_am.search.rules.grid import area_around
from pro_am.search.rules.tally import TRUST_STEPS, Tally

Bits = NDArray[np.uint8]
Facts = dict[str, NDArray[Any]]
T = TypeVar("T", bound=Hashable)

CHOSEN = ("craft", "speciality", "spoken", "ingredient")  # of which any of several will do
REMOTE_BIT, PROVIDER_BIT = MODE_BITS[PlaceMode.REMOTE], MODE_BITS[PlaceMode.PROVIDER]


@dataclass(frozen=True)
class Part:
    """Those rows of a segment that are looked at; where words find few, filters look at few."""

    segment: Segment
    rows: Rows | None = None
    """None is all."""

    def __getitem__(self, fact: str) -> NDArray[Any]:
        return self.of(self.segment.facts[fact])

    def marked(self, kind: str, values: Iterable[str]) -> Mask:
        return self.of(self.segment.marked(kind, values))

    def of(self, column: NDArray[Any]) -> NDArray[Any]:
        return column if self.rows is None else column[self.rows]

    def where(self, mask: Mask) -> Rows:
        """The rows of the segment that a mask of this part leaves."""
        return np.flatnonzero(mask) if self.rows is None else self.rows[mask]

    def spread(self, mask: Mask) -> Mask:
        """A mask of this part as one of the whole segment."""
        if self.rows is None:
            return mask
        spread = np.zeros(len(self.segment), dtype=bool)
        spread[self.rows[mask]] = True
        return spread


def passing(part: Part, query: Query) -> Mask:
    """Which rows pass the filters, place and distance aside."""
    return _all(_passing_others(part, query), _chosen(part, query))


def _passing_others(part: Part, query: Query) -> Mask:
    """Those of which no choice is counted instead of the one that is made."""
    mask = part.of(part.segment.live).copy()
    for diet in query.diets:
        mask &= part.marked("diet", [diet])
    if query.language is not None:
        mask &= part.marked("language", [query.language])
    if query.without_allergens:
        mask &= ~part.marked("allergen", query.without_allergens)
    for fitting in _fitting(part, query):
        mask &= fitting
    if query.near is not None:
        mask &= _maybe_near(part, query)
    return mask


def _maybe_near(part: Part, query: Query) -> Mask:
    """Without trigonometry: the exact distance of the few that are left decides."""
    assert query.near is not None  # noqa: S101 - asked by those who know
    around = area_around(*query.near, query.km)
    remote: Mask = part["place_modes"] & REMOTE_BIT != 0
    return np.ones(len(remote), dtype=bool) if around is None else remote | _within(around, part)


def _fitting(part: Part, query: Query) -> Iterator[Mask]:
    """Of each filter on a fact that is asked, which rows pass it."""
    if query.max_price_minor is not None:
        yield part["price_minor"] <= query.max_price_minor
    if query.people is not None:
        yield (part["seats_least"] <= query.people) & (query.people <= part["seats_most"])
    if query.with_picture:
        yield part["has_picture"] == 1
    if query.at_once:
        yield part["is_instant"] == 1
    if query.only is not None:
        yield np.isin(part["offer_id"], np.fromiter(query.only, np.int64))
    if query.area is not None:
        yield _within(query.area, part)


def _within(area: Area, part: Part) -> Mask:
    """The rule `lies_within`, in the whole numbers that are stored."""
    lats, lons = part["lat"], part["lon"]
    east, west = lons <= floor(area.east * DEGREE), lons >= ceil(area.west * DEGREE)
    across: Mask = (east | west) if area.west > area.east else (east & west)
    # Where there is no place, the latitude is beyond every area.
    north = min(floor(area.north * DEGREE), NO_PLACE - 1)
    return across & (ceil(area.south * DEGREE) <= lats) & (lats <= north)


def within_reach(segment: Segment, query: Query, rows: Rows) -> tuple[Rows, Floats]:
    """Those of the rows where host and pro-am can meet, and how far each is: NaN if not known."""
    distances, modes = _meeting_modes(segment.facts, query, rows)
    if not _asks_where(query):
        return rows, distances
    meeting = modes & _asked(query) != 0
    return rows[meeting], distances[meeting]


def tally(part: Part, query: Query) -> Tally:
    """The rule `tally`, for many at once; every row of the part has the words."""
    others = _passing_others(part, query)
    asked = np.flatnonzero(others)
    modes = np.zeros(len(others), dtype=np.uint8)
    modes[asked] = _meeting_modes(part.segment.facts, query, part.where(others))[1]
    reached = others & (modes & _asked(query) != 0) if _asks_where(query) else others
    chosen = _chosen(part, query)
    found = _all(reached, chosen)

    counted: dict[int, Callable[[str], Counter[str]]] = {}
    masks = {kind: _all(reached, chosen, but=kind) for kind in CHOSEN}
    masks |= dict.fromkeys(("diet", "allergen"), found)

    def counts(kind: str) -> Counter[str]:
        mask = masks[kind]  # the same one for most kinds
        if id(mask) not in counted:
            counted[id(mask)] = part.segment.counts(part.spread(mask))
        return counted[id(mask)](kind)

    met = modes[_all(others, chosen)]
    trust = part["trust"][_all(reached, chosen, but="trust")]
    return Tally(
        int(found.sum()),
        place_mode=_counter((mode, met & bit != 0) for mode, bit in MODE_BITS.items()),
        trust=_counter((step, trust >= step) for step in TRUST_STEPS),
        at_once=int(part["is_instant"][found].sum()),
        with_picture=int(part["has_picture"][found].sum()),
        **{kind: counts(kind) for kind in masks},
    )


def _counter(masks: Iterable[tuple[T, Mask]]) -> Counter[T]:
    counts = {value: int(mask.sum()) for value, mask in masks}
    return Counter({value: count for value, count in counts.items() if count})


def _chosen(part: Part, query: Query) -> dict[str, Mask]:
    """Which rows have any of the values of a filter, of the filters that are asked."""
    asked = (query.crafts, query.specialities, query.spoken, query.ingredients)
    choices = zip(CHOSEN, asked, strict=True)
    chosen = {kind: part.marked(kind, values) for kind, values in choices if values}
    if query.trust_least is not None:
        chosen["trust"] = part["trust"] >= max(query.trust_least, 0)
    return chosen


def _asks_where(query: Query) -> bool:
    return query.near is not None or query.area is not None or bool(query.place_modes)


def _asked(query: Query) -> int:
    """The modes in which people may meet, as bits."""
    return sum(MODE_BITS[mode] for mode in query.place_modes) or sum(MODE_BITS.values())


def _meeting_modes(facts: Facts, query: Query, rows: Rows) -> tuple[Floats, Bits]:
    """How far each row is, and the modes in which people can meet there, place modes aside."""
    modes: Bits = facts["place_modes"][rows]
    if query.area is not None:
        modes &= PROVIDER_BIT | TRAVELLING_BITS
    if query.near is None:
        return np.full(len(rows), np.nan), modes
    distances = distances_km(query.near, facts["lat"][rows], facts["lon"][rows])
    # The rule `reaches`, for many at once; NaN is never within.
    within = distances <= query.km
    near = np.full(len(rows), REMOTE_BIT, dtype=np.uint8)
    near[within] |= PROVIDER_BIT
    near[within & (distances <= facts["radius_km"][rows])] |= TRAVELLING_BITS
    return distances, modes & near


def distances_km(point: tuple[float, float], lats: Rows, lons: Rows) -> Floats:
    """`distance_km` from the point to places as they are stored; NaN where there is none."""
    lat, lon = (np.radians(degrees) for degrees in point)
    to_lat, to_lon = np.radians(lats / DEGREE), np.radians(lons / DEGREE)
    square = (
        np.sin((to_lat - lat) / 2) ** 2
        + np.cos(lat) * np.cos(to_lat) * np.sin((to_lon - lon) / 2) ** 2
    )
    distances: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(square, 1.0)))
    distances[lats == NO_PLACE] = np.nan
    return distances


def _all(mask: Mask, marks: dict[str, Mask], but: str | None = None) -> Mask:
    for name, marked in marks.items():
        if name != but:
            mask = mask & marked
    return mask
