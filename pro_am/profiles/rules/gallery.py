"""Pure: a gallery of photos, and the order they are shown in."""

import enum
from collections.abc import Sequence
from typing import TypeVar

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

MOST_PHOTOS = 12
LONGEST_WORDS = 200

T = TypeVar("T")


class Move(enum.StrEnum):
    EARLIER = "earlier"
    LATER = "later"
    FIRST = "first"  # the first is the main one


class GalleryFull(Refusal):
    message = mark("A gallery holds %(most)s photos. Remove one first.")
    field = "photos"

    def __init__(self) -> None:
        super().__init__(most=MOST_PHOTOS)


def moved(photos: Sequence[T], photo: T, move: Move) -> list[T]:
    """The new order; at the ends, earlier and later change nothing."""
    place = photos.index(photo)
    others = [*photos[:place], *photos[place + 1 :]]
    wanted = {Move.EARLIER: place - 1, Move.LATER: place + 1, Move.FIRST: 0}[move]
    others.insert(min(max(wanted, 0), len(others)), photo)
    return others


def check_room(count: int) -> None:
    if count >= MOST_PHOTOS:
        raise GalleryFull
