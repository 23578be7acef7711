"""Other hours on some days, as people say them: from a first day to a last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pro_am.availability.rules.calendar_rules import DateOverride, DayWindow

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Exceptional:
    """The same hours, or none, on each day from the first to the last, both included."""

    first: date
    last: date
    windows: tuple[DayWindow, ...] = ()
    reason: str = ""

    @property
    def is_closed(self) -> bool:
        return not self.windows

    @property
    def overrides(self) -> Iterator[DateOverride]:
        for number in range((self.last - self.first).days + 1):
            yield DateOverride(self.first + number * _DAY, self.windows)


def joined(found: Iterable[tuple[DateOverride, str]]) -> list[Exceptional]:
    """Days that follow each other and say the same, as one."""
    joined: list[Exceptional] = []
    for override, reason in sorted(found, key=lambda each: each[0].day):
        before = joined[-1] if joined else None
        if (
            before
            and before.last + _DAY == override.day
            and (before.windows, before.reason) == (override.windows, reason)
        ):
            first = joined.pop().first
        else:
            first = override.day
        joined.append(Exceptional(first, override.day, override.windows, reason))
    return joined
