"""What becomes of blocks and reports when a member goes: what was reported stays."""

from flask_babel import gettext

from pro_am.accounts.events import (
    DataTaken,
    LeavingConsidered,
    MemberErased,
    MemberReinstated,
    MemberSuspended,
)
from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.events import listen
from pro_am.moderation import actions, queries
from pro_am.moderation.actions import restrictions
from pro_am.moderation.actions.restrictions import Grounds
from pro_am.moderation.queries import restrictions as restricting
from pro_am.moderation.rules.restrictions import Ending, Kind, Rule


def attach() -> None:
    listen(LeavingConsidered, _considered)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)
    listen(MemberSuspended, _suspended)
    listen(MemberReinstated, _reinstated)


def _considered(event: LeavingConsidered) -> None:
    if queries.has_reports(event.member):
        event.stays.append(gettext("Reports, so that moderators can keep people safe."))


def _erased(event: MemberErased) -> None:
    actions.forget_blocks(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["blocks"] = queries.block_facts(event.member)
    event.parts["reports"] = queries.report_facts(event.member)
    event.parts["restrictions"] = restricting.restriction_facts(event.member)


def _suspended(event: MemberSuspended) -> None:
    """The operator has done it: its owner reads why, and how to contest it."""
    if restricting.is_kept_out(event.member_id):
        return  # the account is closed by the community, who said why themselves
    restrictions.impose(
        db.session.get_one(Member, event.member_id),
        Kind.SUSPENSION,
        Grounds(Rule.OTHER, event.why, event.why),
        by=db.session.get_one(Member, event.by_id),
    )


def _reinstated(event: MemberReinstated) -> None:
    for kind in restricting.KEPT_OUT:
        if found := restricting.standing(event.member_id, kind):
            restrictions.end(found, Ending.LIFTED, by=db.session.get_one(Member, event.by_id))
