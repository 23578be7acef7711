"""Why a calendar shows no slot, so that an empty page can say what to do about it."""

import enum
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime

from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.free_time import ONE_BOOKING, Load
from pro_am.availability.rules.slots import slots
from pro_am.availability.rules.timing import OfferTiming
from pro_am.availability.rules.wall_time import MINUTES_A_DAY, instant
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import to_local


class NoSlots(enum.StrEnum):
    CLOSED = "closed"  # no opening hours in which the offer fits
    TAKEN = "taken"  # others hold the seats, or the day has all the bookings it may
    NOT_NOW = "not_now"  # free, but within the notice or beyond the horizon


def why_no_slots(
    rules: CalendarRules,
    loads: Iterable[Load],
    timing: OfferTiming,
    span: TimeSlot,
    seats: int | None = 1,
) -> NoSlots:
    """The reason to tell when `slots` found nothing; the one that helps most comes first."""
    if slots(rules, loads, timing, span, seats):
        return NoSlots.NOT_NOW
    if slots(replace(rules, full_days=frozenset()), (), timing, span, seats):
        return NoSlots.TAKEN
    return NoSlots.CLOSED


def taken_days(
    rules: CalendarRules, timing: OfferTiming, days: Collection[date], now: datetime
) -> set[date]:
    """Of local days without a free start, those that would have one if nobody had come before."""
    if not days:
        return set()
    span = TimeSlot(
        instant(min(days), 0, rules.zone), instant(max(days), MINUTES_A_DAY, rules.zone)
    )
    starts = slots(rules, (), timing, span, ONE_BOOKING, now)
    return {to_local(start, rules.zone).date() for start in starts} & set(days)
