"""A time zone as calendar files describe it (RFC 5545, section 3.6.5): by rules, as people do.

The library would list the changes of seventy years; calendars read "the last Sunday of March".
"""

import calendar
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from pro_am.foundation.time_zones import offsets_around_year

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_YEARS = 6  # a rule that holds for so long is believed

Rule = Mapping[str, object]


class Change(NamedTuple):
    """When the clock is changed, on the clock before, and by how much."""

    wall: datetime
    before: timedelta
    after: timedelta

    @property
    def instant(self) -> datetime:
        return self.wall - self.before


def described(zone: ZoneInfo, since: datetime) -> Timezone:
    """What a file says of a zone whose events begin at a UTC instant or later."""
    first = since.year - 1  # what holds in January began the year before
    by_year = [_changes(zone, year) for year in range(first, first + _YEARS)]
    found = Timezone()
    found.add("tzid", zone.key)
    for change, rule in _by_rules(by_year) or _one_by_one(by_year, _offset(zone, since)):
        found.add_component(_observance(zone, change, rule))
    return found


def _by_rules(by_year: Sequence[Sequence[Change]]) -> list[tuple[Change, Rule | None]]:
    """The changes of the first year with the rules they follow; nothing where one follows none."""
    if len({len(changes) for changes in by_year}) != 1:
        return []
    rules = [_rule(changes) for changes in zip(*by_year, strict=True)]
    return list(zip(by_year[0], rules, strict=True)) if all(rules) else []


def _one_by_one(
    by_year: Sequence[Sequence[Change]], offset: timedelta
) -> list[tuple[Change, Rule | None]]:
    """Where no rule holds: Ramadan moves the clocks of Morocco. Or none is needed."""
    changes = [change for of_year in by_year for change in of_year]
    before = changes[0].before if changes else offset
    long_ago = Change(datetime(1970, 1, 1), before, before)  # noqa: DTZ001 - a wall time
    return [(change, None) for change in [long_ago, *changes]]


def _changes(zone: ZoneInfo, year: int) -> list[Change]:
    stretches = offsets_around_year(zone, year)
    return [
        Change(after.start + before.offset, before.offset, after.offset)
        for before, after in pairwise(stretches)
        if after.start.year == year and before.offset != after.offset
    ]


def _rule(changes: Sequence[Change]) -> Rule | None:
    """Month, weekday and which of them, when the same holds for all of these years."""
    first = changes[0]
    kinds = {(c.wall.month, c.wall.weekday(), c.wall.time(), c.before, c.after) for c in changes}
    if len(kinds) != 1:
        return None
    if all(_is_last(change.wall) for change in changes):
        which = "-1"
    elif len(places := {(change.wall.day - 1) // 7 + 1 for change in changes}) == 1:
        which = str(places.pop())
    else:
        return None
    day = which + _WEEKDAYS[first.wall.weekday()]
    return {"freq": "yearly", "bymonth": first.wall.month, "byday": day}


def _is_last(wall: datetime) -> bool:
    return wall.day + 7 > calendar.monthrange(wall.year, wall.month)[1]


def _observance(
    zone: ZoneInfo, change: Change, rule: Rule | None
) -> TimezoneDaylight | TimezoneStandard:
    there = change.instant.replace(tzinfo=UTC).astimezone(zone)
    found = TimezoneDaylight() if there.dst() else TimezoneStandard()
    found.add("dtstart", change.wall)
    found.add("tzoffsetfrom", change.before)
    found.add("tzoffsetto", change.after)
    found.add("tzname", there.tzname() or zone.key)
    if rule:
        found.add("rrule", rule)
    return found


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    return instant.replace(tzinfo=UTC).astimezone(zone).utcoffset() or timedelta(0)
