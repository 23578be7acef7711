"""Dates, times, lengths and periods as files write them, each on its clock."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from pro_am.calendar_sources.rules.components import Line
from pro_am.calendar_sources.rules.troubles import Remark, Trouble, Unreadable
from pro_am.calendar_sources.rules.zones import Clock, Zones, utc

_MOMENT = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z?))?", re.IGNORECASE
)
_LENGTH = re.compile(
    r"([+-]?)P(?:([0-9]+)W)?(?:([0-9]+)D)?"
    r"(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?",
    re.IGNORECASE,
)
_LONGEST_DAYS = 100 * 366


@dataclass(frozen=True, slots=True)
class Moment:
    """A wall time and whose wall; for a date, its midnight."""

    wall: datetime
    clock: Clock
    is_date: bool = False

    @property
    def instant(self) -> datetime:
        return self.clock(self.wall)


class Length(NamedTuple):
    """Days by the calendar, the rest by the clock that never changes (RFC 5545, section 3.3.6)."""

    days: int
    exact: timedelta = timedelta(0)

    @property
    def is_positive(self) -> bool:
        return timedelta(days=self.days) + self.exact > timedelta(0)

    def end(self, wall: datetime, clock: Clock) -> datetime:
        """The instant at which what starts at that wall time ends."""
        return clock(wall + timedelta(days=self.days)) + self.exact


class Moments:
    """Reads the moments of one calendar, and notes zones that nobody knows."""

    def __init__(self, zones: Zones) -> None:
        self._zones = zones
        self.remarks: list[Remark] = []

    def one(self, line: Line) -> Moment:
        try:
            return self._moment(line, line.value)
        except (ValueError, OverflowError):
            raise Unreadable(line.number, Trouble.DATE) from None

    def several(self, line: Line) -> list[tuple[Moment, Length | None]]:
        """What RDATE and EXDATE list; a period brings its own length. Bad ones are noted."""
        found = []
        for value in line.value.split(","):
            try:
                found.append(self._period(line, value))
            except (ValueError, OverflowError):
                self.remarks.append(Remark(line.number, Trouble.LEFT_OUT))
        return found

    def _period(self, line: Line, value: str) -> tuple[Moment, Length | None]:
        first, _slash, last = value.partition("/")
        start = self._moment(line, first)
        if not last:
            return start, None
        if last.lstrip("+-")[:1].upper() == "P":
            return start, length_from(last)
        return start, Length(0, self._moment(line, last).instant - start.instant)

    def _moment(self, line: Line, value: str) -> Moment:
        read = _MOMENT.fullmatch(value.strip())
        if not read:
            raise ValueError(value)
        year, month, day, hour, minute, second = (int(part or 0) for part in read.groups()[:6])
        wall = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - on some wall
        if not read[4]:
            return Moment(wall, self._zones.floating, is_date=True)
        if read[7]:
            return Moment(wall, utc)
        moment = Moment(wall, self._clock(line))
        moment.instant  # noqa: B018 - the first and last days of all years have no neighbours
        return moment

    def _clock(self, line: Line) -> Clock:
        name = line.parameter("TZID")
        if not name:
            return self._zones.floating
        clock = self._zones.named(name)
        if clock is None:
            self.remarks.append(Remark(line.number, Trouble.ZONE))
            return self._zones.floating
        return clock


def length_from(text: str) -> Length:
    """`PT1H30M`, `P2D`; ValueError for anything else, and for what outlasts a century."""
    read = _LENGTH.fullmatch(text.strip())
    if not read or not any(read.groups()[1:]):
        raise ValueError(text)
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in read.groups()[1:])
    exact = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    whole_days = 7 * weeks + days
    if whole_days > _LONGEST_DAYS or exact > timedelta(days=_LONGEST_DAYS):
        raise ValueError(text)
    return Length(-whole_days, -exact) if read[1] == "-" else Length(whole_days, exact)
