"""What members say of themselves to everybody: a name, a language, a clock; and their password."""

from flask import current_app

from pro_am.accounts import rules
from pro_am.accounts.actions.keys import note_key_change
from pro_am.accounts.actions.noting import note
from pro_am.accounts.actions.sessions import end_sessions
from pro_am.accounts.actions.throttles import count
from pro_am.accounts.actions.tokens import drop_tokens
from pro_am.accounts.events import MemberRenamed
from pro_am.accounts.models import Member, SignedInSession
from pro_am.accounts.rules import Purpose
from pro_am.foundation import outbox, passwords
from pro_am.foundation.database import transaction
from pro_am.foundation.events import publish
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark


def change_details(member: Member, *, name: str, language: str, time_zone: str) -> None:
    rules.check_name(name, site=current_app.config["COMMUNITY_NAME"])
    with transaction():
        is_renamed = member.name != name
        member.name, member.language, member.time_zone = name, language, time_zone
        if is_renamed:
            publish(MemberRenamed(member))


def change_password(session: SignedInSession, old: str, new: str) -> None:
    """Set another password; every other browser is signed out, and the member is told."""
    member = session.member
    count(rules.PASSWORD_AGAIN_PER_ACCOUNT, member.public_id)
    if not passwords.fits(old, member.password_hash):
        raise rules.WrongPassword
    check_password(new, name=member.name, email=member.email)
    hashed = passwords.hashed(new)
    with transaction():
        member.password_hash = hashed
        drop_tokens(member, Purpose.RESET_PASSWORD)
        end_sessions(member, but=session)
        post_password_changed(member)
        note_key_change(member)
        note(mark("password changed"), member, member)


def check_password(password: str, *, name: str, email: str) -> None:
    rules.check_password(
        password,
        about=(name, email, current_app.config["COMMUNITY_NAME"], "pro-am"),
        common=passwords.common_passwords(),
    )


def post_password_changed(member: Member) -> None:
    outbox.post(
        member.address,
        "accounts/password_changed",
        name=member.first_name,
        reset_url=public_url("accounts.ask_for_reset", language=member.language),
    )
