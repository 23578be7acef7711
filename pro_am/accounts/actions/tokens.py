"""The secrets that links in letters hold: one purpose, one use, an end."""

from datetime import timedelta

from sqlalchemy import delete

from pro_am.accounts import queries, rules
from pro_am.accounts.models import AccountToken, Member
from pro_am.accounts.rules import Purpose
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db


def new_token(
    purpose: Purpose, member: Member, within: timedelta, *, email: str | None = None
) -> str:
    """A fresh token; the second kills the first, but for those that undo."""
    if purpose is not Purpose.UNDO_EMAIL_CHANGE:
        drop_tokens(member, purpose)
    secret = ids.secret()
    db.session.add(
        AccountToken(
            fingerprint=ids.fingerprint(secret),
            purpose=purpose,
            member_id=member.id,
            expires_at=clock.now() + within,
            email=email,
        )
    )
    return secret


def use_token(purpose: Purpose, secret: str) -> AccountToken:
    token = queries.token_for(purpose, secret, clock.now())
    if token is None:
        raise rules.LinkNoLongerWorks
    db.session.execute(delete(AccountToken).where(AccountToken.id == token.id))
    return token


def drop_tokens(member: Member, *purposes: Purpose) -> None:
    db.session.execute(
        delete(AccountToken).where(
            AccountToken.member_id == member.id, AccountToken.purpose.in_(purposes)
        )
    )
