"""Somebody else had an account: what they wrote with it counts for nothing, exactly that."""

from datetime import datetime

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock, ids, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark
from pro_am.moderation.actions import public_log
from pro_am.moderation.actions.claiming import one_at_a_time
from pro_am.moderation.actions.restrictions import role_of
from pro_am.moderation.events import AccountTakenOver, TakeoverUndone
from pro_am.moderation.models import Takeover
from pro_am.moderation.rules import takeovers as rules
from pro_am.moderation.rules.public_log import About
from pro_am.moderation.rules.restrictions import Rule, check_imposer

VOIDED = mark("What somebody else wrote with it does not count")
RESTORED = mark("What was written with it counts again")


def say(member: Member, since: datetime, *, by: Member) -> Takeover:
    """By the member, or by a moderator whom they told: every browser is signed out."""
    with transaction():
        one_at_a_time(member)
        rules.check_since(since, clock.now(), is_own=member.id == by.id)
        takeover = Takeover(
            public_id=ids.public_id(),
            member_id=member.id,
            since=since,
            said_at=clock.now(),
            said_by_id=by.id,
        )
        db.session.add(takeover)
        accounts.end_sessions(member)
        audit.note(mark("account taken over"), by=by.id, about=f"member {member.public_id}")
        publish(AccountTakenOver(takeover))
        public_log.note(About.ACCOUNT, VOIDED, by_role=role_of(by), rule=Rule.MADE_UP)
        outbox.post(
            member.address,
            "moderation/taken_over",
            reader=member,
            since=since,
            url=public_url("accounts.ask_for_reset", language=member.language),
        )
    return takeover


def undo(takeover: Takeover, *, by: Member) -> None:
    """It was the member after all: everything is exactly as before."""
    with transaction():
        takeover = db.session.get_one(
            Takeover, takeover.id, with_for_update={"of": Takeover}, populate_existing=True
        )
        check_imposer(by_id=by.id, involved=frozenset({takeover.member_id}))
        if takeover.undone_at:
            raise rules.AlreadyUndone
        takeover.undone_at, takeover.undone_by_id = clock.now(), by.id
        db.session.flush()  # what listens asks which stretches are left
        audit.note(
            mark("account given back"), by=by.id, about=f"member {takeover.member.public_id}"
        )
        publish(TakeoverUndone(takeover))
        public_log.note(About.ACCOUNT, RESTORED, by_role=role_of(by))
