"""Counting searches: in memory first, then in a short transaction of their own."""

import logging
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from hashlib import blake2b

from flask import current_app
from sqlalchemy import Executable, Table, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError

from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.words import mark
from pro_am.search.asked.models import AskedSearch, StruckWords
from pro_am.search.asked.rules import KEPT, Asked

log = logging.getLogger(__name__)

WRITTEN_EVERY = 5.0  # seconds
MOST_WAITING = 500  # different searches in memory; beyond, new ones are not counted
MOST_ASKINGS = 20_000  # counted by one process in a day; who floods it is not counted
MOST_ROWS = 5_000  # different searches in a day


class Counts:
    """What one process has counted and not yet written; it is lost with the process."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._waiting: dict[Asked, list[int]] = {}
        self._shown: dict[Asked, str] = {}
        self._day: date | None = None
        self._key = b""
        self._heard: set[bytes] = set()
        self._written_at = 0.0

    def add(self, asked: Asked, shown: str, asker: str, *, in_vain: bool) -> None:
        """Once a day for each asker, of whom nothing is kept but a fingerprint, until midnight.

        Its key is in this process alone and changes every day, so that it says nothing later.
        """
        with self._lock:
            if asked.day != self._day:
                self._day, self._key = asked.day, secrets.token_bytes(16)
                self._heard = set()
            heard = blake2b(
                f"{asker}\n{asked[1:]}".encode(errors="replace"), key=self._key, digest_size=8
            ).digest()
            is_new = asked not in self._waiting
            if heard in self._heard or len(self._heard) >= MOST_ASKINGS:
                return
            if is_new and len(self._waiting) >= MOST_WAITING:
                return
            self._heard.add(heard)
            counts = self._waiting.setdefault(asked, [0, 0])
            counts[0] += 1
            counts[1] += in_vain
            self._shown.setdefault(asked, shown)

    @property
    def are_due(self) -> bool:
        return bool(self._waiting) and self._seconds() - self._written_at >= WRITTEN_EVERY

    def take(self) -> list[dict[str, object]]:
        with self._lock:
            waiting, shown = self._waiting, self._shown
            self._waiting, self._shown = {}, {}
            self._written_at = self._seconds()
        return [
            {**asked._asdict(), "shown": shown[asked], "times": times, "in_vain": in_vain}
            for asked, (times, in_vain) in waiting.items()
        ]


def counts() -> Counts:
    found: Counts = current_app.extensions.setdefault("pro_am_searches_asked", Counts())
    return found


def write_down() -> None:
    """All that waits, in one transaction. A database that is busy costs some counts, no more."""
    rows = counts().take()
    if not rows:
        return
    try:
        with transaction():
            today = select(func.count()).where(AskedSearch.day == clock.now().date())
            if (db.session.scalar(today) or 0) < MOST_ROWS:
                db.session.execute(_upsert(db.engine.dialect.name), rows)
    except OperationalError as fault:
        log.info("%s searches were not counted: %s", len(rows), fault.orig)


def erase_old() -> None:
    """Nightly: nobody can say any more what was looked for three months ago."""
    with transaction():
        db.session.execute(delete(AskedSearch).where(AskedSearch.day < clock.now().date() - KEPT))


def strike(words: str, *, by: Member) -> None:
    """Keep words off the public page: a name, an insult, somebody's joke."""
    with transaction():
        if db.session.get(StruckWords, words) is None:
            db.session.add(StruckWords(words=words, struck_at=clock.now()))
            audit.note(
                mark("searched words struck"), by=by.id, about="what is looked for", words=words
            )


def show_again(words: str, *, by: Member) -> None:
    with transaction():
        struck = db.session.get(StruckWords, words)
        if struck is not None:
            db.session.delete(struck)
            audit.note(
                mark("searched words shown again"),
                by=by.id,
                about="what is looked for",
                words=words,
            )


@cache
def _upsert(dialect: str) -> Executable:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    table = AskedSearch.__table__
    assert isinstance(table, Table)  # noqa: S101 - what every model of ours is
    row = insert(table)
    added: Mapping[str, object] = {
        name: table.c[name] + row.excluded[name] for name in ("times", "in_vain")
    }
    return row.on_conflict_do_update(index_elements=Asked._fields, set_=added)
