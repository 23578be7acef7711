"""Pins that would lie on each other become one, with a number."""

from collections.abc import Sequence
from dataclasses import dataclass

from pro_am.foundation.places.clipping import XY

# How far apart two marks are at least, from left to right and from top to bottom.
APART = (52.0, 38.0)
MANY = 12
APART_WHEN_MANY = (88.0, 64.0)


@dataclass(frozen=True)
class Mark:
    """One pin or several, by their numbers in the order given; it stands where the first is."""

    at: XY
    pins: tuple[int, ...]


def marks(pins: Sequence[XY]) -> list[Mark]:
    """Every pin in exactly one mark; marks come in the order of their first pins."""
    across, down = APART_WHEN_MANY if len(pins) > MANY else APART
    members: list[list[int]] = []
    for number, (x, y) in enumerate(pins):
        for group in members:
            first_x, first_y = pins[group[0]]
            if abs(first_x - x) < across and abs(first_y - y) < down:
                group.append(number)
                break
        else:
            members.append([number])
    return [Mark(pins[group[0]], tuple(group)) for group in members]
