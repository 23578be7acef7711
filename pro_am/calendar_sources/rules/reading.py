"""From an iCalendar file to the stretches in which its owner is busy.

The libraries tell lines and values apart and count dates; what they mean is decided here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime

from pro_am.calendar_sources.rules.components import Component, calendars_in, written
from pro_am.calendar_sources.rules.events import Event, event_from, is_about
from pro_am.calendar_sources.rules.moments import Moments
from pro_am.calendar_sources.rules.series import Budget, Series, single
from pro_am.calendar_sources.rules.troubles import Remark, Trouble, Unreadable
from pro_am.calendar_sources.rules.zones import Zones
from pro_am.foundation.time_slots import TimeSlot

MOST_DATES = 5_000
MOST_BYTES = 5 * 1024 * 1024

_BUSY_KINDS = {"BUSY", "BUSY-UNAVAILABLE", "BUSY-TENTATIVE"}


class TookTooLong(Exception):  # noqa: N818 - it reads as a word of the product
    """What a patience raises when it ends."""


Patience = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True)
class Owner:
    zone: str  # for times without one
    emails: frozenset[str] = frozenset()  # who is meant when an invitation is declined
    host: str = ""  # our own: what we put into calendars is held here already


@dataclass
class Reading:
    busy: list[TimeSlot]
    """Sorted, disjoint, not touching, within the span."""
    events: int
    remarks: list[Remark] = field(default_factory=list)
    essence: str = ""
    """The file without what was not read: no titles, places, notes or other people."""


def read(
    content: bytes, span: TimeSlot, owner: Owner, *, patience: Patience = nullcontext
) -> Reading:
    """When the owner of a calendar is busy within a span; raise NotACalendar.

    Each event is read on its own: what cannot be read is left out, and named by its line. The work
    on each is done inside of a `patience`, which may end it with TookTooLong.
    """
    calendars = calendars_in(content)
    found = _Found(span, Budget(MOST_DATES), patience)
    for calendar in calendars:
        found.add(calendar, owner)
    return Reading(
        _joined(found.stretches, span),
        found.events,
        sorted(set(found.remarks + found.budget.remarks)),
        written(calendars),
    )


@dataclass
class _Found:
    span: TimeSlot
    budget: Budget
    patience: Patience
    stretches: list[TimeSlot] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    events: int = 0

    def add(self, calendar: Component, owner: Owner) -> None:
        own_address = _own_address(calendar)
        if not own_address:
            calendar.lines = [line for line in calendar.lines if line.name != "X-WR-CALNAME"]
        emails = owner.emails | own_address
        moments = Moments(Zones(calendar, owner.zone))
        if calendar.text("METHOD") == "CANCEL":
            calendar.parts.clear()
        events = []
        for part in calendar.parts:
            part.lines = [
                line for line in part.lines if line.name != "ATTENDEE" or is_about(line, emails)
            ]
            with self._noting(part.number):
                if part.name == "VEVENT":
                    self.events += 1
                    event = event_from(part, moments, emails)
                    if not (owner.host and event.uid.endswith(f"@{owner.host.upper()}")):
                        events.append(event)
                elif part.name == "VFREEBUSY":
                    self._take(_periods(part, moments))
        self._add_events(events)
        self.remarks += moments.remarks

    def _add_events(self, events: list[Event]) -> None:
        series, singles = [], []
        for masters, moved in _by_uid(events):
            singles += moved
            for event in masters:
                if event.repeats or moved:
                    series.append(Series(event, moved))
                else:
                    singles.append(event)
        self._take_singles(singles)
        for each in sorted(self._readable(series), key=Series.rank):
            with self._noting(each.event.number):
                self._take(each.stretches(self.span, self.budget))

    def _readable(self, series: Iterable[Series]) -> Iterator[Series]:
        for each in series:
            with self._noting(each.event.number):
                each.rank()
                yield each

    def _take_singles(self, events: Iterable[Event]) -> None:
        """The nearest first: where there are too many, the far ones wait."""
        found = []
        for event in events:
            with self._noting(event.number):
                slot = single(event)
                if slot and slot.overlaps(self.span):
                    found.append((slot, event.number))
        for slot, number in sorted(found):
            if not self.budget.spend():
                self.remarks.append(Remark(number, Trouble.TOO_MANY))
                return
            self.stretches.append(slot)

    def _take(self, slots: Iterable[TimeSlot]) -> None:
        self.stretches.extend(slot for slot in slots if slot.overlaps(self.span))

    @contextmanager
    def _noting(self, number: int) -> Iterator[None]:
        """What goes wrong with an event is noted, and costs no other event anything."""
        try:
            with self.patience():
                yield
        except Unreadable as unreadable:
            self.remarks.append(unreadable.remark)
        except TookTooLong:
            self.remarks.append(Remark(number, Trouble.TOO_LONG))
        except (ValueError, OverflowError):
            self.remarks.append(Remark(number, Trouble.DATE))


def _periods(part: Component, moments: Moments) -> Iterator[TimeSlot]:
    """The busy ones of a VFREEBUSY."""
    for line in part.all("FREEBUSY"):
        if (line.parameter("FBTYPE").upper() or "BUSY") not in _BUSY_KINDS:
            continue
        for start, length in moments.several(line):
            if length and length.is_positive:
                yield TimeSlot(start.instant, length.end(start.wall, start.clock))


def _by_uid(events: Iterable[Event]) -> Iterator[tuple[list[Event], list[Event]]]:
    """Events with one UID: those that begin something, and the dates that were changed.

    Of several versions the newest counts. Some programs give one UID to many events, so versions
    of the same age all count.
    """
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        groups[event.uid].append(event)
    for group in groups.values():
        versions: dict[datetime | None, list[Event]] = defaultdict(list)
        for event in group:
            versions[event.instead_of.instant if event.instead_of else None].append(event)
        masters = versions.pop(None, [])
        newest = max((event.sequence for event in masters), default=0)
        yield (
            [event for event in masters if event.sequence == newest],
            [max(reversed(each), key=lambda event: event.sequence) for each in versions.values()],
        )


def _own_address(calendar: Component) -> frozenset[str]:
    """Google names a person's calendar by their address."""
    name = calendar.text("X-WR-CALNAME").lower()
    return frozenset({name}) if "@" in name and " " not in name else frozenset()


def _joined(stretches: list[TimeSlot], span: TimeSlot) -> list[TimeSlot]:
    joined: list[TimeSlot] = []
    for slot in sorted(stretches):
        start, end = max(slot.start, span.start), min(slot.end, span.end)
        if start >= end:
            continue
        if joined and start <= joined[-1].end:
            joined[-1] = TimeSlot(joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(TimeSlot(start, end))
    return joined
