"""Moving an account to another e-mail address: the new one confirms, the old one may undo."""

from datetime import timedelta

from sqlalchemy import delete

from pro_am.accounts import queries, rules
from pro_am.accounts.actions.keys import note_key_change
from pro_am.accounts.actions.noting import note
from pro_am.accounts.actions.sessions import end_sessions
from pro_am.accounts.actions.throttles import count
from pro_am.accounts.actions.tokens import drop_tokens, new_token, use_token
from pro_am.accounts.events import AddressConfirmed
from pro_am.accounts.models import AccountToken, Member
from pro_am.accounts.rules import Purpose
from pro_am.foundation import clock, outbox, passwords
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.outbox import Address
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark


def ask_for_email_change(member: Member, email: str) -> None:
    """Write to both addresses; the answer is the same whether the new one is known or not."""
    email = email.strip().lower()
    if email == member.email:
        raise rules.AlreadyYours
    count(rules.EMAIL_CHANGE_PER_ACCOUNT, member.public_id)
    with transaction():
        known = queries.holder_of(email, clock.now())
        if known and known.id != member.id:
            outbox.post(
                Address(email, known.language, known.id),
                "accounts/already_a_member",
                name=known.first_name,
                sign_in_url=public_url("accounts.sign_in", language=known.language),
            )
        else:
            _post_confirmation(member, email)
        _post_notice(member, email)


def confirm_email_change(member: Member, secret: str) -> None:
    """The mailbox at the new address is theirs: from now on it is the account's."""
    with transaction():
        token = use_token(Purpose.CHANGE_EMAIL, secret)
        if token.member_id != member.id or token.email is None:
            raise rules.LinkNoLongerWorks
        holder = queries.holder_of(token.email, clock.now())
        if holder and holder.id != member.id:
            raise rules.EmailTaken
        member.email, member.email_confirmed_at = token.email, clock.now()
        publish(AddressConfirmed(member))
        # A link that went to the old mailbox must not open the account any more.
        drop_tokens(member, Purpose.RESET_PASSWORD)
        note_key_change(member)
        note(mark("e-mail address changed"), member, member)


def undo_email_change(secret: str) -> None:
    """It was not the owner: the old address stands, and whoever knew the password is out.

    Of several changes the first mailbox has the last word: its link outlives those of later ones,
    and ends them.
    """
    with transaction():
        token = use_token(Purpose.UNDO_EMAIL_CHANGE, secret)
        member = db.session.get_one(Member, token.member_id)
        if token.email is None or member.erased_at:
            raise rules.LinkNoLongerWorks
        drop_tokens(member, Purpose.CHANGE_EMAIL, Purpose.RESET_PASSWORD)
        db.session.execute(
            delete(AccountToken).where(
                AccountToken.member_id == member.id,
                AccountToken.purpose == Purpose.UNDO_EMAIL_CHANGE,
                AccountToken.id > token.id,
            )
        )
        member.email = token.email
        member.password_hash = passwords.NONE_FITS
        end_sessions(member)
        secret = new_token(Purpose.RESET_PASSWORD, member, rules.RESET_WITHIN)
        outbox.post(
            member.address,
            "accounts/email_change_undone",
            name=member.first_name,
            url=public_url("accounts.reset_password", language=member.language, secret=secret),
            minutes=rules.RESET_WITHIN // timedelta(minutes=1),
        )
        note_key_change(member)
        note(mark("e-mail address taken back"), member, member)


def _post_confirmation(member: Member, email: str) -> None:
    secret = new_token(Purpose.CHANGE_EMAIL, member, rules.CONFIRM_WITHIN, email=email)
    outbox.post(
        Address(email, member.language, member.id),
        "accounts/confirm_new_email",
        name=member.first_name,
        url=public_url("account.confirm_email", language=member.language, secret=secret),
        days=rules.CONFIRM_WITHIN // timedelta(days=1),
    )


def _post_notice(member: Member, email: str) -> None:
    secret = new_token(Purpose.UNDO_EMAIL_CHANGE, member, rules.UNDO_WITHIN, email=member.email)
    outbox.post(
        member.address,
        "accounts/email_changes",
        name=member.first_name,
        email=email,
        url=public_url("account.undo_email", language=member.language, secret=secret),
        days=rules.UNDO_WITHIN // timedelta(days=1),
    )
