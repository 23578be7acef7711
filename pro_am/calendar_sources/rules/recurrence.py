"""The wall times at which an event repeats, in order, for as long as somebody asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateutil.rrule import rrulestr

_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
_UNITS = {
    "WEEKLY": timedelta(weeks=1),
    "DAILY": timedelta(days=1),
    "HOURLY": timedelta(hours=1),
    "MINUTELY": timedelta(minutes=1),
    "SECONDLY": timedelta(seconds=1),
}
_KNOWN = {
    *("FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST", "BYSETPOS"),
    *("BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH"),
}
_LARGEST = 10**7
_UNTIL = re.compile(r"[0-9]{8}(T[0-9]{6}Z?)?")


@dataclass(frozen=True)
class Rule:
    """An RRULE, its end taken out: whether UNTIL is reached depends on the clock (see `until`)."""

    frequency: str
    interval: int
    count: int | None
    until: str  # as written, or nothing
    by: dict[str, str]

    @property
    def rank(self) -> int:
        """The rarer, the lower."""
        return _FREQUENCIES.index(self.frequency)

    def step(self) -> timedelta | None:
        """Between two starts, where that is all the rule says: every so many minutes."""
        if self.by.keys() - {"WKST"} or self.rank <= _FREQUENCIES.index("DAILY"):
            return None
        return self.interval * _UNITS[self.frequency]

    def walls(self, first: datetime, *, since: datetime) -> Iterator[datetime]:
        """The starts from the first on; those long before `since` may be passed over.

        The first counts even where the rule leaves it out (RFC 5545, section 3.8.5.3).
        """
        begin, passed = self._begin(first, since), 0
        if begin == first:
            yield first
            passed = 1
        for wall in rrulestr(self._text(), dtstart=begin):
            if wall == first:
                continue
            if self.count is not None and passed >= self.count:
                return
            passed += 1
            yield wall

    def _begin(self, first: datetime, since: datetime) -> datetime:
        """A start from which on the same starts follow, not long before `since`.

        An endless rule that began in 1970 would otherwise be counted through second by second.
        """
        unit = _UNITS.get(self.frequency)
        if unit is None or self.count is not None or since <= first:
            return first
        stride = unit * self.interval
        return first + (since - first) // stride * stride

    def _text(self) -> str:
        parts = {"FREQ": self.frequency, "INTERVAL": str(self.interval), **self.by}
        return ";".join(f"{name}={value}" for name, value in parts.items())


def rule_from(text: str) -> Rule:
    """ValueError for what RFC 5545 does not allow, and for numbers that nobody means."""
    parts = {}
    for part in text.strip().strip(";").upper().split(";"):
        name, equals, value = part.partition("=")
        if not equals or (name not in _KNOWN and not name.startswith("X-")) or name in parts:
            raise ValueError(text)
        parts[name] = value.strip()
    rule = Rule(
        frequency=parts.pop("FREQ", ""),
        interval=_positive(parts.pop("INTERVAL", "1")),
        count=_positive(parts.pop("COUNT")) if "COUNT" in parts else None,
        until=parts.pop("UNTIL", ""),
        by={name: value for name, value in parts.items() if name in _KNOWN},
    )
    if rule.frequency not in _FREQUENCIES:
        raise ValueError(text)
    if rule.until and not _UNTIL.fullmatch(rule.until):
        raise ValueError(text)
    # What dateutil refuses shows now, not when somebody asks for a date.
    rrulestr(rule._text(), dtstart=datetime(2000, 1, 1))  # noqa: DTZ001
    return rule


def _positive(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    if not 0 < number <= _LARGEST:
        raise ValueError(text)
    return number
