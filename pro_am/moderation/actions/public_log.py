"""Writing into the public log: inside the transaction of the decision, and never again."""

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.moderation.models import PublicEntry, Restriction
from pro_am.moderation.rules.public_log import About
from pro_am.moderation.rules.restrictions import Role, Rule


def note(
    about: About,
    outcome: str,
    *,
    by_role: Role,
    rule: Rule | None = None,
    restriction: Restriction | None = None,
) -> None:
    """`outcome` is a marked sentence. No names, no quotes: everybody reads it."""
    with transaction():
        db.session.add(
            PublicEntry(
                at=clock.now(),
                about=about,
                rule=rule,
                outcome=outcome,
                by_role=by_role,
                restriction_id=restriction.id if restriction else None,
            )
        )
