"""What becomes of an SOS when its client goes, or takes their data."""

from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.foundation.events import listen
from pro_am.sos import actions, queries


def attach() -> None:
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _erased(event: MemberErased) -> None:
    actions.forget_client(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["sos"] = queries.sos_facts(event.member)
