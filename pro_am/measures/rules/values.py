"""Reading one value and its day, and refusing what cannot be."""

import re
from datetime import date
from decimal import Decimal

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.measures.rules.kinds import BOUNDS, SeriesKind

EARLIEST = date(1970, 1, 1)
STEP = Decimal("0.001")  # values are kept as whole thousandths
SPACES = re.compile(r"[\s\u00a0\u202f']")  # between thousands
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}([.,][0-9]{1,9})?")
_IN_THOUSANDS = re.compile(r"[0-9]{1,3}([.,][0-9]{3})+")


class NoNumber(Refusal):
    message = mark("Write a number like 72.5.")


class NotWhole(Refusal):
    message = mark("Write a whole number.")


class OutOfBounds(Refusal):
    message = mark("This is outside what can be: from %(least)s to %(most)s.")


class FutureDay(Refusal):
    message = mark("This day has not come yet.")
    field = "day"


class LongAgo(Refusal):
    message = mark("Choose a day after 1970.")
    field = "day"


def read_number(text: str, kind: SeriesKind) -> Decimal:
    """A number as people write it, with comma or point; raise what is wrong with it.

    Whole things (steps) may have thousands parted by either: 8,432 is no eight steps and a half.
    """
    if BOUNDS[kind].is_whole and _IN_THOUSANDS.fullmatch(SPACES.sub("", text)):
        text = re.sub(r"[.,]", "", text)
    value = bare_number(text).quantize(STEP)
    check_value(kind, value)
    return value


def bare_number(text: str) -> Decimal:
    """Whatever it may count."""
    bare = SPACES.sub("", text)
    if not _NUMBER.fullmatch(bare):
        raise NoNumber
    return Decimal(bare.replace(",", "."))


def check_value(kind: SeriesKind, value: Decimal) -> None:
    bounds = BOUNDS[kind]
    if not bounds.least <= value <= bounds.most:
        raise OutOfBounds(least=bounds.least, most=bounds.most)
    if bounds.is_whole and value != value.to_integral_value():
        raise NotWhole


def check_day(day: date, today: date) -> None:
    """`today` is on the clock of whose value it is."""
    if day > today:
        raise FutureDay
    if day < EARLIEST:
        raise LongAgo


def thousandths(value: Decimal) -> int:
    return int(value.quantize(STEP).scaleb(3))


def from_thousandths(count: int) -> Decimal:
    return Decimal(count).scaleb(-3)
