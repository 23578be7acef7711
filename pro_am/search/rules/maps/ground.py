"""What lies under the pins: water, borders, towns and their names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from pro_am.foundation import places
from pro_am.foundation.places.clipping import Box
from pro_am.foundation.places.outlines import Line, outlines_in
from pro_am.search.rules.maps.paths import path_of
from pro_am.search.rules.maps.view import HEIGHT, WIDTH, View

MOST_TOWNS, MOST_NAMES = 36, 10
KEPT = 256  # drawings in memory, of a few kilobytes
FARTHEST_KM = 2_000  # from the middle; towns beyond are not looked for
BUILT_KM = 0.0062  # radius of a town, by the root of its inhabitants: 3.5 km for 320,000
RIVER_KM = 0.5
SMALLEST, LARGEST = 2.0, 46.0  # radius as drawn
LETTER, LINE = 7.4, 15  # width of a letter and height of a name, as drawn


@dataclass(frozen=True)
class TownDot:
    x: int
    y: int
    r: int
    name: str
    """Empty when there is no room for it."""
    big: bool
    name_y: int


@dataclass(frozen=True)
class Ground:
    """`land` is None when there is no sea on the map."""

    land: str | None
    lakes: str
    rivers: str
    river_width: float
    borders: str
    towns: list[TownDot]


def ground(view: View, taken: Sequence[Box]) -> Ground:
    """Towns are named, the largest first, where neither a pin nor another name is: `taken`."""
    land, lakes, rivers, borders, towns = _drawn(view)
    width = round(max(1.5, min(8.0, RIVER_KM * view.scale)), 1)
    return Ground(land, lakes, rivers, width, borders, _dots(view, towns, list(taken)))


@lru_cache(maxsize=KEPT)
def _drawn(view: View) -> tuple[str | None, str, str, str, tuple[places.Town, ...]]:
    """What is the same whoever is found there."""
    outlines = outlines_in(view.box)
    return (
        None if outlines.land is None else _path(view, outlines.land, closed=True),
        _path(view, outlines.lakes, closed=True),
        _path(view, outlines.rivers),
        _path(view, outlines.borders),
        tuple(places.towns_around(view.lat, view.lon, min(view.reach_km, FARTHEST_KM), MOST_TOWNS)),
    )


def _path(view: View, lines: Iterable[Line], *, closed: bool = False) -> str:
    return path_of(([view.place((lat, lon)) for lon, lat in line] for line in lines), closed=closed)


def _dots(view: View, towns: Iterable[places.Town], taken: list[Box]) -> list[TownDot]:
    dots: list[TownDot] = []
    named = 0
    for town in towns:
        x, y = view.place(town.point)
        if not (0 < x < WIDTH and 0 < y < HEIGHT):
            continue
        radius = max(SMALLEST, min(LARGEST, BUILT_KM * sqrt(town.population) * view.scale))
        big = not dots
        at = _name_place(town.name, x, y, radius, big=big)
        fits = named < MOST_NAMES and _is_free(at, taken)
        if fits:
            named += 1
            taken.append(at)
        name = town.name if fits else ""
        dots.append(TownDot(round(x), round(y), round(radius), name, big, round(at.north) - 3))
    return dots


def _name_place(name: str, x: float, y: float, radius: float, *, big: bool) -> Box:
    """Under the dot; `north` is the lower edge, since y grows downwards on a drawing."""
    wide = len(name) * LETTER * (1.5 if big else 1.0) / 2
    top = y + min(radius, LARGEST / 2) + 2
    return Box(x - wide, top, x + wide, top + LINE * (1.6 if big else 1.0))


def _is_free(box: Box, taken: list[Box]) -> bool:
    inside = box.west >= 0 and box.east <= WIDTH and box.north <= HEIGHT
    return inside and not any(box.meets(other) for other in taken)
