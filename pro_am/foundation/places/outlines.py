"""Coasts, borders, large rivers and lakes, from the file that ships with the product.

Everything is in degrees, as x (longitude) and y (latitude). Of the world, what `build_outlines.py`
covers is known; elsewhere all is taken for land.
"""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import floor
from pathlib import Path

from pro_am.foundation.places.clipping import XY, Box, box_around, clip_area, clip_line

FILE = Path(__file__).with_name("outlines.json.gz")
UNITS = 1000  # in a degree

Line = list[XY]


@dataclass(frozen=True)
class Outlines:
    """What is inside a box. `land` is None when there is no sea in it."""

    land: list[Line] | None
    lakes: list[Line]
    rivers: list[Line]
    borders: list[Line]


def outlines_in(box: Box) -> Outlines:
    known = _known()
    return Outlines(
        _land_in(known, box),
        [part for ring in _near(known.lakes, box) if (part := clip_area(ring, box))],
        [run for line in _near(known.rivers, box) for run in clip_line(line, box)],
        [run for line in _near(known.borders, box) for run in clip_line(line, box)],
    )


@dataclass(frozen=True)
class _Known:
    covered: list[Box]
    squares: dict[tuple[int, int], list[Line] | None]  # by south and west; None is all land
    lakes: list[tuple[Box, Line]]
    rivers: list[tuple[Box, Line]]
    borders: list[tuple[Box, Line]]


@cache
def _known() -> _Known:
    read = json.loads(gzip.decompress(FILE.read_bytes()))
    squares: dict[tuple[int, int], list[Line] | None] = {}
    for name, rings in read["land"].items():
        south, west = map(int, name.split(","))
        squares[south, west] = None if rings == 1 else [_points(ring) for ring in rings]
    return _Known(
        [Box(*edges) for edges in read["covered"]],
        squares,
        *(
            [(box_around(line), line) for line in map(_points, read[name])]
            for name in ("lakes", "rivers", "borders")
        ),
    )


def _points(steps: list[int]) -> Line:
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(x / UNITS, y / UNITS) for x, y in zip(xs, ys, strict=True)]


def _near(lines: list[tuple[Box, Line]], box: Box) -> list[Line]:
    return [line for around, line in lines if around.meets(box)]


def _land_in(known: _Known, box: Box) -> list[Line] | None:
    rings: list[Line] = []
    has_sea = False
    for south in range(floor(box.south), floor(box.north) + 1):
        for west in range(floor(box.west), floor(box.east) + 1):
            square = Box(west, south, west + 1, south + 1)
            if not any(_holds(covered, square) for covered in known.covered):
                rings.append(_corners(square))
                continue
            parts = known.squares.get((south, west), [])
            has_sea = has_sea or parts is not None
            rings += [_corners(square)] if parts is None else parts
    if not has_sea:
        return None
    return [part for ring in rings if (part := clip_area(ring, box))]


def _holds(covered: Box, square: Box) -> bool:
    return (
        covered.west <= square.west < covered.east and covered.south <= square.south < covered.north
    )


def _corners(box: Box) -> Line:
    return [
        (box.west, box.south),
        (box.east, box.south),
        (box.east, box.north),
        (box.west, box.north),
    ]
