"""Counting what a page asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy import event

from pro_am.foundation.database import db


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """The statements of the block, as they come."""
    with app.app_context():
        engine = db.engine
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)
