"""Frozen dataclasses as JSON and back, told by their annotations: queries and documents are kept.

What is as it is by default is left out, and what a later version no longer knows is passed over:
so a field that is added or goes breaks nothing that was kept before.
"""

import enum
from dataclasses import MISSING, Field, fields
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def as_json(thing: Any) -> dict[str, Any]:
    return {
        each.name: _plain(value)
        for each in fields(thing)
        if (value := getattr(thing, each.name)) != _default(each)
    }


def from_json(kind: type[T], told: dict[str, Any]) -> T:
    """Raises TypeError or ValueError when what was kept makes none of that kind any more."""
    hints = _hints(cast(Any, kind))
    return kind(**{name: _made(hints[name], v) for name, v in told.items() if name in hints})


def _default(field: Field[Any]) -> Any:
    return None if field.default is MISSING else field.default


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


def _plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(_plain(each) for each in value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _made(hint: Any, value: Any) -> Any:
    kind, inner = get_origin(hint), get_args(hint)
    if kind in (Union, UnionType):
        rest = next(each for each in inner if each is not type(None))
        return None if value is None else _made(rest, value)
    if kind is frozenset:
        return frozenset(_made(inner[0], each) for each in value)
    if kind is tuple:
        of_each = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_made(each, v) for each, v in zip(of_each, value, strict=True))
    if issubclass(hint, enum.Enum):
        return hint(value)
    return hint(*value) if issubclass(hint, tuple) else value
