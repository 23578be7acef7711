"""What becomes of letters when a member goes."""

from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.foundation.events import listen
from pro_am.foundation.topics import known_topics
from pro_am.notifications import actions, queries


def attach() -> None:
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _erased(event: MemberErased) -> None:
    actions.forget_member(event.member)


def _taken(event: DataTaken) -> None:
    unwanted = queries.unwanted_topics(event.member.id)
    event.parts["letters"] = [
        {"topic": key, "is_sent": key not in unwanted} for key in known_topics()
    ]
