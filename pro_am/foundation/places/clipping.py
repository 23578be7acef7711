"""Cutting lines and areas to a box, whatever their units: x and y, from west and from south."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

XY = tuple[float, float]


class Box(NamedTuple):
    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Box") -> bool:
        return not (
            other.east < self.west
            or other.west > self.east
            or other.north < self.south
            or other.south > self.north
        )


def box_around(points: Sequence[XY]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def clip_area(ring: Sequence[XY], box: Box) -> list[XY]:
    """The part of an area inside the box, as one ring without its last point again.

    Sutherland and Hodgman, 1974: parts that hang apart stay joined along the edge of the box,
    which does not show where areas are filled and not outlined. Empty when nothing is inside.
    """
    points = list(ring)
    for is_inside, crossing in _edges(box):
        before, points = points, []
        for here, there in zip(before, before[1:] + before[:1], strict=True):
            if is_inside(here):
                points.append(here)
            if is_inside(here) != is_inside(there):
                points.append(crossing(here, there))
        if not points:
            return []
    return points


def clip_line(line: Sequence[XY], box: Box) -> Iterator[list[XY]]:
    """The runs of a line that come near the box; a run may end just outside."""
    run: list[XY] = []
    for here, there in pairwise(line):
        if box.meets(box_around([here, there])):
            run = run or [here]
            run.append(there)
        elif run:
            yield run
            run = []
    if run:
        yield run


Edge = tuple[Callable[[XY], bool], Callable[[XY, XY], XY]]


def _edges(box: Box) -> Iterator[Edge]:
    def at_x(x: float) -> Callable[[XY, XY], XY]:
        return lambda a, b: (x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]))

    def at_y(y: float) -> Callable[[XY, XY], XY]:
        return lambda a, b: (a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y)

    yield lambda p: p[0] >= box.west, at_x(box.west)
    yield lambda p: p[0] <= box.east, at_x(box.east)
    yield lambda p: p[1] >= box.south, at_y(box.south)
    yield lambda p: p[1] <= box.north, at_y(box.north)
