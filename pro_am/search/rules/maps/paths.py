"""Lines and areas as SVG path data: whole units, steps from point to point, no more than shows."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pro_am.foundation.places.clipping import XY

STEP = 2.0  # units; a nearer point would not show


def path_of(lines: Iterable[Sequence[XY]], *, closed: bool = False) -> str:
    """`M12 7l3 4-2 9z`; empty when nothing of it would show."""
    parts = (_part(_thinned(line), closed) for line in lines)
    return "".join(part for part in parts if part)


def _thinned(line: Sequence[XY]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for number, (x, y) in enumerate(line):
        here = round(x), round(y)
        is_last = number == len(line) - 1
        if not kept or (is_last and here != kept[-1]) or _apart(kept[-1], here):
            kept.append(here)
    return kept


def _apart(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return abs(a[0] - b[0]) >= STEP or abs(a[1] - b[1]) >= STEP


def _part(points: list[tuple[int, int]], closed: bool) -> str:
    if len(points) < (3 if closed else 2):
        return ""
    steps = "".join(
        f"{_number(there[0] - here[0])}{_number(there[1] - here[1])}"
        for here, there in pairwise(points)
    )
    return f"M{points[0][0]} {points[0][1]}l{steps.lstrip()}{'z' if closed else ''}"


def _number(value: int) -> str:
    return str(value) if value < 0 else f" {value}"
