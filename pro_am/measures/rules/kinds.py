"""The kinds of series: their units, the values that can be, and what several on a day make."""

import enum
from dataclasses import dataclass
from decimal import Decimal

from pro_am.foundation.words import mark


class SeriesKind(enum.StrEnum):
    WEIGHT = "weight"
    STEPS = "steps"
    MINUTES = "minutes"
    DISTANCE = "distance"
    OTHER = "other"  # with a name and a unit of its own


class Source(enum.StrEnum):
    FORM = "form"
    FILE = "file"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one value can be; beyond it somebody mistyped, or meant another unit."""

    least: Decimal
    most: Decimal
    is_whole: bool = False


BOUNDS = {
    SeriesKind.WEIGHT: Bounds(Decimal(20), Decimal(400)),
    SeriesKind.STEPS: Bounds(Decimal(0), Decimal(100_000), is_whole=True),
    SeriesKind.MINUTES: Bounds(Decimal(0), Decimal(1440)),
    SeriesKind.DISTANCE: Bounds(Decimal(0), Decimal(1000)),
    SeriesKind.OTHER: Bounds(Decimal(-1_000_000), Decimal(1_000_000)),
}
# The values of one day are added; of the others the last one of a day stands for it.
ADDED = frozenset({SeriesKind.STEPS, SeriesKind.MINUTES, SeriesKind.DISTANCE})

NAMES = {
    SeriesKind.WEIGHT: mark("Weight"),
    SeriesKind.STEPS: mark("Steps"),
    SeriesKind.MINUTES: mark("Minutes of movement"),
    SeriesKind.DISTANCE: mark("Distance"),
    SeriesKind.OTHER: mark("Something else"),
}
UNITS = {
    SeriesKind.WEIGHT: "kg",
    SeriesKind.STEPS: "",
    SeriesKind.MINUTES: "min",
    SeriesKind.DISTANCE: "km",
}
SOURCES = {
    Source.FORM: mark("by hand"),
    Source.FILE: mark("file"),
    Source.DEVICE: mark("device"),
}
LONGEST_NAME = 40
LONGEST_UNIT = 12
LONGEST_NOTE = 200
MOST_SERIES = 20  # of one member
