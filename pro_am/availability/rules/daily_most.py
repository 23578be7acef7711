"""At most so many bookings a day: the days on which a calendar, or one offer, takes no more.

A calendar's own number counts every booking in it, an offer's only those of the offer. A booking
counts on the local day on which its service starts, whatever its buffers reach into. Those who
come to one start of a group count once, and one more of them changes nothing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.timing import OfferTiming
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import to_local

_LONGEST_DAY = timedelta(hours=25)


class Booked(NamedTuple):
    """A booking that counts: the start of its service, and which offer was booked."""

    start: datetime
    offer_id: int | None
    is_group: bool = False


def full_days(starts: Iterable[datetime], zone: ZoneInfo, most_a_day: int) -> frozenset[date]:
    """The local days on which so many bookings, or more, start."""
    bookings = Counter(to_local(start, zone).date() for start in starts)
    return frozenset(day for day, count in bookings.items() if count >= most_a_day)


def with_full_days(
    rules: CalendarRules, timing: OfferTiming, booked: Iterable[Booked]
) -> CalendarRules:
    """The rules with the days on which an offer can no longer be booked, whoever is free.

    `booked` are all the bookings of the days in question: see `reach`.
    """
    booked, full = _meetings(booked), rules.full_days
    if rules.most_a_day is not None:
        full |= full_days((each.start for each in booked), rules.zone, rules.most_a_day)
    if timing.most_a_day is not None:
        own = (each.start for each in booked if each.offer_id == timing.offer_id)
        full |= full_days(own, rules.zone, timing.most_a_day)
    return rules if full == rules.full_days else replace(rules, full_days=full)


def _meetings(booked: Iterable[Booked]) -> list[Booked]:
    """One for each time that a pro-am is there, however many come to it."""
    booked = list(booked)
    alone = [each for each in booked if not each.is_group]
    return [*alone, *{each for each in booked if each.is_group}]


def reach(rules: CalendarRules, timing: OfferTiming, span: TimeSlot) -> TimeSlot:
    """All the time that matters to slots which start in the span: whole days where they count."""
    matters = timing.reach(span)
    if rules.most_a_day is None and timing.most_a_day is None:
        return matters
    return TimeSlot(
        min(matters.start, span.start - _LONGEST_DAY), max(matters.end, span.end + _LONGEST_DAY)
    )
