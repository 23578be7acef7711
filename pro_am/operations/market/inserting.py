"""Rows in bulk whose ids are wanted, many times as fast as one by one."""

from collections.abc import Sequence

from sqlalchemy import Table, func, select

from pro_am.foundation.bulk import Row, insert_rows
from pro_am.foundation.database import Model, db


def insert_numbered(model: type[Model], rows: Sequence[Row]) -> Sequence[int]:
    """Also returns their ids, in the order of the rows.

    They are given out before: SQLite tells them in order only row by row.
    """
    numbers = _next_ids(model.__table__, len(rows))  # type: ignore[arg-type]
    insert_rows(model, [{"id": number, **row} for number, row in zip(numbers, rows, strict=True)])
    return numbers


def _next_ids(table: Table, count: int) -> Sequence[int]:
    if db.engine.dialect.name == "postgresql":
        next_one = func.nextval(func.pg_get_serial_sequence(table.name, "id"))
        times = func.generate_series(1, count).table_valued("number")
        return db.session.scalars(select(next_one).select_from(times)).all()
    first = (db.session.scalar(select(func.max(table.c.id))) or 0) + 1
    return range(first, first + count)
