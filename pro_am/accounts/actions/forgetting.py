"""Forgetting what no longer counts."""

from datetime import timedelta

from sqlalchemy import delete

from pro_am.accounts import rules
from pro_am.accounts.models import AccountToken, KeyChange, SignedInSession, Try
from pro_am.accounts.rules.keys import PENDING
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction


def forget_old_traces() -> None:
    """Delete ended sessions, expired tokens, and tries and changes that no longer count."""
    now = clock.now()
    with transaction():
        db.session.execute(delete(Try).where(Try.at < now - timedelta(days=1)))
        db.session.execute(delete(KeyChange).where(KeyChange.at < now - PENDING))
        db.session.execute(delete(AccountToken).where(AccountToken.expires_at < now))
        db.session.execute(
            delete(SignedInSession).where(
                (SignedInSession.seen_at < now - rules.SESSION_IDLE)
                | (SignedInSession.created_at < now - rules.SESSION_LONGEST)
            )
        )
