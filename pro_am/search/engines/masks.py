"""Which rows of a segment a search leaves, all at once; and how many offers each choice leaves."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from pro_am.profiles.rules import PlaceMode
from pro_am.search.engines.segments import (
    DEGREE,
    MODE_BITS,
    NO_PLACE,
    TRAVELLING_BITS,
    Segment,
    distances_km,
)
from pro_am.search.rules.documents import Area, Query
from pro_am.search.rules.grid import squares_around
from pro_am.search.rules.tally import TRUST_STEPS, Tally

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
Bits = NDArray[np.uint8]
T = TypeVar("T", bound=Hashable)

REMOTE_BIT, PROVIDER_BIT = MODE_BITS[PlaceMode.REMOTE], MODE_BITS[PlaceMode.PROVIDER]


def passing(segment: Segment, query: Query) -> Mask:
    """Which rows pass the filters, place and distance aside."""
    return _all(_passing_others(segment, query), _chosen(segment, query))


def _passing_others(segment: Segment, query: Query) -> Mask:
    """Those of which no choice is counted instead of the one that is made."""
    mask = segment.live.copy()
    wanted = [f"diet:{diet}" for diet in query.diets]
    if query.language is not None:
        wanted.append(f"language:{query.language}")
    for mark in wanted:
        mask &= segment.marked(mark)
    if query.without_allergens:
        mask &= ~segment.marked_any("allergen", query.without_allergens)
    for fitting in _fitting(segment.facts, query):
        mask &= fitting
    return mask


def _fitting(facts: NDArray[Any], query: Query) -> Iterator[Mask]:
    """Of each filter on a fact that is asked, which rows pass it."""
    if query.max_price_minor is not None:
        yield facts["price_minor"] <= query.max_price_minor
    if query.people is not None:
        yield (facts["seats_least"] <= query.people) & (query.people <= facts["seats_most"])
    if query.with_picture:
        yield facts["has_picture"] == 1
    if query.at_once:
        yield facts["is_instant"] == 1
    if query.only is not None:
        yield np.isin(facts["offer_id"], np.fromiter(query.only, np.int64))
    if query.area is not None:
        yield _within(query.area, facts)


def _within(area: Area, facts: NDArray[Any]) -> Mask:
    """The rule `lies_within`; beyond every latitude where there is no place."""
    lats, lons = facts["lat"] / DEGREE, facts["lon"] / DEGREE
    east, west = lons <= area.east, lons >= area.west
    across: Mask = (east | west) if area.west > area.east else (east & west)
    return across & (area.south <= lats) & (lats <= area.north) & (facts["lat"] != NO_PLACE)


def within_reach(segment: Segment, query: Query, rows: Rows) -> tuple[Rows, Floats]:
    """Those of the rows where host and pro-am can meet, and how far each is: NaN if not known."""
    rows, distances, modes = _meeting_modes(segment, query, rows)
    if not _asks_where(query):
        return rows, distances
    meeting = modes & _asked(query) != 0
    return rows[meeting], distances[meeting]


def tally(segment: Segment, query: Query, among: Mask) -> Tally:
    """The rule `tally`, for many at once: of the rows of `among`, which have the words."""
    facts = segment.facts
    others = among & _passing_others(segment, query)
    near, _distances, modes_near = _meeting_modes(segment, query, np.flatnonzero(others))
    modes = np.zeros(len(others), dtype=np.uint8)
    modes[near] = modes_near
    reached = others & (modes & _asked(query) != 0) if _asks_where(query) else others
    chosen = _chosen(segment, query)
    found = _all(reached, chosen)
    counts = {name: _counts(segment, name, found) for name in ("diet", "allergen")}
    for name in ("craft", "speciality", "spoken", "ingredient"):
        counts[name] = _counts(segment, name, _all(reached, chosen, but=name))
    met = modes[_all(others, chosen)]
    trust = facts["trust"][_all(reached, chosen, but="trust")]
    return Tally(
        int(found.sum()),
        place_mode=_counter((mode, met & bit != 0) for mode, bit in MODE_BITS.items()),
        trust=_counter((step, trust >= step) for step in TRUST_STEPS),
        at_once=int(facts["is_instant"][found].sum()),
        with_picture=int(facts["has_picture"][found].sum()),
        **counts,
    )


def _counter(masks: Iterable[tuple[T, Mask]]) -> Counter[T]:
    counts = {value: int(mask.sum()) for value, mask in masks}
    return Counter({value: count for value, count in counts.items() if count})


def _chosen(segment: Segment, query: Query) -> dict[str, Mask]:
    """Which rows have any of the values of a filter, of the filters that are asked."""
    choices = {
        "craft": query.crafts,
        "speciality": query.specialities,
        "spoken": query.spoken,
        "ingredient": query.ingredients,
    }
    chosen = {name: segment.marked_any(name, values) for name, values in choices.items() if values}
    if query.trust_least is not None:
        chosen["trust"] = segment.facts["trust"] >= max(query.trust_least, 0)
    return chosen


def _asks_where(query: Query) -> bool:
    return query.near is not None or query.area is not None or bool(query.place_modes)


def _asked(query: Query) -> int:
    """The modes in which people may meet, as bits."""
    return sum(MODE_BITS[mode] for mode in query.place_modes) or sum(MODE_BITS.values())


def _meeting_modes(segment: Segment, query: Query, rows: Rows) -> tuple[Rows, Floats, Bits]:
    """Of the rows those that may be near, how far, and the modes in which people can meet."""
    if query.near is None:
        modes = segment.facts["place_modes"][rows]
        return rows, np.full(len(rows), np.nan), _on_the_map(query, modes)
    squares = squares_around(*query.near, query.km)
    if squares is not None:
        near = segment.facts["place_modes"] & REMOTE_BIT != 0
        for square in squares:
            near[segment.having("marks", square)[0]] = True
        rows = rows[near[rows]]
    facts = segment.facts[rows]
    distances = distances_km(query.near, facts)
    # The rule `reaches`, for many at once; NaN is never within.
    within = distances <= query.km
    modes = np.full(len(rows), REMOTE_BIT, dtype=np.uint8)
    modes[within] |= PROVIDER_BIT
    modes[within & (distances <= facts["radius_km"])] |= TRAVELLING_BITS
    return rows, distances, _on_the_map(query, modes & facts["place_modes"])


def _on_the_map(query: Query, modes: Bits) -> Bits:
    return modes if query.area is None else modes & np.uint8(PROVIDER_BIT | TRAVELLING_BITS)


def _all(mask: Mask, marks: dict[str, Mask], but: str | None = None) -> Mask:
    for name, marked in marks.items():
        if name != but:
            mask = mask & marked
    return mask


def _counts(segment: Segment, kind: str, mask: Mask) -> Counter[str]:
    names, having = segment.counted_marks()
    columns: NDArray[Any] = np.flatnonzero(np.strings.startswith(names, f"{kind}:"))
    sums = having[np.ix_(mask, columns)].sum(axis=0)
    prefix = len(kind) + 1
    return Counter(
        {
            str(names[column])[prefix:]: int(count)
            for column, count in zip(columns, sums, strict=True)
            if count
        }
    )
