"""Browsers that are signed in: a row each, and ending it signs the browser out."""

from flask import current_app
from sqlalchemy import delete

from pro_am.accounts import rules
from pro_am.accounts.actions.throttles import count
from pro_am.accounts.models import Member, SignedInSession
from pro_am.foundation import clock, ids, passwords
from pro_am.foundation.database import db, transaction


def begin_session(member: Member, browser: str, *, password_given: bool) -> str:
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
            fresh_until=now + rules.FRESH_FOR if password_given else None,
        )
    )
    return secret


def note_seen(session: SignedInSession) -> None:
    """Bookkeeping: keep an active session from going idle."""
    with transaction():
        session.seen_at = clock.now()


def give_password_again(session: SignedInSession, password: str) -> None:
    """For what only the member may do, not whoever found their browser open."""
    member = session.member
    count(rules.PASSWORD_AGAIN_PER_ACCOUNT, member.public_id)
    if not passwords.fits(password, member.password_hash):
        raise rules.WrongPassword
    with transaction():
        session.fresh_until = clock.now() + rules.FRESH_FOR


def sign_out(secret: str) -> None:
    with transaction():
        db.session.execute(
            delete(SignedInSession).where(SignedInSession.fingerprint == ids.fingerprint(secret))
        )


def end_session(member: Member, session_id: int) -> None:
    """Sign one of a member's browsers out; one that is gone already is as good."""
    with transaction():
        db.session.execute(
            delete(SignedInSession).where(
                SignedInSession.member_id == member.id, SignedInSession.id == session_id
            )
        )


def end_sessions(member: Member, *, but: SignedInSession | None = None) -> None:
    """Sign a member out everywhere, or everywhere but here."""
    with transaction():
        ended = delete(SignedInSession).where(SignedInSession.member_id == member.id)
        if but is not None:
            ended = ended.where(SignedInSession.id != but.id)
        db.session.execute(ended)
