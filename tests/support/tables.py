"""Whether anything in the database has changed."""

import hashlib

from sqlalchemy import select

from pro_am.foundation.database import Model, db

# Who was seen when: looking at a page is noted, and changes nothing else.
BOOKKEEPING = {"sessions"}


def fingerprint() -> str:
    """Of every row of every table, bookkeeping apart."""
    db.session.rollback()  # read what is committed, nothing else
    found = hashlib.sha256()
    for table in sorted(Model.metadata.tables.values(), key=lambda table: table.name):
        if table.name in BOOKKEEPING:
            continue
        rows = sorted(repr(tuple(row)) for row in db.session.execute(select(table)))
        found.update(f"{table.name} {rows}".encode())
    return found.hexdigest()
