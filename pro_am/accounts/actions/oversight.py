"""What those who run the community do to accounts; each deed is written into the audit log."""

from dataclasses import dataclass

from flask import current_app
from sqlalchemy import delete

from pro_am.accounts import queries, rules
from pro_am.accounts.actions.noting import note
from pro_am.accounts.actions.roles import grant_role
from pro_am.accounts.actions.sessions import end_sessions
from pro_am.accounts.actions.tokens import new_token
from pro_am.accounts.events import MemberReinstated, MemberSuspended
from pro_am.accounts.models import AccountToken, Member, SignedInSession
from pro_am.accounts.rules import Purpose, Role
from pro_am.foundation import clock, ids, outbox, passwords
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark


@dataclass(frozen=True)
class MadeAdmin:
    """What became of an address that shall run the installation."""

    member: Member
    is_new: bool
    was_admin: bool
    secret: str | None  # for the link to choose a password, when none was chosen yet


def make_admin(email: str, *, name: str | None = None) -> MadeAdmin:
    """Let this address run the installation; harmless to repeat.

    Who never chose a password gets a link to choose one: printed, since there may be no mail yet.
    """
    email = email.strip().lower()
    with transaction():
        member = queries.member_with_email(email)
        is_new = member is None
        if member is None:
            member = _member_without_password(name or email.partition("@")[0], email)
        was_admin = member.has_role(Role.ADMIN)
        grant_role(member, Role.ADMIN, by=None)
        secret = None
        if not member.email_confirmed_at:
            secret = new_token(Purpose.RESET_PASSWORD, member, rules.RESET_WITHIN)
    return MadeAdmin(member, is_new=is_new, was_admin=was_admin, secret=secret)


def suspend(member: Member, *, by: Member, why: str) -> None:
    """Sign a member out and keep them out; moderation tells them why, and how to contest it."""
    with transaction():
        rules.check_oversight(admin_id=by.id, member_id=member.id)
        why = rules.check_reason(why)
        if member.suspended_at:
            return
        member.suspended_at, member.suspended_why = clock.now(), why
        end_sessions(member)
        note(mark("member suspended"), member, by, why=why)
        publish(MemberSuspended(member.id, by.id, why))


def reinstate(member: Member, *, by: Member) -> None:
    with transaction():
        if not member.suspended_at:
            return
        member.suspended_at = member.suspended_why = None
        outbox.post(
            member.address,
            "accounts/reinstated",
            name=member.first_name,
            sign_in_url=public_url("accounts.sign_in", language=member.language),
        )
        note(mark("member reinstated"), member, by)
        publish(MemberReinstated(member.id, by.id))


def sign_out_everywhere(member: Member, *, by: Member) -> None:
    with transaction():
        end_sessions(member)
        note(mark("sessions ended"), member, by)


def note_look(member: Member, *, by: Member) -> None:
    """Bookkeeping: who runs the community has read what it knows of a member."""
    note(mark("member looked at"), member, by)


def end_all_sessions_and_links() -> None:
    """For a community restored from a copy: whoever was signed in then is not now."""
    with transaction():
        db.session.execute(delete(SignedInSession))
        db.session.execute(delete(AccountToken))


def _member_without_password(name: str, email: str) -> Member:
    """A member who signs in only once they have chosen a password by a link."""
    member = Member(
        public_id=ids.public_id(),
        name=name,
        email=email,
        password_hash=passwords.hashed(ids.secret()),
        language=current_app.config["LANGUAGE"],
        time_zone=current_app.config["TIME_ZONE"],
        created_at=clock.now(),
    )
    db.session.add(member)
    db.session.flush()  # the role and the token need its id
    return member
