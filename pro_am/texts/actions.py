"""Writing texts; what was said before is kept."""

from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.words import mark
from pro_am.texts import queries, rules
from pro_am.texts.models import Text
from pro_am.texts.rules import Words


def write(slug: str, language: str, *, title: str, body: str, by: Member) -> bool:
    """Put these words in place of those before; the same words again change nothing."""
    words = rules.check(slug, title, body)
    with transaction():
        before = queries.latest(slug, language)
        if before and Words(before.title, before.body) == words:
            return False
        db.session.add(
            Text(
                slug=slug,
                language=language,
                title=words.title,
                body=words.body,
                written_at=clock.now(),
                written_by_id=by.id,
            )
        )
        audit.note(mark("text written"), by=by.id, about=f"text {language}/{slug}")
    queries.forget_banner()
    return True
