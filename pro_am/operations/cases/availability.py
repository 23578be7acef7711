"""Cases of free time and slots, put to the rules that pages and bookings ask."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pro_am.availability.rules.bookable_time import bookable_time
from pro_am.availability.rules.calendar_rules import (
    CalendarRules,
    DateOverride,
    DayWindow,
    WeeklyWindow,
)
from pro_am.availability.rules.daily_most import Booked, with_full_days
from pro_am.availability.rules.free_time import Load
from pro_am.availability.rules.slots import slots
from pro_am.availability.rules.timing import OfferTiming
from pro_am.bookings.rules.life import HOLDS_TIME
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import zone
from pro_am.operations.cases.facts import facts_of, instant, minute, written

# A hold is no state of a booking, and files say `pending` for a request.
ACTIVE = {"hold", "pending", *HOLDS_TIME}
DAILY_MOST = ("max_per_day", "max_bookings_per_day")
OFFER = 1  # a case is about one offer
FACTS_FOR_PEOPLE = ("id", "title", "source", "note", "reason")

Taken = tuple[list[Booked], list[Load]]


def answer(case: Mapping[str, Any], _folder: Path) -> Iterator[tuple[Any, Any]]:
    """What is expected and what is so, for each question the case asks."""
    with facts_of(case) as facts:
        facts.take(*FACTS_FOR_PEOPLE)
        now, seats = facts.instant("now"), facts.take("seats_needed", default=1)
        rules, (booked, loads) = _calendar(facts.need("calendar"), now)
        service = facts.take("service")
        timing = _timing(service) if service else None
        asked = facts.need("query")
        span = TimeSlot(instant(asked["from"]), instant(asked["to"]))
        free, starts_offered = facts.take("expected_free_utc"), facts.take("expected_slots_utc")
    if free is not None:
        limits = timing.limits(rules) if timing else rules
        found = bookable_time(limits, loads, span, seats, now)
        yield free, [[written(each.start), written(each.end)] for each in found]
    if starts_offered is not None and timing:
        rules = with_full_days(rules, timing, booked)
        offered = slots(rules, loads, timing, span, seats, now)
        yield starts_offered, [written(start) for start in offered]


def _calendar(said: Mapping[str, Any], now: datetime | None) -> tuple[CalendarRules, Taken]:
    with facts_of(said) as facts:
        capacity = facts.take("capacity", default=1)
        rules = CalendarRules(
            zone(facts.need("zone")),
            tuple(_weekly(each, capacity) for each in facts.take("weekly", default=())),
            tuple(_override(each, capacity) for each in facts.take("overrides", default=())),
            facts.take("min_notice_min", default=0),
            facts.take("horizon_days"),
            facts.take(*DAILY_MOST),
        )
        booked, loads = _taken(facts.take("bookings", default=()), now)
        loads += [
            Load(instant(each["start"]), instant(each["end"]), None)
            for each in facts.take("busy", default=())
        ]
    return rules, (booked, loads)


def _weekly(said: Mapping[str, Any], capacity: int) -> WeeklyWindow:
    with facts_of(said) as facts:
        valid_from = facts.day("valid_from", "from")
        return WeeklyWindow(
            facts.need("day"),
            minute(facts.need("start")),
            minute(facts.need("end")),
            facts.take("capacity", default=capacity),
            every=facts.take("every", "every_weeks", "interval", "interval_weeks", default=1),
            anchor=facts.day("anchor", "anchor_date") or valid_from,
            valid_from=valid_from,
            valid_until=facts.day("valid_until", "valid_to", "until"),
        )


def _override(said: Mapping[str, Any], capacity: int) -> DateOverride:
    with facts_of(said) as facts:
        facts.take(*FACTS_FOR_PEOPLE)
        day = facts.day("date")
        if day is None:
            raise ValueError("An override of which day?")
        windows = tuple(_window(each, capacity) for each in facts.take("windows", default=()))
    return DateOverride(day, windows)


def _window(said: Mapping[str, Any], capacity: int) -> DayWindow:
    with facts_of(said) as facts:
        return DayWindow(
            minute(facts.need("start")),
            minute(facts.need("end")),
            facts.take("capacity", default=capacity),
        )


def _taken(bookings: Sequence[Mapping[str, Any]], now: datetime | None) -> Taken:
    """The bookings that count now, and their loads."""
    booked, loads = [], []
    for said in bookings:
        with facts_of(said) as facts:
            start, end = instant(facts.need("start")), instant(facts.need("end"))
            before = timedelta(minutes=facts.take("buffer_before_min", default=0))
            after = timedelta(minutes=facts.take("buffer_after_min", default=0))
            load = Load(start - before, end + after, facts.take("seats", default=1))
            state, expires = facts.take("state", default="confirmed"), facts.instant("expires")
        is_over = expires is not None and now is not None and expires <= now
        if state in ACTIVE and not (is_over and state in ("hold", "pending", "requested")):
            booked.append(Booked(start, OFFER))
            loads.append(load)
    return booked, loads


def _timing(said: Mapping[str, Any]) -> OfferTiming:
    with facts_of(said) as facts:
        return OfferTiming(
            facts.need("duration_min"),
            facts.take("step_min", default=15),
            facts.take("buffer_before_min", default=0),
            facts.take("buffer_after_min", default=0),
            facts.take("min_notice_min"),
            facts.take("horizon_days"),
            facts.take(*DAILY_MOST),
            OFFER,
        ).with_travel(facts.take("travel_buffer_min", "travel_min", default=0))
