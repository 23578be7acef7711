"""Reading what a case says, and noticing what it says that nobody has asked about."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

MINUTES_AN_HOUR = 60


class NotUnderstoodError(ValueError):
    """A case says something that would be ignored, so its answer would prove nothing."""


class Facts:
    """A part of a case; each fact is taken once."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._facts = dict(facts)

    def take(self, *names: str, default: Any = None) -> Any:
        """The fact under any of these names; what is null counts as absent."""
        found = [self._facts.pop(name, None) for name in names]
        return next((each for each in found if each is not None), default)

    def need(self, name: str) -> Any:
        fact = self.take(name)
        if fact is None:
            raise NotUnderstoodError(f"It says no {name!r}")
        return fact

    def day(self, *names: str) -> date | None:
        text = self.take(*names)
        return date.fromisoformat(text) if text else None

    def instant(self, name: str) -> datetime | None:
        text = self.take(name)
        return instant(text) if text else None

    def needed_instant(self, name: str) -> datetime:
        return instant(self.need(name))

    def check_all_taken(self) -> None:
        if self._facts:
            raise NotUnderstoodError(f"Nobody knows what {', '.join(sorted(self._facts))} means")


@contextmanager
def facts_of(data: Mapping[str, Any]) -> Iterator[Facts]:
    """All of these facts have to be taken before the block ends."""
    facts = Facts(data)
    yield facts
    facts.check_all_taken()


def instant(text: str) -> datetime:
    """`2026-06-15T07:00Z` as the product keeps it: UTC without saying so."""
    return datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None)


def minute(clock: str) -> int:
    """`18:30` as a minute of the day; 24:00 is the last."""
    hours, minutes = clock.split(":")
    return int(hours) * MINUTES_AN_HOUR + int(minutes)


def written(at: datetime) -> str:
    return at.isoformat(timespec="minutes") + "Z"
