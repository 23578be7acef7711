"""An event that repeats: its dates, without those left out, with those that were moved."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain

from pro_am.calendar_sources.rules.components import Line
from pro_am.calendar_sources.rules.events import Event
from pro_am.calendar_sources.rules.moments import Length, Moment
from pro_am.calendar_sources.rules.recurrence import Rule, rule_from
from pro_am.calendar_sources.rules.troubles import Remark, Trouble, Unreadable
from pro_am.foundation.time_slots import TimeSlot

_MARGIN = timedelta(days=3)  # more than clocks differ, and what a wall time may be off


@dataclass
class Budget:
    """How many dates of a file may still be worked out."""

    left: int
    remarks: list[Remark] = field(default_factory=list)

    def spend(self) -> bool:
        self.left -= 1
        return self.left >= 0


@dataclass(frozen=True)
class Series:
    event: Event
    moved: Sequence[Event]  # single dates of it that say something else, or are off

    def rank(self) -> int:
        """The rarer it repeats the lower: what happens every second must not cost the rest."""
        return max((rule.rank for rule in self._rules(self.event.rules)), default=0)

    def stretches(self, span: TimeSlot, budget: Budget) -> Iterator[TimeSlot]:
        """Its busy stretches that touch the span. Raise Unreadable when a rule cannot be read."""
        event = self.event
        if throughout := self._throughout(span, budget):
            yield throughout
            return
        is_left_out = self._left_out(span)
        later = sorted((each for each in self.moved if each.and_later), key=_instead_of)
        for wall, length in self._dates(span):
            start = event.start.clock(wall)
            if start >= span.end:
                continue  # dates of several rules come one rule after the other
            if is_left_out(wall, start):
                continue
            slot = _slot_as_changed(Moment(wall, event.start.clock), length, event, later)
            if slot is None or slot.end <= span.start:
                continue
            if not budget.spend():
                budget.remarks.append(Remark(event.number, Trouble.TOO_MANY))
                return
            yield slot

    def _dates(self, span: TimeSlot) -> Iterator[tuple[datetime, Length]]:
        start, length = self.event.start, self.event.length
        since = span.start - _MARGIN - timedelta(days=abs(length.days)) - abs(length.exact)
        walls = [
            _within(rule, start, rule.walls(start.wall, since=since), span.end)
            for rule in self._rules(self.event.rules)
        ] or [iter([start.wall])]
        seen = set()
        for wall in chain.from_iterable(walls):
            if wall not in seen:
                seen.add(wall)
                yield wall, length
        for moment, own_length in self.event.more:
            # On the clock of the series: what is listed may be on another.
            wall = moment.wall if moment.clock is start.clock else _wall_on(start, moment.instant)
            if moment.is_date and not start.is_date:
                wall = datetime.combine(moment.wall.date(), start.wall.time())
            if wall not in seen:
                yield wall, own_length or length

    def _left_out(self, span: TimeSlot) -> Callable[[datetime, datetime], bool]:
        moments = [
            *self.event.left_out,
            *(each.instead_of for each in self.moved if each.instead_of is not None),
        ]
        instants = {each.instant for each in moments}
        days = {each.wall.date() for each in moments if each.is_date}
        start = self.event.start
        for rule in self._rules(self.event.exceptions):
            walls = rule.walls(start.wall, since=span.start - _MARGIN)
            instants |= {start.clock(wall) for wall in _within(rule, start, walls, span.end)}
        return lambda wall, instant: instant in instants or wall.date() in days

    def _throughout(self, span: TimeSlot, budget: Budget) -> TimeSlot | None:
        """One stretch for what begins again before it has ended: every second, for ever."""
        event, rules = self.event, self._rules(self.event.rules)
        if len(rules) != 1 or self.moved or event.left_out or event.more or event.exceptions:
            return None
        rule, start = rules[0], event.start.instant
        step = rule.step()
        if step is None or rule.until or event.length.days or event.length.exact < step:
            return None
        end = span.end
        if rule.count is not None:
            end = start + step * (rule.count - 1) + event.length.exact
        budget.remarks.append(Remark(event.number, Trouble.WITHOUT_PAUSE))
        return TimeSlot(start, max(end, start + step))

    def _rules(self, lines: Iterable[Line]) -> list[Rule]:
        rules = []
        for line in lines:
            try:
                rules.append(rule_from(line.value))
            except (ValueError, OverflowError):
                raise Unreadable(line.number, Trouble.RULE) from None
        return rules


def single(event: Event) -> TimeSlot | None:
    """When an event that does not repeat makes busy."""
    return _slot(event.start, event.length) if event.is_busy else None


def _within(
    rule: Rule, start: Moment, walls: Iterator[datetime], end: datetime
) -> Iterator[datetime]:
    """The walls until the rule's own end, or that of the span."""
    last = _last(rule.until, start)
    for wall in walls:
        instant = start.clock(wall)
        if instant >= end or (last is not None and instant > last):
            return
        yield wall


def _last(until: str, start: Moment) -> datetime | None:
    """The last instant at which it may begin; a date includes all of that day."""
    if not until:
        return None
    if len(until) == 8:
        day = datetime.strptime(until, "%Y%m%d")  # noqa: DTZ007 - a wall time
        return start.clock(day + timedelta(days=1)) - timedelta.resolution
    wall = datetime.strptime(until.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
    if until.endswith("Z") and not start.is_date:
        return wall
    return start.clock(wall)


def _slot_as_changed(
    at: Moment, length: Length, event: Event, later: Sequence[Event]
) -> TimeSlot | None:
    """A date as the last change that holds for all that follow says; None when it is not busy."""
    changes = [each for each in later if _instead_of(each) <= at.instant]
    if not changes:
        return _slot(at, length) if event.is_busy else None
    change = changes[-1]
    if not change.is_busy or change.instead_of is None:
        return None
    shifted = at.wall + (change.start.wall - _on(change.instead_of, change.start))
    return _slot(Moment(shifted, change.start.clock), change.length)


def _slot(at: Moment, length: Length) -> TimeSlot | None:
    if not length.is_positive:
        return None
    start, end = at.instant, length.end(at.wall, at.clock)
    return TimeSlot(start, end) if start < end else None


def _instead_of(event: Event) -> datetime:
    return event.instead_of.instant if event.instead_of else event.start.instant


def _on(moment: Moment, like: Moment) -> datetime:
    """What the other's clock reads then."""
    return moment.wall if moment.clock is like.clock else _wall_on(like, moment.instant)


def _wall_on(like: Moment, instant: datetime) -> datetime:
    """A wall time that is this instant on the clock of another moment."""
    offset = like.clock(instant) - instant
    wall = instant - offset
    return wall + (instant - like.clock(wall))
