"""Free starts that this process has worked out before, and still knows to be right.

Working out when an offer can begin takes a calendar's hours and holds and some arithmetic; search
asks it of hundreds of calendars for each page. So what was found is remembered, day by day, with
the revision of its calendar. Whoever takes time or changes hours raises that revision (the claim),
and `FreeStarts` first asks which revisions rose. What it tells is therefore what the database
says, in every process, and not what it said a minute ago.

Notice and horizon move with the clock, so they are applied when asked. A hold that will expire
makes what was found good until then.
"""

import threading
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import NamedTuple

from flask import current_app

from pro_am.availability import queries
from pro_am.availability.models import Calendar
from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.free_time import ONE_BOOKING
from pro_am.availability.rules.no_slots import taken_days
from pro_am.availability.rules.slots import OfferTiming, slots
from pro_am.availability.rules.wall_time import instant
from pro_am.foundation import time_zones
from pro_am.foundation.database import already_read
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode

MOST_STARTS = 300_000  # about 25 MB
# Claims are heard again for so long: longer than a transaction lasts, or than clocks disagree.
HEARD_AGAIN = timedelta(minutes=1)

_NEVER = datetime(9999, 1, 1)  # noqa: DTZ001 - naive is UTC here
_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)
_REACH = timedelta(days=2)  # of a service and its buffers, generously

_Kind = tuple[int, int, bool]


@dataclass(frozen=True)
class Bookable:
    """An offer as its calendar sees it."""

    calendar_id: int
    profile_id: int
    duration_minutes: int
    slot_step_minutes: int
    place_mode: PlaceMode

    @cached_property
    def kind(self) -> _Kind:
        """Offers of one calendar that agree in this can begin at the same times."""
        return self.duration_minutes, self.slot_step_minutes, self.place_mode is PlaceMode.HOST


def bookable_of(offer: Offer) -> Bookable | None:
    """The same of one offer; None without a calendar. A profile keeps its calendar for ever."""
    known: dict[int, int] = current_app.extensions.setdefault("pro_am_calendar_ids", {})
    if offer.profile_id not in known:
        calendar = queries.calendar_of(offer.profile_id)
        if calendar is None:
            return None
        known[offer.profile_id] = calendar.id
    return Bookable(
        known[offer.profile_id],
        offer.profile_id,
        offer.duration_minutes,
        offer.slot_step_minutes,
        offer.place_mode,
    )


class Free(NamedTuple):
    starts: Sequence[datetime]
    zone: str  # of the calendar


class _KnownDay(NamedTuple):
    starts: tuple[datetime, ...]  # of a UTC day, whatever notice and horizon say
    good_until: datetime


class _Limits(NamedTuple):
    """How soon and how late a calendar can be booked."""

    notice: timedelta
    horizon_days: int
    zone: str


@dataclass
class _KnownCalendar:
    """Some days of a calendar as of one revision."""

    revision: int
    limits: _Limits
    rules: CalendarRules
    days: dict[_Kind, dict[date, _KnownDay]]
    timings: dict[_Kind, OfferTiming]
    size: int = 0

    def add(self, kind: _Kind, days: dict[date, _KnownDay]) -> int:
        self.days.setdefault(kind, {}).update(days)
        size = sum(4 + len(day.starts) for day in days.values())
        self.size += size
        return size


class Memory:
    """What one process remembers, for all its threads; what was learnt longest ago goes first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._heard_at: datetime | None = None
        self._revisions: dict[int, int] = {}  # the newest heard of, of calendars claimed meanwhile
        self._calendars: OrderedDict[int, _KnownCalendar] = OrderedDict()
        self._size = 0
        self.calendar = self._calendars.get

    def hear(self, now: datetime) -> None:
        """Forget the calendars that were claimed since the last time."""
        claimed = queries.claimed_since((self._heard_at or now) - HEARD_AGAIN)
        with self._lock:
            self._heard_at = max(self._heard_at or now, now)
            for calendar_id, revision in claimed.items():
                if revision > self._revisions.get(calendar_id, -1):
                    self._revisions[calendar_id] = revision
                known = self._calendars.get(calendar_id)
                if known and known.revision < revision:
                    self._forget(calendar_id)

    def learn(
        self,
        calendar: Calendar,
        rules: CalendarRules,
        timings: dict[_Kind, OfferTiming],
        days: dict[_Kind, dict[date, _KnownDay]],
    ) -> _KnownCalendar:
        """Add these days to what is known of the calendar's revision, and return all of that."""
        fresh = _KnownCalendar(
            calendar.revision,
            _Limits(
                timedelta(minutes=calendar.notice_minutes),
                calendar.horizon_days,
                calendar.time_zone,
            ),
            rules,
            days={},
            timings={},
        )
        with self._lock:
            known = self._calendars.get(calendar.id)
            if known is None or known.revision != fresh.revision:
                known = fresh
            known.timings |= timings
            learnt = sum(known.add(kind, of_kind) for kind, of_kind in days.items())
            if known.revision >= self._revisions.get(calendar.id, -1):
                self._remember(calendar.id, known, learnt)
            # Else it was read before a claim that others have heard of: for this request alone.
            return known

    def _remember(self, calendar_id: int, known: _KnownCalendar, learnt: int) -> None:
        if self._calendars.get(calendar_id) is not known:
            self._forget(calendar_id)
            self._calendars[calendar_id] = known
        self._calendars.move_to_end(calendar_id)
        self._size += learnt
        while self._size > MOST_STARTS and len(self._calendars) > 1:
            self._forget(next(iter(self._calendars)))

    def _forget(self, calendar_id: int) -> None:
        known = self._calendars.pop(calendar_id, None)
        self._size -= known.size if known else 0


class _Question:
    """Some days, a stretch of them, and a moment: put to one calendar after the other."""

    def __init__(self, span: TimeSlot, now: datetime) -> None:
        self.days = _days(span)
        self._span = span
        self._now = now
        self._bounds: dict[_Limits, tuple[datetime, datetime]] = {}

    def put_to(self, calendar: _KnownCalendar, kind: _Kind) -> Free | None:
        """None when not all days are known. The busiest lines of a search."""
        of_kind = calendar.days.get(kind)
        if of_kind is None:
            return None
        if calendar.limits not in self._bounds:
            self._bounds[calendar.limits] = self._bounds_within(calendar.limits)
        first, until = self._bounds[calendar.limits]
        found: tuple[datetime, ...] = ()
        for day in self.days:
            known = of_kind.get(day)
            if known is None or known.good_until <= self._now:
                return None
            starts = known.starts
            if not starts:
                continue
            if starts[0] >= first and starts[-1] < until:
                found += starts
            elif starts[-1] >= first and starts[0] < until:
                found += starts[bisect_left(starts, first) : bisect_left(starts, until)]
        return Free(found, calendar.limits.zone)

    def _bounds_within(self, limits: _Limits) -> tuple[datetime, datetime]:
        """The part of the span in which a booking may start, as of now."""
        horizon = _horizon(limits.zone, limits.horizon_days, _quarter_of(self._now))
        return max(self._span.start, self._now + limits.notice), min(self._span.end, horizon)


class FreeStarts:
    """When offers can begin, as the database says now; for one request."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._memory: Memory = current_app.extensions.setdefault("pro_am_free_starts", Memory())
        # A request hears of claims once, as it has one snapshot.
        if already_read().get(Memory) is None:
            self._memory.hear(now)
            already_read()[Memory] = now

    def within(self, offers: Sequence[Bookable], span: TimeSlot) -> list[Free]:
        """The free starts of each offer in the span, in the order of the offers.

        What is not known yet is looked up for all of them together.
        """
        question = _Question(span, self._now)
        answers: dict[int, Free] = {}  # by the place in the list
        missing = []
        for place, offer in enumerate(offers):
            calendar = self._memory.calendar(offer.calendar_id)
            free = question.put_to(calendar, offer.kind) if calendar else None
            if free is None:
                missing.append(place)
            else:
                answers[place] = free
        if missing:
            learnt = self._work_out([offers[place] for place in missing], question.days)
            for place in missing:
                free = question.put_to(learnt[offers[place].calendar_id], offers[place].kind)
                assert free is not None  # noqa: S101 - it was worked out a moment ago
                answers[place] = free
        return [answers[place] for place in range(len(offers))]

    def taken_days(self, offer: Bookable, days: Collection[date]) -> set[date]:
        """Of local days on which `within` found no start, those that others have taken."""
        known = self._memory.calendar(offer.calendar_id)
        if known is None or offer.kind not in known.timings:
            return set()
        return taken_days(known.rules, known.timings[offer.kind], days, self._now)

    def _work_out(self, missing: Iterable[Bookable], days: list[date]) -> dict[int, _KnownCalendar]:
        kinds: dict[int, dict[_Kind, Bookable]] = defaultdict(dict)
        for offer in missing:
            kinds[offer.profile_id][offer.kind] = offer
        calendars = queries.calendars_of(kinds)
        ids = {calendar.id for calendar in calendars.values()}
        span = TimeSlot(_midnight(days[0]), _midnight(days[-1]) + _DAY)
        reach = TimeSlot(span.start - _REACH, span.end + _REACH)
        loads, expiries = queries.loads_and_expiries(ids, reach, self._now)
        found = {}
        for profile_id, calendar in calendars.items():
            rules = queries.rules_of(calendar)
            timings = {
                kind: queries.timing_of(calendar, offer)
                for kind, offer in kinds[profile_id].items()
            }
            good_until = expiries.get(calendar.id, _NEVER)
            learnt = {
                kind: _by_day(
                    slots(rules, loads[calendar.id], timing, span, ONE_BOOKING), days, good_until
                )
                for kind, timing in timings.items()
            }
            found[calendar.id] = self._memory.learn(calendar, rules, timings, learnt)
        return found


def _by_day(
    starts: Iterable[datetime], days: list[date], good_until: datetime
) -> dict[date, _KnownDay]:
    by_day: dict[date, list[datetime]] = {day: [] for day in days}
    for start in starts:
        by_day[start.date()].append(start)
    return {day: _KnownDay(tuple(of_day), good_until) for day, of_day in by_day.items()}


def _days(span: TimeSlot) -> list[date]:
    """The UTC days that the span touches."""
    first, last = span.start.date(), (span.end - timedelta.resolution).date()
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _quarter_of(now: datetime) -> datetime:
    """The beginning of the quarter hour: a day begins with one on every clock of today."""
    return now - (now - _midnight(now.date())) % _QUARTER


@lru_cache(maxsize=1024)
def _horizon(zone_name: str, days: int, now: datetime) -> datetime:
    """When the last day ends on which a booking may start."""
    zone = time_zones.zone(zone_name)
    return instant(time_zones.to_local(now, zone).date() + timedelta(days=days), 24 * 60, zone)
