"""Reading JSON from outside so that whatever is wrong with it is told with its line."""

import json
import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

from pro_am.trust.rules.broken_file import BrokenFile

Path = tuple[str | int, ...]

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True)
class Place:
    """A value in a JSON text, and the way to it."""

    text: str
    value: Any
    path: Path = ()

    def __getitem__(self, key: str) -> "Place":
        """The value under a key of an object; a missing one is a fault of the object."""
        if not isinstance(self.value, dict):
            self.refuse("expected an object")
        if key not in self.value:
            self.refuse(f"{key!r} is missing")
        return Place(self.text, self.value[key], (*self.path, key))

    def items(self) -> Iterator["Place"]:
        if not isinstance(self.value, list):
            self.refuse("expected a list")
        for index, each in enumerate(self.value):
            yield Place(self.text, each, (*self.path, index))

    def words(self) -> str:
        if not isinstance(self.value, str) or not self.value:
            self.refuse(f"expected words, not {_short(self.value)}")
        return self.value

    def one_of(self, choices: Collection[str]) -> str:
        if self.value not in choices:
            self.refuse(f"expected {' or '.join(choices)}, not {_short(self.value)}")
        return str(self.value)

    def number(self, least: float, most: float) -> float:
        is_number = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        if not is_number or not math.isfinite(self.value):
            self.refuse(f"expected a number, not {_short(self.value)}")
        if not least <= self.value <= most:
            self.refuse(f"expected {least:g} to {most:g}, not {_short(self.value)}")
        return float(self.value)

    def number_or_none(self, least: float, most: float) -> float | None:
        return None if self.value is None else self.number(least, most)

    def instant(self) -> datetime:
        """A moment with its zone, as naive UTC."""
        try:
            found = datetime.fromisoformat(self.words())
        except ValueError:
            self.refuse(f"expected a time such as 2027-01-31T18:00:00Z, not {_short(self.value)}")
        if found.tzinfo is None:
            self.refuse("the time says no zone: end it with Z")
        try:
            return found.astimezone(UTC).replace(tzinfo=None)
        except OverflowError:
            self.refuse("no calendar has this day")

    def refuse(self, cause: str) -> NoReturn:
        way = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in self.path)
        raise BrokenFile(_line_of(self.text, self.path), f"{way.lstrip('.') or 'file'}: {cause}")


def parsed(text: str) -> Place:
    try:
        return Place(text, json.loads(text, parse_constant=_refuse_constant))
    except json.JSONDecodeError as fault:
        raise BrokenFile(fault.lineno, f"this is not JSON: {fault.msg}") from None
    except RecursionError:
        raise BrokenFile(1, "this is nested too deeply") from None
    except ValueError as fault:
        raise BrokenFile(1, f"this is not JSON: {fault}") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _short(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 40 else f"{shown[:40]}..."


def _line_of(text: str, path: Path) -> int:
    """The line on which the value at the end of a path begins. The text is known to be JSON."""
    at = _after_space(text, 0)
    for key in path:
        at = _at_index(text, at, key) if isinstance(key, int) else _at_key(text, at, key)
    return text.count("\n", 0, at) + 1


def _at_key(text: str, at: int, wanted: str) -> int:
    """Where the value of a key begins. Of a key that comes twice the last counts, as in parsing."""
    found = at
    while text[at] != "}":
        key, end = _DECODER.raw_decode(text, _after_space(text, at + 1))
        value = _after_space(text, _after_space(text, end) + 1)
        found = value if key == wanted else found
        at = _after_space(text, _DECODER.raw_decode(text, value)[1])
    return found


def _at_index(text: str, at: int, wanted: int) -> int:
    begin = _after_space(text, at + 1)
    for _ in range(wanted):
        comma = _after_space(text, _DECODER.raw_decode(text, begin)[1])
        begin = _after_space(text, comma + 1)
    return begin


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
