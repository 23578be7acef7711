"""Coming in: an account, a session, a new password when the old one is forgotten."""

from datetime import timedelta

from flask import current_app

from pro_am.accounts import queries, rules
from pro_am.accounts.actions.details import check_password, post_password_changed
from pro_am.accounts.actions.keys import note_key_change
from pro_am.accounts.actions.leaving import send_way_back
from pro_am.accounts.actions.sessions import begin_session, end_sessions
from pro_am.accounts.actions.throttles import count
from pro_am.accounts.actions.tokens import new_token, use_token
from pro_am.accounts.events import AddressConfirmed
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Purpose
from pro_am.foundation import clock, ids, outbox, passwords
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.outbox import Address
from pro_am.foundation.web.addresses import public_url


def sign_up(
    *, name: str, email: str, password: str, language: str, place: str, onward: str | None
) -> str:
    """Ask for an account. The answer is the same whether the address is known or not.

    Returns a mark for this browser to keep: it is the one that asked (see `confirm_email`).
    """
    email = email.strip().lower()
    count(rules.SIGN_UP_PER_PLACE, place)
    rules.check_name(name, site=current_app.config["COMMUNITY_NAME"])
    check_password(password, name=name, email=email)
    password_hash = passwords.hashed(password)
    with transaction():
        known = queries.holder_of(email, clock.now())
        if known and known.email_confirmed_at:
            outbox.post(
                Address(email, known.language, known.id),
                "accounts/already_a_member",
                name=known.first_name,
                sign_in_url=public_url("accounts.sign_in", language=known.language),
            )
            return ids.fingerprint(ids.secret())
        if known:
            # The address was never confirmed: whoever holds the mailbox decides whose name stands.
            known.name, known.password_hash, known.language = name, password_hash, language
            member = known
        else:
            member = Member(
                public_id=ids.public_id(),
                name=name,
                email=email,
                password_hash=password_hash,
                language=language,
                time_zone=current_app.config["TIME_ZONE"],
                created_at=clock.now(),
            )
            db.session.add(member)
        return _send_confirmation(member, onward)


def confirm_email(secret: str, *, browser: str, password: str | None) -> str:
    """The mailbox is theirs: open the account, and begin a session in this browser (its secret).

    Any browser but the one that asked for the account must give the password too. Else whoever
    signs up with somebody else's address, and is confirmed by them, would know their password.
    """
    if password is not None:
        count(rules.CONFIRM_PER_LINK, secret)
    with transaction():
        token = use_token(Purpose.CONFIRM_EMAIL, secret)
        member = db.session.get_one(Member, token.member_id)
        if password is not None and not passwords.fits(password, member.password_hash):
            raise rules.OtherPassword
        member.email_confirmed_at = member.email_confirmed_at or clock.now()
        publish(AddressConfirmed(member))
        return begin_session(member, browser, password_given=password is not None)


def sign_in(email: str, password: str, *, place: str, browser: str) -> str:
    """Begin a session and return its secret. Unknown names take as long as wrong passwords."""
    email = email.strip().lower()
    count(rules.SIGN_IN_PER_PLACE, place)
    count(rules.SIGN_IN_PER_ACCOUNT, email)
    member = queries.member_with_email(email)
    if not passwords.fits(password, member.password_hash if member else None) or not member:
        raise rules.WrongSignIn
    if not member.email_confirmed_at:
        count(rules.CONFIRM_PER_ACCOUNT, email)
        with transaction():
            _send_confirmation(member, onward=None)
        raise rules.EmailNotConfirmed
    if member.left_at:
        count(rules.CONFIRM_PER_ACCOUNT, email)
        with transaction():
            send_way_back(member)
        raise rules.YouHaveLeft
    with transaction():
        if passwords.is_outdated(member.password_hash):
            member.password_hash = passwords.hashed(password)
        return begin_session(member, browser, password_given=True)


def ask_for_reset(email: str, *, place: str) -> None:
    """Send a link for a new password, if there is such an account; the answer is the same."""
    email = email.strip().lower()
    count(rules.RESET_PER_PLACE, place)
    count(rules.RESET_PER_ACCOUNT, email)
    with transaction():
        member = queries.member_with_email(email)
        if member is None:
            return
        secret = new_token(Purpose.RESET_PASSWORD, member, rules.RESET_WITHIN)
        outbox.post(
            member.address,
            "accounts/reset_password",
            name=member.first_name,
            url=public_url("accounts.reset_password", language=member.language, secret=secret),
            minutes=rules.RESET_WITHIN // timedelta(minutes=1),
        )


def reset_password(secret: str, password: str) -> None:
    """Set a new password by a link; every session ends, and the member is told."""
    with transaction():
        token = use_token(Purpose.RESET_PASSWORD, secret)
        member = db.session.get_one(Member, token.member_id)
        check_password(password, name=member.name, email=member.email)
        member.password_hash = passwords.hashed(password)
        # A link that reached the mailbox proves the address as well as the first letter would have.
        member.email_confirmed_at = member.email_confirmed_at or clock.now()
        publish(AddressConfirmed(member))
        end_sessions(member)
        post_password_changed(member)
        note_key_change(member)


def _send_confirmation(member: Member, onward: str | None) -> str:
    """Post the letter; return the fingerprint of the secret that its link holds."""
    db.session.flush()  # the token needs the member's id
    secret = new_token(Purpose.CONFIRM_EMAIL, member, rules.CONFIRM_WITHIN)
    outbox.post(
        member.address,
        "accounts/confirm_email",
        name=member.first_name,
        url=public_url(
            "accounts.confirm_email", language=member.language, secret=secret, next=onward
        ),
        days=rules.CONFIRM_WITHIN // timedelta(days=1),
    )
    return ids.fingerprint(secret)
