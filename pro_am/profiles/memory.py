"""The crafts, kept in memory by each process: every page of search shows them all."""

from typing import Any, NamedTuple

from flask import current_app
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.revisions import revision
from pro_am.profiles.models import CRAFTS, Craft


class KnownCraft(NamedTuple):
    """The columns of a craft that pages show; as it was when it was read."""

    id: int
    slug: str
    names: dict[str, Any]
    icon: str


def known_crafts() -> dict[int, KnownCraft]:
    """All crafts by id, in their order; one question when nothing changed."""
    now = revision(CRAFTS)
    known: tuple[int, dict[int, KnownCraft]] | None
    known = current_app.extensions.get("pro_am_crafts")
    if known is None or known[0] != now:
        rows = db.session.execute(
            select(Craft.id, Craft.slug, Craft.names, Craft.icon).order_by(Craft.position)
        )
        known = now, {row.id: KnownCraft(*row) for row in rows}
        current_app.extensions["pro_am_crafts"] = known
    return known[1]
