"""What a device may send: rows of JSON, each read or refused by itself."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.measures.rules.kinds import LONGEST_NOTE, SeriesKind
from pro_am.measures.rules.moments import When, read_when
from pro_am.measures.rules.values import STEP, NoNumber, check_day, check_value, read_number

MOST_ROWS = 500
MOST_BYTES = 256 * 1024
LONGEST_KEY = 64


class NotRows(Refusal):
    message = mark(
        "Send a JSON list of 1 to %(most)s rows, each with “series”, “at”, “value” and “key”."
    )


class NoKey(Refusal):
    message = mark("“key” is a text of 1 to %(longest)s characters, another one for each value.")


class NoSeries(Refusal):
    message = mark("“series” is none of yours.")


class NoMoment(Refusal):
    message = mark("“at” is a day like 2030-01-31, or a moment like 2030-01-31T08:30:00Z.")


class Target(NamedTuple):
    series_id: int
    kind: SeriesKind


class DeviceValue(NamedTuple):
    series_id: int
    key: str
    when: When
    value: Decimal
    note: str


def read_body(content: bytes) -> list[object]:
    """The rows, whatever each of them is."""
    try:
        rows = json.loads(content, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise NotRows(most=MOST_ROWS) from None
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_ROWS:
        raise NotRows(most=MOST_ROWS)
    return rows


def key_of(row: object) -> str | None:
    """What a row is called in the answer, if it says so."""
    key = row.get("key") if isinstance(row, dict) else None
    return key if isinstance(key, str) and len(key) <= LONGEST_KEY else None


def read_row(row: object, series: Mapping[str, Target], zone: ZoneInfo, today: date) -> DeviceValue:
    """`series` by their ids, kinds and names. A time without an offset is on the zone's clock."""
    if not isinstance(row, dict):
        raise NotRows(most=MOST_ROWS)
    key, named, at = row.get("key"), row.get("series"), row.get("at")
    if not isinstance(key, str) or not 1 <= len(key) <= LONGEST_KEY or "\0" in key:
        raise NoKey(longest=LONGEST_KEY)
    target = series.get(named.casefold()) if isinstance(named, str) else None
    if target is None:
        raise NoSeries
    if not isinstance(at, str) or not at[:4].isdigit():
        raise NoMoment
    when = read_when(at, None, zone)
    check_day(when.day, today)
    note = row.get("note")
    return DeviceValue(
        target.series_id,
        f"device:{key}",
        when,
        _number(row.get("value"), target.kind),
        note.replace("\0", "")[:LONGEST_NOTE] if isinstance(note, str) else "",
    )


def _number(value: object, kind: SeriesKind) -> Decimal:
    if isinstance(value, str):
        return read_number(value, kind)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise NoNumber
    number = Decimal(value)
    check_value(kind, number)  # first: what is far outside cannot be rounded
    return number.quantize(STEP)


def _no_constant(name: str) -> object:
    raise ValueError(name)  # NaN and Infinity are no JSON
