"""Reading days and moments as files write them; one that could be two days is never guessed."""

import enum
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class Order(enum.StrEnum):
    DAY_FIRST = "day"
    MONTH_FIRST = "month"


class When(NamedTuple):
    day: date
    at: datetime | None  # naive UTC


class NoDay(Refusal):
    message = mark("This is no day that we can read.")


class TwoDigitYear(Refusal):
    message = mark("Write the year with four digits.")


class OtherOrder(Refusal):
    message = mark("This day does not exist in the order that you chose.")


YEARS = range(1900, 2200)  # far from where moments end
# French and English names as people shorten them; three letters tell most, four tell all.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan janv janvier january",
            "feb fev févr fév fevr février fevrier february",
            "mar mars march",
            "apr avr avril april",
            "mai may",
            "jun juin june",
            "jul juil juillet july",
            "aug aoû aou août aout august",
            "sep sept septembre september",
            "oct octobre october",
            "nov novembre november",
            "dec déc décembre decembre december",
        ),
        start=1,
    )
    for name in names.split()
}
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_DAY_NAME = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?[ -]([^\W\d]+)\.?,?[ -](\d{4})")
_NAME_DAY = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_TIME = re.compile(
    r"(?:T|,? +(?:à |at )?)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?"
    r" ?(Z|UTC|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
_BOTH = {Order.DAY_FIRST, Order.MONTH_FIRST}


def read_when(text: str, order: Order | None, zone: ZoneInfo) -> When:
    """`order` is for days in numbers alone, with slashes or hyphens; without a time there is no
    moment, and a time without an offset is on the clock of the zone."""
    bare = " ".join(text.replace("\u00a0", " ").split())
    day, rest = _read_day(bare, order)
    if not rest:
        return When(day, None)
    at = _moment(day, rest, zone)
    return When(at.astimezone(zone).date(), at.astimezone(UTC).replace(tzinfo=None))


def looks_like_a_day(text: str) -> bool:
    bare = text.strip()
    return any(pattern.match(bare) for pattern in (_YEAR_FIRST, _NUMBERS, _DAY_NAME, _NAME_DAY))


def orders(texts: Iterable[str]) -> set[Order] | None:
    """In which orders all of these are days; None where none of them leaves a question."""
    possible, asked = set(_BOTH), False
    for text in texts:
        found = _NUMBERS.match(text.strip())
        if not found or found[2] == ".":
            continue
        asked = True
        if int(found[1]) > 12:
            possible.discard(Order.MONTH_FIRST)
        if int(found[3]) > 12:
            possible.discard(Order.DAY_FIRST)
    return possible if asked else None


def _read_day(text: str, order: Order | None) -> tuple[date, str]:
    if found := _YEAR_FIRST.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3])), text[found.end() :]
    if found := _NUMBERS.match(text):
        if len(found[4]) == 2:
            raise TwoDigitYear
        first, second = int(found[1]), int(found[3])
        if order is Order.MONTH_FIRST and found[2] != ".":
            first, second = second, first
        day = _day_or_none(int(found[4]), second, first)
        if day is None:
            raise OtherOrder if found[2] != "." else NoDay
        return day, text[found.end() :]
    if found := _DAY_NAME.match(text):
        return _day(int(found[3]), _month(found[2]), int(found[1])), text[found.end() :]
    if found := _NAME_DAY.match(text):
        return _day(int(found[3]), _month(found[1]), int(found[2])), text[found.end() :]
    raise NoDay


def _day(year: int, month: int, day: int) -> date:
    found = _day_or_none(year, month, day)
    if found is None:
        raise NoDay
    return found


def _day_or_none(year: int, month: int, day: int) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    if name.lower() not in MONTHS:
        raise NoDay
    return MONTHS[name.lower()]


def _moment(day: date, text: str, zone: ZoneInfo) -> datetime:
    found = _TIME.fullmatch(text)
    if not found:
        raise NoDay
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4] in "pP" else 0)
    try:
        return datetime(
            day.year,
            day.month,
            day.day,
            hour,
            int(found[2]),
            int(found[3] or 0),
            tzinfo=_offset(found[5]) if found[5] else zone,
        )
    except ValueError:
        raise NoDay from None


def _offset(text: str) -> timezone:
    if text in ("Z", "UTC"):
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(span if text[0] == "+" else -span)
