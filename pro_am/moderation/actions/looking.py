"""A person looks at what a rule has decided, or ends what a person has."""

from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.words import mark
from pro_am.moderation.actions import restrictions
from pro_am.moderation.actions.claiming import claimed_restriction
from pro_am.moderation.models import Restriction
from pro_am.moderation.queries import bench
from pro_am.moderation.queries import restrictions as queries
from pro_am.moderation.rules import restrictions as rules
from pro_am.moderation.rules.restrictions import Ending


def keep(restriction: Restriction, by: Member, *, words: tuple[str, str]) -> None:
    """Somebody has looked, and it stays: with their words, in French and English."""
    with transaction():
        restriction, by = _checked(restriction, by)
        restriction.words_fr, restriction.words_en = rules.check_words(words)
        restriction.by_role = restrictions.role_of(by)
        _note_look(restriction, by)
        _tell(restriction, stays=True)


def lift(restriction: Restriction, by: Member) -> None:
    """Somebody has looked, and it ends."""
    with transaction():
        restriction, by = _checked(restriction, by)
        _note_look(restriction, by)
        restrictions.end(restriction, Ending.LIFTED, by=by)
        _tell(restriction, stays=False)


def _checked(restriction: Restriction, by: Member) -> tuple[Restriction, Member]:
    restriction = claimed_restriction(restriction.id)
    by = db.session.get_one(Member, by.id)
    if restriction.ended_at or restriction.began_at is None:
        raise rules.NotWaiting
    rules.check_imposer(by_id=by.id, involved=bench.parties_of(restriction))
    return restriction, by


def _note_look(restriction: Restriction, by: Member) -> None:
    restriction.looked_at, restriction.looked_by_id = clock.now(), by.id
    audit.note(
        mark("looked at a restriction"), by=by.id, about=f"member {restriction.member.public_id}"
    )


def _tell(restriction: Restriction, *, stays: bool) -> None:
    reader = restriction.member
    outbox.post(
        reader.address,
        "moderation/looked",
        reader=reader,
        kind_words=rules.KINDS[restriction.kind],
        stays=stays,
        words=restriction.words_in(reader.language) if stays else "",
        url=queries.statement_url(restriction),
    )
