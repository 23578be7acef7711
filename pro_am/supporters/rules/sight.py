"""What a friend may see, field by field. Notes are never among it."""

import enum
from collections.abc import Iterable

from pro_am.foundation.words import mark


class Field(enum.StrEnum):
    ADHERENCE = "adherence"
    ITEMS = "items"
    WORDS = "words"
    MEASURES = "measures"
    PHOTOS = "photos"


FIELDS = {
    Field.ADHERENCE: mark("How much of the week was done, as a share"),
    Field.ITEMS: mark("Each activity of the week, by name"),
    Field.WORDS: mark("Your words and your coach's words for friends"),
    Field.MEASURES: mark("The measures that you share with this friend"),
    Field.PHOTOS: mark("The pictures of the activities"),
}
AT_FIRST = (Field.ADHERENCE, Field.ITEMS, Field.WORDS)


def in_order(chosen: Iterable[str]) -> list[str]:
    """What we know of it, once each."""
    wanted = set(chosen)
    return [field.value for field in Field if field.value in wanted]
