"""A table read line by line: what is good, and which line is wrong for which reason."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.measures.rules import moments, values
from pro_am.measures.rules.columns import NOTE, WHEN, Column
from pro_am.measures.rules.kinds import LONGEST_NOTE
from pro_am.measures.rules.moments import Order, When
from pro_am.measures.rules.tables import Table


class TooManyCells(Refusal):
    message = mark("This line has more columns than the others.")


class NoDayWritten(Refusal):
    message = mark("The day of this line is empty.")


class Good(NamedTuple):
    line: int
    column: int
    when: When
    key: str  # the same in the same file, sent again
    value: Decimal
    note: str


class Wrong(NamedTuple):
    line: int
    cell: str
    why: Refusal


@dataclass(frozen=True, slots=True)
class Reading:
    good: tuple[Good, ...]
    wrong: tuple[Wrong, ...]
    # The first day that could be two, until somebody says which is meant.
    asked: str | None


def read(
    table: Table, columns: Sequence[Column], order: Order | None, zone: ZoneInfo, today: date
) -> Reading:
    """Empty cells are gaps: neither good nor wrong."""
    day_column = next((i for i, each in enumerate(columns) if each.meaning == WHEN), None)
    if day_column is None:
        return Reading((), (), None)
    order, asked = _settled(table, day_column, order)
    if asked:
        return Reading((), (), asked)
    good: list[Good] = []
    wrong: list[Wrong] = []
    times: Counter[tuple[str, str]] = Counter()
    for line, cells in table.rows:
        try:
            when = _when(cells, day_column, len(columns), order, zone)
            values.check_day(when.day, today)
        except Refusal as refusal:
            wrong.append(Wrong(line, cells[day_column] if day_column < len(cells) else "", refusal))
            continue
        note = _note(cells, columns)
        for i, (cell, column) in enumerate(zip(cells, columns, strict=False)):
            if column.kind is None or not cell:
                continue
            try:
                value = _value(cell, column)
            except Refusal as refusal:
                wrong.append(Wrong(line, cell, refusal))
                continue
            moment = (when.at or when.day).isoformat()
            good.append(
                Good(line, i, when, f"file:{moment}:{times[column.meaning, moment]}", value, note)
            )
            times[column.meaning, moment] += 1
    return Reading(tuple(good), tuple(wrong), None)


def _settled(table: Table, day_column: int, order: Order | None) -> tuple[Order | None, str | None]:
    """The order of days, from the file or from the answer; else the first day to ask about."""
    days = [cells[day_column] for _, cells in table.rows if day_column < len(cells)]
    possible = moments.orders(days)
    if possible is None or order is not None:
        return order, None
    if len(possible) == 1:
        return next(iter(possible)), None
    return None, next(day for day in days if moments.orders([day]) is not None)


def _when(
    cells: Sequence[str], day_column: int, width: int, order: Order | None, zone: ZoneInfo
) -> When:
    if any(cells[width:]):
        raise TooManyCells
    text = cells[day_column] if day_column < len(cells) else ""
    if not text:
        raise NoDayWritten
    return moments.read_when(text, order, zone)


def _note(cells: Sequence[str], columns: Sequence[Column]) -> str:
    written = [cell for cell, column in zip(cells, columns, strict=False) if column.meaning == NOTE]
    return " ".join(written)[:LONGEST_NOTE]


def _value(cell: str, column: Column) -> Decimal:
    """In the unit that is kept: read freely first, as bounds are those of that unit."""
    assert column.kind is not None  # noqa: S101 - asked before
    if column.factor == 1:
        return values.read_number(cell, column.kind)
    value = (values.bare_number(cell) * column.factor).quantize(values.STEP)
    values.check_value(column.kind, value)
    return value
