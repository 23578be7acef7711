"""What becomes of vouches and invitations when a member goes, and what their own file says."""

from flask_babel import gettext

from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased
from pro_am.foundation.events import listen
from pro_am.vouches import actions, queries
from pro_am.vouches.queries.invitations import invitation_facts


def attach() -> None:
    listen(LeavingConsidered, _considered)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _considered(event: LeavingConsidered) -> None:
    if queries.of_member(event.member):
        event.goes.append(gettext("The recommendations that you gave and received."))


def _erased(event: MemberErased) -> None:
    actions.part(event.member)
    actions.forget_guests(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["vouches"] = queries.vouch_facts(event.member)
    event.parts["invitations"] = invitation_facts(event.member)
