"""What becomes of letters when a member goes, or confirms where they are written to."""

from pro_am.accounts.events import AddressConfirmed, DataTaken, MemberErased
from pro_am.foundation.events import listen
from pro_am.foundation.topics import known_topics
from pro_am.notifications import actions, queries


def attach() -> None:
    listen(AddressConfirmed, _confirmed)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _confirmed(event: AddressConfirmed) -> None:
    actions.lift([event.member.email])


def _erased(event: MemberErased) -> None:
    actions.forget_member(event.member)


def _taken(event: DataTaken) -> None:
    unwanted = queries.unwanted_topics(event.member.id)
    event.parts["letters"] = [
        {"topic": key, "is_sent": key not in unwanted} for key in known_topics()
    ]
