"""What one process knows of calendars: some days of each, as of one revision of it."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from pro_am.availability import queries
from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.timing import OfferTiming
from pro_am.foundation.time_slots import TimeSlot

MOST_STARTS = 200_000  # of calendars that all differ about 8 MB
MOST_ANSWERS = 64  # of some hundred offers each: about 5 MB; a page of results asks two
# Claims are heard again for so long: longer than a transaction lasts, or than clocks disagree.
HEARD_AGAIN = timedelta(minutes=1)

# Of offers that can begin at the same times: see `Bookable.kind`.
Kind = tuple[Hashable, ...]


class KnownDay(NamedTuple):
    starts: tuple[datetime, ...]  # of a UTC day, whatever notice and horizon say
    good_until: datetime


@lru_cache(maxsize=10_000)
def one_copy(day: KnownDay) -> KnownDay:
    """An equal one: calendars with the same hours begin at the same times, kept for all of them."""
    return KnownDay(tuple(map(_one_start, day.starts)), day.good_until)


@lru_cache(maxsize=20_000)
def _one_start(start: datetime) -> datetime:
    return start


class Limits(NamedTuple):
    """How soon and how late a calendar can be booked."""

    notice: timedelta
    horizon_days: int
    zone: str

    def with_own(self, notice_minutes: int | None, horizon_days: int | None) -> "Limits":
        """Those of an offer that says otherwise."""
        return Limits(
            self.notice if notice_minutes is None else timedelta(minutes=notice_minutes),
            self.horizon_days if horizon_days is None else horizon_days,
            self.zone,
        )


@dataclass
class Hours:
    """What a calendar says of itself as of one revision."""

    revision: int
    limits: Limits
    rules: CalendarRules
    timings: dict[Kind, OfferTiming]


@dataclass
class KnownCalendar:
    hours: Hours
    days: dict[Kind, dict[date, KnownDay]] = field(default_factory=dict)
    size: int = 0

    def add(self, kind: Kind, days: dict[date, KnownDay]) -> int:
        self.days.setdefault(kind, {}).update(days)
        size = sum(4 + len(day.starts) for day in days.values())
        self.size += size
        return size


class Answers(NamedTuple):
    """What some offers answered to one question: a popular search asks all of them again."""

    offers: tuple[Hashable, ...]
    free: list[Any]
    claims: int
    """How many claims were heard of by then, and calendars forgotten."""
    bounds: dict[Limits, tuple[datetime, datetime]]
    good_until: datetime


class Memory:
    """What one process remembers, for all its threads; what was learnt longest ago goes first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._heard_at: datetime | None = None
        self._revisions: dict[int, int] = {}  # the newest heard of, of calendars claimed meanwhile
        self._calendars: OrderedDict[int, KnownCalendar] = OrderedDict()
        self._size = 0
        self.calendar = self._calendars.get
        # Rises with every claim, and when a calendar is forgotten: what rests on it is, too.
        self.claims = 0
        self._answers: OrderedDict[Hashable, Answers] = OrderedDict()

    def hear(self, now: datetime) -> None:
        """Forget the calendars that were claimed since the last time."""
        claimed = queries.claimed_since((self._heard_at or now) - HEARD_AGAIN)
        with self._lock:
            self._heard_at = max(self._heard_at or now, now)
            for calendar_id, revision in claimed.items():
                if revision > self._revisions.get(calendar_id, -1):
                    self._revisions[calendar_id] = revision
                    self.claims += 1
                known = self._calendars.get(calendar_id)
                if known and known.hours.revision < revision:
                    self._forget(calendar_id)

    def learn(
        self, hours: Hours, calendar_id: int, days: dict[Kind, dict[date, KnownDay]]
    ) -> KnownCalendar:
        """Add these days to what is known of the calendar's revision, and return all of that."""
        with self._lock:
            known = self._calendars.get(calendar_id)
            if known is None or known.hours.revision != hours.revision:
                known = KnownCalendar(hours)
            known.hours.timings.update(hours.timings)
            learnt = sum(known.add(kind, of_kind) for kind, of_kind in days.items())
            if hours.revision >= self._revisions.get(calendar_id, -1):
                self._remember(calendar_id, known, learnt)
            # Else it was read before a claim that others have heard of: for this request alone.
            return known

    def answers(self, span: TimeSlot, offers: tuple[Hashable, ...]) -> Answers | None:
        """The last answers of these offers, in this order, of whatever time they are."""
        found = self._answers.get(_question(span, offers))
        # The same objects most of the time, so that comparing hundreds takes microseconds.
        return found if found and found.offers == offers else None

    def remember(self, span: TimeSlot, answers: Answers) -> None:
        with self._lock:
            question = _question(span, answers.offers)
            self._answers[question] = answers
            self._answers.move_to_end(question)
            if len(self._answers) > MOST_ANSWERS:
                self._answers.popitem(last=False)

    def _remember(self, calendar_id: int, known: KnownCalendar, learnt: int) -> None:
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
        self.claims += 1


def _question(span: TimeSlot, offers: tuple[Hashable, ...]) -> Hashable:
    """Enough to tell most questions apart, without looking at every offer."""
    return span, len(offers), offers[:2], offers[-2:]
