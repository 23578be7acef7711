"""The stretch of days that a chart shows."""

import calendar
import enum
from dataclasses import dataclass
from datetime import date, timedelta

from pro_am.foundation.words import mark


class Span(enum.StrEnum):
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


SPANS = {Span.WEEK: mark("Week"), Span.MONTH: mark("Month"), Span.YEAR: mark("Year")}
LENGTHS = {Span.WEEK: 7, Span.MONTH: 31, Span.YEAR: 365}


@dataclass(frozen=True, slots=True)
class Window:
    """Both days belong to it."""

    first: date
    last: date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    def position(self, day: date) -> int:
        return (day - self.first).days

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def window(span: Span, last: date) -> Window:
    return Window(last - timedelta(days=LENGTHS[span] - 1), last)


def labelled_days(span: Span, shown: Window) -> list[date]:
    """The days that are named below a chart: five at most, so that they fit a telephone."""
    if span is Span.YEAR:
        return [day for day in _firsts_of_months(shown) if day.month % 3 == 1]
    begin, step = (0, 2) if span is Span.WEEK else (3, 7)
    return [shown.first + timedelta(days=n) for n in range(begin, shown.length, step)]


def _firsts_of_months(shown: Window) -> list[date]:
    day, firsts = shown.first.replace(day=1), []
    while day <= shown.last:
        if day >= shown.first:
            firsts.append(day)
        day += timedelta(days=calendar.monthrange(day.year, day.month)[1])
    return firsts
