"""What free time costs: slots, windows, and asking many calendars at once."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from statistics import median, quantiles

from sqlalchemy import Column, MetaData, Table, insert

from pro_am.availability import queries
from pro_am.availability.models import FreeDay
from pro_am.availability.rules.bookable_time import bookable_time
from pro_am.availability.rules.calendar_rules import CalendarRules, WeeklyWindow
from pro_am.availability.rules.day_bits import DayBits, bits_by_day, covers_any, start_masks
from pro_am.availability.rules.free_time import Load
from pro_am.availability.rules.slots import slots
from pro_am.availability.rules.timing import OfferTiming
from pro_am.availability.rules.windows import open_windows
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import zone
from pro_am.operations import throw_away

CANDIDATES = 600
PICTURED_DAYS = 14
ROUNDS = 60
IN_ONE_INSERT = 50_000

_HOUR, _WEEK = timedelta(hours=1), timedelta(weeks=1)
_MONDAY = datetime(2027, 3, 1)  # noqa: DTZ001 - naive is UTC; the clock changes four weeks later
_SATURDAY = TimeSlot(_MONDAY + 5 * 24 * _HOUR + 18 * _HOUR, _MONDAY + 5 * 24 * _HOUR + 21 * _HOUR)
_DINNER = OfferTiming(120, 30, buffer_before=30, buffer_after=30)
_EVENINGS = tuple(WeeklyWindow(day, 18 * 60, 23 * 60) for day in range(7))
_NOONS = tuple(
    WeeklyWindow(day, 11 * 60, 15 * 60, every=2, anchor=_MONDAY.date()) for day in (2, 5)
)
_RULES = CalendarRules(zone("Europe/Paris"), (*_EVENINGS, *_NOONS))


@dataclass(frozen=True)
class FreeTimeFigure:
    what: str
    ms: float
    at_most_ms: float

    @property
    def is_good(self) -> bool:
        return self.ms <= self.at_most_ms


def figures(
    calendars: int, server: str | None, tell: Callable[[str], None]
) -> Iterator[FreeTimeFigure]:
    """CPU of the arithmetic; for the question to a database, the time until it is answered."""
    yield FreeTimeFigure("slots of 8 weeks (CPU)", median(_cpu_ms(_slots)), 5)
    yield FreeTimeFigure("52 weeks of windows x 1,000 (CPU)", median(_cpu_ms(_year, 3)), 1000)
    tell(f"{calendars:,} calendars")
    with throw_away.installation(server) as settings, throw_away.running(settings):
        _picture(calendars)
        waits = list(_asked_ms(calendars))
        what = f"free on Saturday evening, {CANDIDATES} of {calendars:,} (p95, {db.engine.name})"
        yield FreeTimeFigure(what, round(quantiles(waits, n=20)[-1], 2), 20)


def _slots() -> None:
    """A profile with two windows on some days, and a booking on every second evening."""
    span = TimeSlot(_MONDAY, _MONDAY + 8 * _WEEK)
    evenings = (_MONDAY + (24 * day + 18) * _HOUR for day in range(0, 56, 2))
    slots(_RULES, [Load(at, at + 3 * _HOUR) for at in evenings], _DINNER, span, 1, _MONDAY)


def _year() -> None:
    span = TimeSlot(_MONDAY, _MONDAY + 52 * _WEEK)
    for _ in range(1000):
        open_windows(_RULES, span)


def _cpu_ms(work: Callable[[], None], rounds: int = ROUNDS) -> list[float]:
    work()  # what is remembered of zones is remembered now
    spent = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        spent.append(round(1000 * (time.process_time() - began), 2))
    return spent


def _picture(calendars: int) -> None:
    """Days of so many calendars, of three kinds; nothing else of them is asked here."""
    columns = FreeDay.__table__.columns
    alone = Table(
        FreeDay.__tablename__,
        MetaData(),
        *(Column(each.name, each.type, primary_key=each.primary_key) for each in columns),
    )
    kinds = [_days(each) for each in (_EVENINGS, _NOONS, (*_EVENINGS, *_NOONS))]
    rows = (
        {"calendar_id": number, "day": day, "low": bits.low, "high": bits.high}
        for number in range(1, calendars + 1)
        for day, bits in kinds[number % len(kinds)].items()
    )
    with db.engine.connect().execution_options(for_writing=True) as connection:
        alone.create(connection)
        while some := list(islice(rows, IN_ONE_INSERT)):
            connection.execute(insert(alone), some)
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def _days(weekly: tuple[WeeklyWindow, ...]) -> dict[date, DayBits]:
    span = TimeSlot(_MONDAY, _MONDAY + PICTURED_DAYS * 24 * _HOUR)
    return bits_by_day(bookable_time(replace(_RULES, weekly=weekly), (), span))


def _asked_ms(calendars: int) -> Iterator[float]:
    """Who of those that words and places left can begin in these three hours?"""
    chance, masks = Random(1), start_masks(_SATURDAY, _DINNER.duration_minutes)  # noqa: S311
    for _ in range(ROUNDS):
        candidates = chance.sample(range(1, calendars + 1), min(CANDIDATES, calendars))
        began = time.perf_counter()
        pictures = queries.pictured_days(candidates, masks)
        free = [number for number, picture in pictures.items() if covers_any(picture, masks)]
        yield 1000 * (time.perf_counter() - began)
        db.session.rollback()
        assert free  # noqa: S101 - somebody has evenings
