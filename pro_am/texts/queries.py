"""Reading texts: what was written last, or the draft that is shipped."""

import time
from functools import cache
from pathlib import Path

from flask import current_app
from sqlalchemy import func, select

from pro_am.foundation.database import db
from pro_am.foundation.web.languages import LANGUAGES
from pro_am.texts.models import Text
from pro_am.texts.rules import BANNER, PURPOSES, Words, words_from

STARTING = Path(__file__).parent / "starting"
BANNER_KEPT_SECONDS = 20  # in each process: a page must not ask the database for it every time
NOTHING = Words("", "")

Key = tuple[str, str]  # slug, language


def text(slug: str, language: str) -> Words:
    written = latest(slug, language)
    return Words(written.title, written.body) if written else draft(slug, language)


def latest(slug: str, language: str) -> Text | None:
    return db.session.scalar(
        select(Text)
        .where(Text.slug == slug, Text.language == language)
        .order_by(Text.id.desc())
        .limit(1)
    )


def all_latest() -> dict[Key, Text]:
    """What was written last of every text; those still as shipped are not in it."""
    newest = select(func.max(Text.id)).group_by(Text.slug, Text.language)
    found = db.session.scalars(select(Text).where(Text.id.in_(newest)))
    return {(each.slug, each.language): each for each in found}


def revisions(slug: str, language: str, limit: int = 50) -> list[Text]:
    return list(
        db.session.scalars(
            select(Text)
            .where(Text.slug == slug, Text.language == language)
            .order_by(Text.id.desc())
            .limit(limit)
        )
    )


def revision(slug: str, language: str, revision_id: int) -> Text | None:
    found = db.session.get(Text, revision_id)
    return found if found and (found.slug, found.language) == (slug, language) else None


def unfinished() -> list[Key]:
    """Texts that still have blanks to fill in."""
    written = all_latest()
    return [
        (slug, language)
        for slug in PURPOSES
        for language in LANGUAGES
        if _words(written.get((slug, language)), slug, language).blanks
    ]


@cache
def draft(slug: str, language: str) -> Words:
    """What a new community begins with."""
    file = STARTING / language / f"{slug}.md"
    return words_from(file.read_text()) if file.is_file() else NOTHING


def banner(language: str) -> str:
    """The line above every page, or nothing; at most some seconds old."""
    known: dict[str, tuple[float, str]] = current_app.extensions.setdefault("pro_am_banner", {})
    now = time.monotonic()
    if language not in known or now - known[language][0] > BANNER_KEPT_SECONDS:
        known[language] = now, text(BANNER, language).body
    return known[language][1]


def forget_banner() -> None:
    current_app.extensions.pop("pro_am_banner", None)


def _words(written: Text | None, slug: str, language: str) -> Words:
    return Words(written.title, written.body) if written else draft(slug, language)
