"""A zone that a file describes itself (VTIMEZONE): "Customized Time Zone" and the like."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil.rrule import rrulestr

from pro_am.calendar_sources.rules.components import Component

MOST_OBSERVANCES = 200


class Change(NamedTuple):
    """From this wall time on, the clock is so far ahead of UTC."""

    wall: datetime
    offset: timedelta


@dataclass(frozen=True)
class Observance:
    """STANDARD or DAYLIGHT: when it begins, on the clock that goes before it."""

    start: datetime
    rule: str
    dates: tuple[datetime, ...]
    before: timedelta
    after: timedelta

    def begins(self, year: int) -> Iterator[datetime]:
        """What begins it in that year and the one before, or what last began it."""
        yield self.start
        yield from self.dates
        if not self.rule:
            return
        parts = dict(part.partition("=")[::2] for part in self.rule.split(";"))
        last = min(year, int(parts["UNTIL"][:4])) if "UNTIL" in parts else year
        start = self.start
        if "COUNT" not in parts:
            start = start.replace(year=max(start.year, last - 2), day=min(start.day, 28))
        for at in rrulestr(_without_zone(self.rule), dtstart=start):
            if at.year > year:
                return
            yield at


class FileZone:
    """Maps wall times to UTC as its observances say (RFC 5545, sections 3.3.5 and 3.6.5)."""

    def __init__(self, observances: list[Observance]) -> None:
        self._observances = observances
        self._changes_until = lru_cache(maxsize=256)(self._changes)

    def instant(self, wall: datetime) -> datetime:
        """A wall time in a gap counts on the clock before it; of two, the first."""
        changes = self._changes_until(wall.year)
        reached = [change for change in changes if change.wall <= wall]
        offset = reached[-1].offset if reached else min(self._observances, key=_start).before
        return wall - offset

    def _changes(self, year: int) -> list[Change]:
        return sorted(
            Change(at + max(each.after - each.before, timedelta(0)), each.after)
            for each in self._observances
            for at in each.begins(year)
        )


def file_zone(described: Component) -> FileZone:
    """ValueError when it cannot be read, or asks for more work than a clock may."""
    parts = [part for part in described.parts if part.name in ("STANDARD", "DAYLIGHT")]
    if not 0 < len(parts) <= MOST_OBSERVANCES:
        raise ValueError("no observances, or too many")
    return FileZone([_observance(part) for part in parts])


def _observance(part: Component) -> Observance:
    rule = part.text("RRULE")
    if rule and "FREQ=YEARLY" not in rule.split(";"):
        raise ValueError("clocks change yearly, or once")
    dates = [text for line in part.all("RDATE") for text in line.value.split(",")]
    return Observance(
        _wall(part.text("DTSTART")),
        rule,
        tuple(_wall(text.partition("/")[0]) for text in dates),
        _offset(part.text("TZOFFSETFROM")),
        _offset(part.text("TZOFFSETTO")),
    )


def _start(observance: Observance) -> datetime:
    return observance.start


def _wall(text: str) -> datetime:
    return datetime.strptime(text.strip().removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007


def _offset(text: str) -> timedelta:
    """`+0100`, `-033000`"""
    sign = {"+": 1, "-": -1}[text[:1]]
    digits = text[1:].ljust(6, "0")
    hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    return sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _without_zone(rule: str) -> str:
    """An end in UTC as if it were on the wall: hours make no difference to a change of clocks."""
    return ";".join(
        part.removesuffix("Z") if part.startswith("UNTIL=") else part for part in rule.split(";")
    )
