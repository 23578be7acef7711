"""Where everything of a chart stands: worked out here, drawn by a macro.

Across, in thousandths of the width: a chart is as wide as the page lets it be, and its words keep
their size. Down, in points: every chart is as high as another.
"""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from pro_am.measures.rules import rhythm
from pro_am.measures.rules.days import Point
from pro_am.measures.rules.spans import Window

WIDTH = 1000
LEFT = 120  # room for the numbers of the lines
TOP = 18  # room for the words on the highest line
BOTTOM = 180
MOST_TICKS = 5
LEAST_SHARE = Decimal("0.04")  # of the values: of 70 kg, 2.8 from bottom to top
NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Tick:
    y: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Dot:
    x: float  # percent
    y: int
    day: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without a value, longer than usual; `x` and `width` in percent."""

    x: float
    width: float
    after: date
    until: date  # the day of the next value, or the last one shown


@dataclass(frozen=True, slots=True)
class Chart:
    ticks: tuple[Tick, ...]
    days: tuple[tuple[float, date], ...]  # percent
    path: str  # of an SVG, in a box of 1000 by BOTTOM
    dots: tuple[Dot, ...]  # values that stand alone, or all while they are few
    marked: tuple[Dot, ...]  # those with a comment
    gaps: tuple[Gap, ...]
    goal_y: int | None


def draw(
    points: Sequence[Point],
    shown: Window,
    *,
    is_added: bool,
    labelled: Sequence[date] = (),
    marked: Collection[date] = (),
    goal: Decimal | None = None,
) -> Chart | None:
    """The points are days of the window, in order; None when there are none.

    What is added is drawn as bars from zero, the rest as a line that breaks where values lack.
    """
    if not points:
        return None
    values = [value for _, value in points] + ([goal] if goal is not None else [])
    steps = ticks(Decimal(), max(values)) if is_added else ticks(*_calm(values))
    scale = _Scale(steps[0], steps[-1], shown)
    days = [day for day, _ in points]
    pieces = rhythm.stretches(days)
    places = [scale.dot(day, value) for day, value in points]
    return Chart(
        tuple(Tick(scale.y(step), step) for step in steps),
        tuple((scale.x(day) / 10, day) for day in labelled),
        _bars(places, scale) if is_added else _line(places, pieces),
        () if is_added else _alone(places, pieces),
        tuple(dot for dot in places if dot.day in marked),
        _gaps(days, pieces, scale),
        scale.y(goal) if goal is not None else None,
    )


def _calm(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """From where to where: what hardly changes is not drawn as mountains."""
    least, most = min(values), max(values)
    lacking = max(abs(least), abs(most)) * LEAST_SHARE - (most - least)
    return (least - lacking / 2, most + lacking / 2) if lacking > 0 else (least, most)


def ticks(least: Decimal, most: Decimal) -> list[Decimal]:
    """Two to five round numbers around both (after Heckbert, "Nice numbers for graph labels")."""
    if least == most:
        least, most = (least, most + 1) if least == 0 else (least - 1, most + 1)
    rough = (most - least) / (MOST_TICKS - 1)
    power = Decimal(1).scaleb(rough.adjusted())
    for nice in (*NICE, 2 * NICE[-1], 5 * NICE[-1]):
        step = nice * power
        low = (least / step).to_integral_value(ROUND_FLOOR)
        high = (most / step).to_integral_value(ROUND_CEILING)
        if high - low < MOST_TICKS:
            return [(low + n) * step for n in range(int(high - low) + 1)]
    raise AssertionError(f"No step divides {least} to {most}.")


@dataclass(frozen=True, slots=True)
class _Scale:
    low: Decimal
    high: Decimal
    shown: Window

    def x(self, day: date) -> int:
        """The middle of the day."""
        each = (WIDTH - LEFT) / self.shown.length
        return round(LEFT + (self.shown.position(day) + 0.5) * each)

    def y(self, value: Decimal) -> int:
        share = (value - self.low) / (self.high - self.low)
        return round(BOTTOM - float(share) * (BOTTOM - TOP))

    def dot(self, day: date, value: Decimal) -> Dot:
        return Dot(self.x(day) / 10, self.y(value), day, value)


def _line(places: Sequence[Dot], pieces: Sequence[range]) -> str:
    lines = []
    for piece in pieces:
        x_y = [f"{round(10 * places[i].x)} {places[i].y}" for i in piece]
        if len(x_y) > 1:
            lines.append("M" + "L".join(x_y))
    return "".join(lines)


def _bars(places: Sequence[Dot], scale: _Scale) -> str:
    floor = scale.y(scale.low)
    return "".join(f"M{round(10 * dot.x)} {floor}V{dot.y}" for dot in places)


def _alone(places: Sequence[Dot], pieces: Sequence[range]) -> tuple[Dot, ...]:
    if len(places) <= 31:
        return tuple(places)
    return tuple(places[piece.start] for piece in pieces if len(piece) == 1)


def _gaps(days: Sequence[date], pieces: Sequence[range], scale: _Scale) -> tuple[Gap, ...]:
    """Between two stretches; what comes after the last one is told in words."""
    found = []
    for before, after in itertools.pairwise(pieces):
        last, following = days[before[-1]], days[after[0]]
        left = scale.x(last + timedelta(days=1)) / 10
        right = scale.x(following - timedelta(days=1)) / 10
        found.append(Gap(left, max(right - left, 0.3), last, following))
    return tuple(found)
