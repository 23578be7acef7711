"""Crafts and specialities, kept in memory by each process: every search shows them all."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from flask import current_app
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.revisions import revision
from pro_am.profiles import queries
from pro_am.profiles.models import CRAFTS, Craft, Speciality


class KnownCraft(NamedTuple):
    """What pages show of a craft, as it was when it was read."""

    id: int
    slug: str
    names: dict[str, Any]
    icon: str
    is_open: bool
    """Whether something new may be offered in it."""
    is_food: bool


@dataclass(frozen=True)
class _Known:
    revision: int
    crafts: dict[int, KnownCraft]
    specialities: dict[str, dict[str, str]]
    names_by_id: dict[int, dict[str, Any]]
    slugs_by_id: dict[int, str]


def known_crafts() -> dict[int, KnownCraft]:
    """All crafts by id, in their order; one question when nothing changed."""
    return _known().crafts


def open_crafts() -> list[KnownCraft]:
    return [craft for craft in known_crafts().values() if craft.is_open]


def known_specialities() -> dict[str, dict[str, str]]:
    """Of all crafts, by slug: the name in each language."""
    return _known().specialities


def names_of_specialities() -> dict[int, dict[str, Any]]:
    """By id: the name in each language."""
    return _known().names_by_id


def slugs_of_specialities() -> dict[int, str]:
    """By id."""
    return _known().slugs_by_id


def _known() -> _Known:
    now = revision(CRAFTS)
    known: _Known | None = current_app.extensions.get("pro_am_crafts")
    if known is None or known.revision != now:
        names, slugs = _by_id()
        known = _Known(now, _crafts(), queries.speciality_names(), names, slugs)
        current_app.extensions["pro_am_crafts"] = known
    return known


def _crafts() -> dict[int, KnownCraft]:
    rows = db.session.execute(
        select(
            Craft.id,
            Craft.slug,
            Craft.names,
            Craft.icon,
            Craft.retired_at.is_(None),
            Craft.is_food,
        ).order_by(Craft.position)
    )
    return {row.id: KnownCraft._make(row) for row in rows}


def _by_id() -> tuple[dict[int, dict[str, Any]], dict[int, str]]:
    rows = list(db.session.execute(select(Speciality.id, Speciality.names, Speciality.slug)))
    return {row.id: row.names for row in rows}, {row.id: row.slug for row in rows}
