"""The links that letters of accounts bring."""

import re

from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter


def templates() -> list[str]:
    """Which letters were written, the oldest first."""
    return list(db.session.scalars(select(Letter.template).order_by(Letter.id)))


def latest_link() -> str:
    """The path of the button in the last letter."""
    text = db.session.scalars(select(Letter.text).order_by(Letter.id.desc()).limit(1)).one()
    found = re.search(r"^http://127\.0\.0\.1:8000(/\S+)$", text, re.MULTILINE)
    assert found
    return found.group(1)


def latest_secret() -> str:
    return latest_link().partition("?")[0].rsplit("/", 1)[-1]
