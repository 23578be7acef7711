"""Browsers that are signed in: a row each, and ending it signs the browser out."""

from flask import current_app
from sqlalchemy import delete

from pro_am.accounts import rules
from pro_am.accounts.models import Member, SignedInSession
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction


def begin_session(member: Member, browser: str) -> str:
    """Inside a transaction: a new session, and its secret for the browser to keep."""
    if member.suspended_at:
        raise rules.Suspended(contact=current_app.config["MAIL_FROM"])
    secret, now = ids.secret(), clock.now()
    db.session.add(
        SignedInSession(
            fingerprint=ids.fingerprint(secret),
            member_id=member.id,
            created_at=now,
            seen_at=now,
            browser=browser[:200],
        )
    )
    return secret


def note_seen(session: SignedInSession) -> None:
    """Bookkeeping: keep an active session from going idle."""
    with transaction():
        session.seen_at = clock.now()


def sign_out(secret: str) -> None:
    with transaction():
        db.session.execute(
            delete(SignedInSession).where(SignedInSession.fingerprint == ids.fingerprint(secret))
        )


def end_sessions(member: Member) -> None:
    db.session.execute(delete(SignedInSession).where(SignedInSession.member_id == member.id))
