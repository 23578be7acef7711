"""What becomes of blocks and reports when a member goes: what was reported stays."""

from flask_babel import gettext

from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased
from pro_am.foundation.events import listen
from pro_am.moderation import actions, queries


def attach() -> None:
    listen(LeavingConsidered, _considered)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _considered(event: LeavingConsidered) -> None:
    if queries.has_reports(event.member):
        event.stays.append(gettext("Reports, so that moderators can keep people safe."))


def _erased(event: MemberErased) -> None:
    actions.forget_blocks(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["blocks"] = queries.block_facts(event.member)
    event.parts["reports"] = queries.report_facts(event.member)
