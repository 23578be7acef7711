"""Free starts that this process has worked out before, and still knows to be right.

Working out when an offer can begin takes a calendar's hours and holds and some arithmetic; search
asks it of hundreds of calendars for each page. So what was found is remembered, day by day, with
the revision of its calendar. Whoever takes time or changes hours raises that revision (the claim),
and `FreeStarts` first asks which revisions rose. What it tells is therefore what the database
says, in every process, and not what it said a minute ago.

Notice and horizon move with the clock, so they are applied when asked. A hold that will expire
makes what was found good until then.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from flask import current_app

from pro_am.availability import queries
from pro_am.availability.memory.known import (
    Answers,
    Hours,
    Kind,
    KnownCalendar,
    KnownDay,
    Limits,
    Memory,
    one_copy,
)
from pro_am.availability.models import Calendar
from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.daily_most import with_full_days
from pro_am.availability.rules.day_bits import earliest_start
from pro_am.availability.rules.no_slots import taken_days
from pro_am.availability.rules.slots import slots
from pro_am.availability.rules.wall_time import instant
from pro_am.foundation import time_zones
from pro_am.foundation.database import already_read
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import TRAVELLING, PlaceMode

_NEVER = datetime(9999, 1, 1)  # noqa: DTZ001 - naive is UTC here
_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)
_REACH = timedelta(days=2)  # of a service and its buffers, generously
FEW = 25  # offers: for as many the coarse picture is not worth a question


@dataclass(frozen=True)
class Bookable:
    """An offer as its calendar sees it."""

    calendar_id: int
    profile_id: int
    id: int
    duration_minutes: int
    slot_step_minutes: int
    place_mode: PlaceMode
    buffer_before_minutes: int | None
    buffer_after_minutes: int | None
    travel_buffer_minutes: int | None
    notice_minutes: int | None
    horizon_days: int | None
    most_a_day: int | None
    is_group: bool = False
    people: int = 1  # how many would come

    def for_people(self, people: int) -> "Bookable":
        """The same for so many people: in a group, each of them needs a seat."""
        return replace(self, people=people) if self.is_group and people != self.people else self

    @cached_property
    def kind(self) -> Kind:
        """Offers of one calendar that agree in this can begin at the same times.

        Their notices and horizons may differ: those are applied when asked.
        """
        return (
            self.duration_minutes,
            self.slot_step_minutes,
            self.place_mode in TRAVELLING,
            self.buffer_before_minutes,
            self.buffer_after_minutes,
            self.travel_buffer_minutes,
            self.most_a_day and (self.most_a_day, self.id),
            self.is_group and (self.id, self.people),
        )

    def limits(self, of_calendar: Limits) -> Limits:
        """Its own notice and horizon, or those of its calendar."""
        if self.notice_minutes is None and self.horizon_days is None:
            return of_calendar
        return of_calendar.with_own(self.notice_minutes, self.horizon_days)


# Of a question about offers and their calendars, in the order of `Bookable`.
BOOKABLE = (
    Calendar.id.label("calendar_id"),
    Offer.profile_id,
    Offer.id,
    Offer.duration_minutes,
    Offer.slot_step_minutes,
    Offer.place_mode,
    Offer.buffer_before_minutes,
    Offer.buffer_after_minutes,
    Offer.travel_buffer_minutes,
    Offer.notice_minutes,
    Offer.horizon_days,
    Offer.most_a_day,
    Offer.is_group,
)


def bookable_of(offer: Offer) -> Bookable | None:
    """The same of one offer; None without a calendar. A profile's first one is so for ever."""
    calendar_id = offer.calendar_id
    if calendar_id is None:
        known: dict[int, int] = current_app.extensions.setdefault("pro_am_calendar_ids", {})
        if offer.profile_id not in known:
            calendar = queries.calendar_of(offer.profile_id)
            if calendar is None:
                return None
            known[offer.profile_id] = calendar.id
        calendar_id = known[offer.profile_id]
    return Bookable(calendar_id, *(getattr(offer, column.key) for column in BOOKABLE[1:]))


class Free(NamedTuple):
    starts: Sequence[datetime]
    zone: str  # of the calendar


_NOTHING_FREE = Free((), "UTC")


class _Question:
    """Some days, a stretch of them, and a moment: put to one calendar after the other."""

    def __init__(self, span: TimeSlot, now: datetime) -> None:
        self.days = _days(span)
        self._span = span
        self._now = now
        self._bounds: dict[Limits, tuple[datetime, datetime]] = {}
        self._good_until = _NEVER

    def answers(self, offers: tuple[Bookable, ...], free: list[Free], claims: int) -> Answers:
        return Answers(offers, free, claims, self._bounds, self._good_until)

    def is_answered_by(self, before: Answers) -> bool:
        """Whether notice, horizon and holds that expire leave what was answered before."""
        return self._now < before.good_until and all(
            self._bounds_within(limits) == bounds for limits, bounds in before.bounds.items()
        )

    def put_to(self, calendar: KnownCalendar, offer: Bookable) -> Free | None:
        """None when not all days are known. The busiest lines of a search."""
        of_kind = calendar.days.get(offer.kind)
        if of_kind is None:
            return None
        limits = offer.limits(calendar.hours.limits)
        if limits not in self._bounds:
            self._bounds[limits] = self._bounds_within(limits)
        first, until = self._bounds[limits]
        found: tuple[datetime, ...] = ()
        for day in self.days:
            known = of_kind.get(day)
            if known is None or known.good_until <= self._now:
                return None
            self._good_until = min(self._good_until, known.good_until)
            starts = known.starts
            if not starts:
                continue
            if starts[0] >= first and starts[-1] < until:
                found += starts
            elif starts[-1] >= first and starts[0] < until:
                found += starts[bisect_left(starts, first) : bisect_left(starts, until)]
        return Free(found, limits.zone)

    def _bounds_within(self, limits: Limits) -> tuple[datetime, datetime]:
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
        question, asked = _Question(span, self._now), tuple(offers)
        claims = self._memory.claims
        before = self._memory.answers(span, asked)
        if before and before.claims == claims and question.is_answered_by(before):
            return before.free.copy()
        answers: dict[int, Free] = {}  # by the place in the list
        missing = []
        for place, offer in enumerate(offers):
            calendar = self._memory.calendar(offer.calendar_id)
            free = question.put_to(calendar, offer) if calendar else None
            if free is None:
                missing.append(place)
            else:
                answers[place] = free
        if len(missing) > FEW:
            answers |= _without_a_start({place: offers[place] for place in missing}, span)
            missing = [place for place in missing if place not in answers]
        if missing:
            learnt = self._work_out([offers[place] for place in missing], question.days)
            for place in missing:
                free = question.put_to(learnt[offers[place].calendar_id], offers[place])
                assert free is not None  # noqa: S101 - it was worked out a moment ago
                answers[place] = free
        found = [answers[place] for place in range(len(offers))]
        # What begins with this moment nobody asks again; what was missing may be good but once.
        if span.start > self._now and not missing:
            self._memory.remember(span, question.answers(asked, found, claims))
        return found

    def revision_of(self, offer: Bookable) -> int | None:
        """Of the calendar of an offer that was asked about: it rises with every hold and hour."""
        known = self._memory.calendar(offer.calendar_id)
        return known.hours.revision if known else None

    def taken_days(self, offer: Bookable, days: Collection[date]) -> set[date]:
        """Of local days on which `within` found no start, those that others have taken."""
        known = self._memory.calendar(offer.calendar_id)
        if known is None or offer.kind not in known.hours.timings:
            return set()
        timing = replace(
            known.hours.timings[offer.kind],
            notice_minutes=offer.notice_minutes,
            horizon_days=offer.horizon_days,
        )
        return taken_days(known.hours.rules, timing, days, self._now)

    def _work_out(self, missing: Iterable[Bookable], days: list[date]) -> dict[int, KnownCalendar]:
        kinds: dict[int, dict[Kind, Bookable]] = defaultdict(dict)
        for offer in missing:
            kinds[offer.calendar_id][offer.kind] = offer
        span = TimeSlot(_midnight(days[0]), _midnight(days[-1]) + _DAY)
        reach = TimeSlot(span.start - _REACH, span.end + _REACH)
        hours_of = self._hours_of(kinds)
        taken = queries.taken_by_calendar(kinds, reach, self._now)
        found = {}
        for calendar_id, hours in hours_of.items():
            of_calendar = taken[calendar_id]
            good_until = of_calendar.expires_at or _NEVER
            starts = {}
            for kind, offer in kinds[calendar_id].items():
                timing = hours.timings[kind]
                rules = with_full_days(hours.rules, timing, of_calendar.booked)
                seats = timing.seats_for(offer.people)
                starts[kind] = slots(rules, of_calendar.loads, timing, span, seats)
            learnt = {kind: _by_day(each, days, good_until) for kind, each in starts.items()}
            found[calendar_id] = self._memory.learn(hours, calendar_id, learnt)
        return found

    def _hours_of(self, kinds: Mapping[int, Mapping[Kind, Bookable]]) -> dict[int, Hours]:
        """Of these calendars; only what is not known of the present revision is read."""
        hours, unknown = {}, set()
        for calendar_id, offers in kinds.items():
            known = self._memory.calendar(calendar_id)
            if known and offers.keys() <= known.hours.timings.keys():
                hours[calendar_id] = known.hours
            else:
                unknown.add(calendar_id)
        if unknown:
            for calendar, rules in queries.rules_of_many(unknown):
                hours[calendar.id] = _hours(calendar, rules, kinds[calendar.id])
        return hours


def _without_a_start(offers: Mapping[int, Bookable], span: TimeSlot) -> dict[int, Free]:
    """Those that nobody can begin in the span, as the coarse picture of free days shows.

    It is read at a fraction of the price of hours and holds. What it shows too much is looked at
    exactly, and what it does not show comes back with a claim alone, of which all hear.
    """
    calendar_ids = {offer.calendar_id for offer in offers.values()}
    pictures = queries.pictured_days(calendar_ids, _days(span))
    return {
        place: _NOTHING_FREE
        for place, offer in offers.items()
        if earliest_start(pictures.get(offer.calendar_id, {}), span, offer.duration_minutes) is None
    }


def _hours(calendar: Any, rules: CalendarRules, offers: Mapping[Kind, Bookable]) -> Hours:
    return Hours(
        calendar.revision,
        Limits(
            timedelta(minutes=calendar.notice_minutes),
            calendar.horizon_days,
            calendar.time_zone,
        ),
        rules,
        {kind: queries.timing_of(calendar, offer) for kind, offer in offers.items()},
    )


def _by_day(
    starts: Iterable[datetime], days: list[date], good_until: datetime
) -> dict[date, KnownDay]:
    by_day: dict[date, list[datetime]] = {day: [] for day in days}
    for start in starts:
        by_day[start.date()].append(start)
    return {day: one_copy(KnownDay(tuple(of_day), good_until)) for day, of_day in by_day.items()}


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
