"""What becomes of favourites when a member goes."""

from flask_babel import gettext

from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased
from pro_am.favourites import actions, queries
from pro_am.foundation.events import listen


def attach() -> None:
    listen(LeavingConsidered, _considered)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _considered(event: LeavingConsidered) -> None:
    if queries.count_of(event.member):
        event.goes.append(gettext("Your favourites."))


def _erased(event: MemberErased) -> None:
    actions.forget_member(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["favourites"] = queries.favourite_facts(event.member)
