"""Time zones by their IANA names, from the pinned `tzdata` package and not from the machine."""

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple
from zoneinfo import ZoneInfo

# The same bookings on every machine: an old system database would move people's hours.
zoneinfo.reset_tzpath(to=())

_MARGIN = timedelta(days=2)  # more than any zone is away from UTC


class UnknownZone(ValueError):  # noqa: N818 - it reads as a word of the product
    """No zone of that name exists."""

    def __init__(self, name: str) -> None:
        super().__init__(f"No time zone is called {name!r}; names look like 'Europe/Paris'.")


def zone(name: str) -> ZoneInfo:
    """The zone of that exact IANA name; raises UnknownZone."""
    if not is_zone(name):
        raise UnknownZone(name)
    return ZoneInfo(name)  # keeps its own cache


def is_zone(name: str) -> bool:
    return name in _names()


@cache
def one_of_each_country() -> tuple[str, ...]:
    """The names that people choose from: at least one for each country, no two for one place."""
    table = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text()
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return tuple(sorted(row[2] for row in rows))


@cache
def _names() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def to_local(instant: datetime, zone: ZoneInfo) -> datetime:
    """What the clock on the wall reads at a naive UTC instant, as a naive datetime."""
    return instant.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)


class ConstantOffset(NamedTuple):
    """A stretch of instants, half-open, between two changes of a zone's clock."""

    start: datetime
    end: datetime
    offset: timedelta


def constant_offsets(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[ConstantOffset]:
    """The stretches that tile [start, end), in order. A new year may begin a new one."""
    for year in range(start.year, end.year + 1):
        first, last = max(start, _new_year(year)), min(end, _new_year(year + 1))
        for stretch in offsets_around_year(zone, year):
            clipped = ConstantOffset(
                max(first, stretch.start), min(last, stretch.end), stretch.offset
            )
            if clipped.start < clipped.end:
                yield clipped


@lru_cache(maxsize=2048)
def offsets_around_year(zone: ZoneInfo, year: int) -> tuple[ConstantOffset, ...]:
    """The stretches that tile a UTC year and two days on either side.

    A look at every midnight finds the changes: no zone puts its clock forth and back in a day.
    """
    start, end = _new_year(year) - _MARGIN, _new_year(year + 1) + _MARGIN
    stretches = []
    day = start
    while day < end:
        next_day = day + timedelta(days=1)
        if _offset(zone, day) != _offset(zone, next_day):
            change = _change_between(zone, day, next_day)
            stretches.append(ConstantOffset(start, change, _offset(zone, day)))
            start = change
        day = next_day
    stretches.append(ConstantOffset(start, end, _offset(zone, end)))
    return tuple(stretches)


def _change_between(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first instant, to the second, with the offset of `after`."""
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _offset(zone, middle) == _offset(zone, after):
            after = middle
        else:
            before = middle
    return after


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    return to_local(instant, zone) - instant


def _new_year(year: int) -> datetime:
    return datetime.combine(date(year, 1, 1), time())
