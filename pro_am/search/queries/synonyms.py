"""Reading synonyms."""

from sqlalchemy import func, select

from pro_am.foundation.database import db
from pro_am.search.models import Synonym
from pro_am.search.rules.wording.synonyms import SynonymText


def synonyms(language: str | None = None) -> list[Synonym]:
    """In the order of the alphabet."""
    asked = select(Synonym).order_by(Synonym.language, Synonym.key)
    if language:
        asked = asked.where(Synonym.language == language)
    return list(db.session.scalars(asked))


def synonym_with(public_id: str) -> Synonym | None:
    return db.session.scalar(select(Synonym).where(Synonym.public_id == public_id))


def synonym_like(text: SynonymText) -> Synonym | None:
    asked = select(Synonym).where(Synonym.language == text.language, Synonym.key == text.key)
    return db.session.scalar(asked)


def count() -> int:
    return db.session.scalar(select(func.count()).select_from(Synonym)) or 0


def all_texts() -> list[SynonymText]:
    rows = db.session.execute(
        select(Synonym.language, Synonym.words, Synonym.finds).order_by(Synonym.id)
    )
    return [SynonymText(language, tuple(words), tuple(finds)) for language, words, finds in rows]
