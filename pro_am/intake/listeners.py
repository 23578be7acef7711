"""What becomes of answers when their member takes them along, or goes."""

from flask_babel import gettext

from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased
from pro_am.foundation.events import listen
from pro_am.intake import actions, queries


def attach() -> None:
    listen(LeavingConsidered, _considered)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _considered(event: LeavingConsidered) -> None:
    if queries.goal_profiles_of(event.member):
        event.goes.append(gettext("Your goals, and what you said of your health."))


def _erased(event: MemberErased) -> None:
    actions.forget_member(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["goals"] = queries.goal_facts(event.member)
