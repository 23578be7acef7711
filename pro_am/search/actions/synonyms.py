"""What moderators do with synonyms."""

from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.revisions import raise_revision, revision
from pro_am.foundation.words import mark
from pro_am.search.models import SYNONYMS, Synonym
from pro_am.search.queries import synonyms as queries
from pro_am.search.rules.wording.synonyms import (
    MOST_GROUPS,
    SynonymText,
    SynonymThere,
    TooManySynonyms,
    check,
)
from pro_am.search.starting_synonyms import BOTH_WAYS, ONE_WAY


def found_starting_synonyms() -> None:
    """Give a new community its first synonyms; one that ever had some keeps what it has."""
    with transaction():
        if revision(SYNONYMS):
            return
        for language, groups in BOTH_WAYS.items():
            for words in groups:
                _add(SynonymText(language, words))
        for language, pairs in ONE_WAY.items():
            for words, finds in pairs:
                _add(SynonymText(language, words, finds))
        raise_revision(SYNONYMS)


def add_synonym(text: SynonymText, *, is_one_way: bool, by: Member) -> Synonym:
    with transaction():
        check(text, is_one_way=is_one_way)
        if queries.synonym_like(text):
            raise SynonymThere
        if queries.count() >= MOST_GROUPS:
            raise TooManySynonyms(most=MOST_GROUPS)
        synonym = _add(text)
        _note(mark("synonym added"), synonym, by)
    return synonym


def change_synonym(synonym: Synonym, text: SynonymText, *, is_one_way: bool, by: Member) -> None:
    with transaction():
        check(text, is_one_way=is_one_way)
        like = queries.synonym_like(text)
        if like is not None and like.id != synonym.id:
            raise SynonymThere
        synonym.language, synonym.key = text.language, text.key
        synonym.words, synonym.finds = list(text.words), list(text.finds)
        synonym.changed_at = clock.now()
        _note(mark("synonym changed"), synonym, by)


def remove_synonym(synonym: Synonym, *, by: Member) -> None:
    with transaction():
        _note(mark("synonym removed"), synonym, by)
        db.session.delete(synonym)


def _add(text: SynonymText) -> Synonym:
    synonym = Synonym(
        public_id=ids.public_id(),
        language=text.language,
        words=list(text.words),
        finds=list(text.finds),
        key=text.key,
        changed_at=clock.now(),
    )
    db.session.add(synonym)
    return synonym


def _note(act: str, synonym: Synonym, by: Member) -> None:
    raise_revision(SYNONYMS)
    about = f"synonym {synonym.language} {', '.join(synonym.words)}"
    audit.note(act, by=by.id, about=about[:200], finds=", ".join(synonym.finds)[:200])
