"""What this installation remembers about itself: when a worker was last alive, a backup was made.

Rows in the database, since the web and the workers are other processes, or other machines.
"""

import enum
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation import clock
from pro_am.foundation.database import Model, db, transaction


class Name(enum.StrEnum):
    WORKER = "worker"  # alive at that moment
    BACKUP = "backup"  # finished at that moment; its words are the file
    SCORES = "scores"  # all computed anew as of that moment
    FREE_DAYS = "free_days"  # looked at again; its words are how many calendars were hidden
    INDEX = "index"  # of search: built, or compared with the database
    INDEX_BROKEN = "index_broken"  # found so at that moment; its words are why
    LETTERS_HELD = "letters_held"  # since that moment nothing is sent, until the operator agrees


class Mark(Model):
    __tablename__ = "marks"

    name: Mapped[Name] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    words: Mapped[str] = mapped_column(default="")


def put(name: Name, words: str = "") -> None:
    with transaction():
        db.session.merge(Mark(name=name, at=clock.now(), words=words))


def take_away(name: Name) -> None:
    with transaction():
        db.session.execute(delete(Mark).where(Mark.name == name))


def stands(name: Name) -> bool:
    return db.session.get(Mark, name) is not None


def last(name: Name) -> datetime | None:
    """When it was last put."""
    return db.session.scalar(select(Mark.at).where(Mark.name == name))


def all_marks() -> dict[Name, Mark]:
    return {mark.name: mark for mark in db.session.scalars(select(Mark))}
