"""The values of one series as rows to draw and to list."""

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.measures.models import MeasureValue, Series, ValueComment
from pro_am.measures.rules.days import Taken
from pro_am.measures.rules.kinds import Source
from pro_am.measures.rules.spans import Window
from pro_am.measures.rules.values import from_thousandths


class Said(NamedTuple):
    """A comment on a value."""

    name: str
    at: datetime
    text: str


class ValueRow(NamedTuple):
    id: int
    public_id: str
    day: date
    at: datetime | None
    value: Decimal
    source: Source
    note: str

    @property
    def taken(self) -> Taken:
        return Taken(self.day, self.at, self.value)


def values_in(series: Series, window: Window) -> list[ValueRow]:
    """In the order of days."""
    rows = db.session.execute(
        select(
            MeasureValue.id,
            MeasureValue.public_id,
            MeasureValue.day,
            MeasureValue.at,
            MeasureValue.thousandths,
            MeasureValue.source,
            MeasureValue.note,
        )
        .where(
            MeasureValue.series_id == series.id,
            MeasureValue.day.between(window.first, window.last),
        )
        .order_by(MeasureValue.day, MeasureValue.at, MeasureValue.id)
    )
    return [
        ValueRow(key, public_id, day, at, from_thousandths(count), source, note)
        for key, public_id, day, at, count, source, note in rows
    ]


def comments_in(
    series: Series, window: Window, *, by: Member | None = None
) -> dict[int, list[Said]]:
    """By value. Its owner reads all; who comments, what is their own."""
    asked = (
        select(ValueComment.value_id, Member.name, ValueComment.at, ValueComment.text)
        .join(MeasureValue, MeasureValue.id == ValueComment.value_id)
        .join(Member, Member.id == ValueComment.by_id)
        .where(
            MeasureValue.series_id == series.id,
            MeasureValue.day.between(window.first, window.last),
        )
        .order_by(ValueComment.id)
    )
    if by is not None:
        asked = asked.where(ValueComment.by_id == by.id)
    found: dict[int, list[Said]] = {}
    for value_id, name, at, text in db.session.execute(asked):
        found.setdefault(value_id, []).append(Said(name, at, text))
    return found
