"""News from a lower feature to the features above it, delivered inside the same transaction."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from pro_am.foundation.database import db

E = TypeVar("E")

_listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def listen(event_type: type[E], listener: Callable[[E], None]) -> None:
    if listener not in _listeners[event_type]:
        _listeners[event_type].append(listener)


def publish(event: object) -> None:
    db.session.flush()  # so that news carries ids
    for listener in _listeners[type(event)]:
        listener(event)
