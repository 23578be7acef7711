"""Leaving: hidden at once, erased a fortnight later; until then one link brings all back."""

from datetime import timedelta

from flask import current_app
from flask_babel import force_locale, gettext
from sqlalchemy import delete

from pro_am.accounts import queries, rules
from pro_am.accounts.actions.noting import note
from pro_am.accounts.actions.sessions import end_sessions
from pro_am.accounts.actions.throttles import count
from pro_am.accounts.actions.tokens import drop_tokens, new_token, use_token
from pro_am.accounts.events import MemberErased, MemberLeaving
from pro_am.accounts.models import AccountToken, Member, MemberRole
from pro_am.accounts.rules import Purpose, Role
from pro_am.foundation import clock, ids, outbox, passwords
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark


def count_taking_data(member: Member) -> None:
    """The file is long to write: not again and again."""
    count(rules.TAKE_DATA_PER_ACCOUNT, member.public_id)
    note(mark("data taken"), member, member)


def leave(member: Member) -> None:
    """Close an account: its owner is signed out and hidden, what lies ahead is cancelled."""
    with transaction():
        rules.check_leaving(is_admin=member.has_role(Role.ADMIN), admins=queries.admin_count())
        if member.left_at:
            return
        member.left_at = clock.now()
        publish(MemberLeaving(member))
        end_sessions(member)
        drop_tokens(member, Purpose.RESET_PASSWORD, Purpose.CHANGE_EMAIL)
        send_way_back(member)
        note(mark("account closed"), member, member)


def send_way_back(member: Member) -> None:
    """Inside a transaction: the letter whose link keeps the account."""
    assert member.left_at is not None  # noqa: S101 - only for who has left
    until = member.left_at + rules.ERASED_AFTER
    within = max(until - clock.now(), timedelta(0))
    secret = new_token(Purpose.COME_BACK, member, within)
    outbox.post(
        member.address,
        "accounts/account_closed",
        name=member.first_name,
        url=public_url("leaving.come_back", language=member.language, secret=secret),
        until=until,
        time_zone=member.time_zone,
    )


def come_back(secret: str) -> None:
    """Keep the account after all; its owner signs in as before."""
    with transaction():
        token = use_token(Purpose.COME_BACK, secret)
        member = db.session.get_one(Member, token.member_id)
        if member.erased_at:
            raise rules.LinkNoLongerWorks
        member.left_at = None
        note(mark("account kept after all"), member, member)


def erase_the_gone() -> None:
    """Erase members whose time to come back is over, each in a transaction of its own."""
    for member_id in queries.gone_since(clock.now() - rules.ERASED_AFTER):
        with transaction():
            member = db.session.get_one(Member, member_id, with_for_update=True)
            if member.left_at and not member.erased_at:
                _erase(member)


def _erase(member: Member) -> None:
    note(mark("member erased"), member, None)
    publish(MemberErased(member))
    end_sessions(member)
    db.session.execute(delete(AccountToken).where(AccountToken.member_id == member.id))
    db.session.execute(delete(MemberRole).where(MemberRole.member_id == member.id))
    with force_locale(current_app.config["LANGUAGE"]):
        member.name = gettext("Former member")
    member.public_id = ids.public_id()
    member.email = f"{member.public_id}@erased.invalid"
    member.password_hash = passwords.NONE_FITS
    member.email_confirmed_at = None
    member.time_zone = current_app.config["TIME_ZONE"]
    member.erased_at = clock.now()
