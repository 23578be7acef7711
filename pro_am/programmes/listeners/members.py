"""What accounts and moderation tell programmes."""

from flask_babel import ngettext

from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased, MemberLeaving
from pro_am.foundation.events import listen
from pro_am.moderation.events import MemberBlocked, SafetyReported
from pro_am.programmes import actions
from pro_am.programmes.queries import portable, programmes
from pro_am.programmes.rules.words import Standing


def attach() -> None:
    listen(LeavingConsidered, _considered)
    listen(MemberLeaving, _leaving)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)
    listen(SafetyReported, _keep_apart)
    listen(MemberBlocked, _blocked)


def _considered(event: LeavingConsidered) -> None:
    both = programmes.of_client(event.member) + programmes.of_coach(event.member)
    if count := sum(each.standing is not Standing.ENDED for each in both):
        event.goes.append(
            ngettext(
                "%(num)s programme: it ends, with a letter to both of you.",
                "%(num)s programmes: they end, with letters to both sides.",
                count,
            )
        )


def _leaving(event: MemberLeaving) -> None:
    actions.end_all_of(event.member)


def _erased(event: MemberErased) -> None:
    actions.forget(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["programmes"] = portable.of_member(event.member)


def _keep_apart(event: SafetyReported) -> None:
    actions.keep_apart(event.report.reporter_id, event.report.owner_id)


def _blocked(event: MemberBlocked) -> None:
    actions.keep_apart(event.blocker_id, event.blocked_id)
