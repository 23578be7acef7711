"""Many rows at once, for what is computed about everybody."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute

from pro_am.foundation.database import Model, db

Row = dict[str, Any]
T = TypeVar("T")


def insert_rows(model: type[Model], rows: Sequence[Row]) -> None:
    """All with the same columns.

    Into the table itself: a model would leave out what is None, and so make a statement of each
    row that differs in this from the one before.
    """
    if rows:
        db.session.execute(insert(model.__table__), rows)  # type: ignore[arg-type]


def insert_new(model: type[Model], rows: Sequence[Row], told: InstrumentedAttribute[T]) -> list[T]:
    """Those that are not there yet, in one statement; return that column of what was written.

    So two who write the same at once write it once, and each knows which of it was theirs.
    """
    if not rows:
        return []
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    asked = dialect.insert(model).values(list(rows)).on_conflict_do_nothing()
    return list(db.session.scalars(asked.returning(told)))
