"""Reading for the desk: rows that name what is shown, never whole things."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

Rows = Sequence[Row[*tuple[Any, ...]]]
