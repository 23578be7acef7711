"""Which clock a time is on: the names that programs give to time zones."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

from pro_am.calendar_sources.rules.components import Component
from pro_am.calendar_sources.rules.file_zones import file_zone
from pro_am.foundation import time_zones

# From a wall time to a naive UTC instant. In a gap it counts as before it, and the first of two
# hours that read the same is meant (RFC 5545, section 3.3.5).
Clock = Callable[[datetime], datetime]

_UTC_NAMES = {"UTC", "GMT", "Z", "ETC/UTC", "TZONE://MICROSOFT/UTC"}
_SEPARATORS = re.compile(r"[/\\]")


def utc(wall: datetime) -> datetime:
    return wall


@cache
def clock_of(zone_name: str) -> Clock:
    """The clock of a zone by its IANA name."""
    zone = time_zones.zone(zone_name)

    def instant(wall: datetime) -> datetime:
        return wall.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)

    return instant


class Zones:
    """The clocks of one calendar: those it describes, and those known by name."""

    def __init__(self, calendar: Component, owner_zone: str) -> None:
        self._described = {
            line.value: part
            for part in calendar.parts
            if part.name == "VTIMEZONE" and (line := part.first("TZID"))
        }
        self._known: dict[str, Clock | None] = {}
        wanted = calendar.first("X-WR-TIMEZONE")
        self.floating = (self.named(wanted.value) if wanted else None) or clock_of(owner_zone)

    def named(self, name: str) -> Clock | None:
        """The clock of that name; None when nobody knows it."""
        name = name.strip().strip('"')
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> Clock | None:
        if name.upper() in _UTC_NAMES:
            return utc
        # What the world agrees on is newer than the copy in the file.
        if time_zones.is_zone(name):
            return clock_of(name)
        if (described := self._described.get(name)) and (clock := _clock_in(described)):
            return clock
        known = _windows_zone(name) or _known_end(name)
        return clock_of(known) if known else None


def _clock_in(described: Component) -> Clock | None:
    location = described.first("X-LIC-LOCATION")
    if location and time_zones.is_zone(location.value):
        return clock_of(location.value)
    try:
        zone = file_zone(described)
        zone.instant(datetime(2000, 1, 1))  # noqa: DTZ001 - so that a broken rule shows now
    except (ValueError, KeyError, OverflowError):
        return None
    return zone.instant


def _windows_zone(name: str) -> str | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # dear, and rarely needed

    return WINDOWS_TO_OLSON.get(name)


def _known_end(name: str) -> str | None:
    """`/mozilla.org/20050126_1/Europe/Paris` and the like end with a name that is known."""
    pieces = _SEPARATORS.split(name)
    for count in (3, 2, 1):
        end = "/".join(pieces[-count:])
        if time_zones.is_zone(end):
            return end
    return None
