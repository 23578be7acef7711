"""Many rows at once, for what is computed about everybody."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert

from pro_am.foundation.database import Model, db

Row = dict[str, Any]


def insert_rows(model: type[Model], rows: Sequence[Row]) -> None:
    """All with the same columns.

    Into the table itself: a model would leave out what is None, and so make a statement of each
    row that differs in this from the one before.
    """
    if rows:
        db.session.execute(insert(model.__table__), rows)  # type: ignore[arg-type]
