"""Which rows of a segment a search leaves, all at once; and how many offers each choice leaves."""

from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pro_am.profiles.rules import PlaceMode
from pro_am.search.engines.segments import MODE_BITS, TRAVELLING_BITS, Segment, distances_km
from pro_am.search.rules.documents import Query
from pro_am.search.rules.grid import squares_around
from pro_am.search.rules.tally import Tally

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
Bits = NDArray[np.uint8]

REMOTE_BIT, PROVIDER_BIT = MODE_BITS[PlaceMode.REMOTE], MODE_BITS[PlaceMode.PROVIDER]
ALL_MODES = sum(MODE_BITS.values())


def passing(segment: Segment, query: Query) -> Mask:
    """Which rows pass the filters, place and distance aside."""
    facts = segment.facts
    mask = segment.live.copy()
    wanted = [f"diet:{diet}" for diet in query.diets]
    wanted += [f"{name}:{value}" for name, value in _chosen(query).items()]
    if query.language is not None:
        wanted.append(f"language:{query.language}")
    for mark in wanted:
        mask &= segment.marked(mark)
    for allergen in query.without_allergens:
        mask &= ~segment.marked(f"allergen:{allergen}")
    if query.max_price_minor is not None:
        mask &= facts["price_minor"] <= query.max_price_minor
    if query.people is not None:
        mask &= (facts["seats_least"] <= query.people) & (query.people <= facts["seats_most"])
    if query.with_picture:
        mask &= facts["has_picture"] == 1
    if query.at_once:
        mask &= facts["is_instant"] == 1
    return mask


def within_reach(segment: Segment, query: Query, rows: Rows) -> tuple[Rows, Floats]:
    """Those of the rows where host and pro-am can meet, and how far each is: NaN if not known."""
    rows, distances, modes = _meeting_modes(segment, query, rows)
    if query.near is None and query.place_mode is None:
        return rows, distances
    meeting = modes & _asked(query) != 0
    return rows[meeting], distances[meeting]


def tally(segment: Segment, query: Query, among: Mask) -> Tally:
    """The rule `tally`, for many at once: of the rows of `among`, which have the words."""
    chosen = _chosen(query)
    others = among & passing(segment, replace(query, craft=None, speciality=None, spoken=None))
    near, _distances, modes_near = _meeting_modes(segment, query, np.flatnonzero(others))
    modes = np.zeros(len(others), dtype=np.uint8)
    modes[near] = modes_near
    nowhere = query.near is None and query.place_mode is None
    reached = others if nowhere else others & (modes & _asked(query) != 0)
    marks = {name: segment.marked(f"{name}:{value}") for name, value in chosen.items()}
    found = _all(reached, marks)
    counts = {name: _counts(segment, name, found) for name in ("diet", "allergen")}
    for name in ("craft", "speciality", "spoken"):
        counts[name] = _counts(segment, name, _all(reached, marks, but=name))
    met = modes[_all(others, marks)]
    place_mode = {mode: int((met & bit != 0).sum()) for mode, bit in MODE_BITS.items()}
    at_once = int(segment.facts["is_instant"][found].sum())
    return Tally(int(found.sum()), place_mode=Counter(place_mode), at_once=at_once, **counts)


def _chosen(query: Query) -> dict[str, str]:
    """The filters of which one choice is made, those that are asked."""
    choices = {"craft": query.craft, "speciality": query.speciality, "spoken": query.spoken}
    return {name: value for name, value in choices.items() if value is not None}


def _asked(query: Query) -> int:
    return ALL_MODES if query.place_mode is None else MODE_BITS[query.place_mode]


def _meeting_modes(segment: Segment, query: Query, rows: Rows) -> tuple[Rows, Floats, Bits]:
    """Of the rows those that may be near, how far, and the modes in which people can meet."""
    if query.near is None:
        return rows, np.full(len(rows), np.nan), segment.facts["place_modes"][rows]
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
    return rows, distances, modes & facts["place_modes"]


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
