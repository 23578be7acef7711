"""What can be wrong with an event, in words for whoever keeps the calendar."""

import enum
from typing import NamedTuple

from pro_am.foundation.words import mark


class Trouble(enum.StrEnum):
    """Kept by its value; what is `SKIPPED` was not read at all, the rest was, with a doubt."""

    DATE = "date"
    LENGTH = "length"
    RULE = "rule"
    BREAKS_OFF = "breaks_off"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    WITHOUT_PAUSE = "without_pause"
    ZONE = "zone"
    LEFT_OUT = "left_out"


WORDS = {
    Trouble.DATE: mark("a date that we cannot read"),
    Trouble.LENGTH: mark("an end or a length that we cannot read"),
    Trouble.RULE: mark("a repetition that we cannot read"),
    Trouble.BREAKS_OFF: mark("the file breaks off in the middle of it"),
    Trouble.TOO_LONG: mark("its repetition takes too long to work out"),
    Trouble.TOO_MANY: mark("too many dates: the later ones do not count"),
    Trouble.WITHOUT_PAUSE: mark("it repeats without a pause: taken as one long stretch"),
    Trouble.ZONE: mark("a time zone that we do not know: yours is taken"),
    Trouble.LEFT_OUT: mark("one of its extra or left-out dates cannot be read"),
}
SKIPPED = frozenset(
    {Trouble.DATE, Trouble.LENGTH, Trouble.RULE, Trouble.BREAKS_OFF, Trouble.TOO_LONG}
)


class Remark(NamedTuple):
    line: int
    trouble: Trouble


class Unreadable(ValueError):  # noqa: N818 - it reads as a word of the product
    """An event that cannot be read, for this reason."""

    def __init__(self, line: int, trouble: Trouble) -> None:
        super().__init__(f"line {line}: {trouble}")
        self.remark = Remark(line, trouble)
