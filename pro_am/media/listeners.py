"""What becomes of pictures when a member goes."""

from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.foundation.events import listen
from pro_am.media import actions, queries


def attach() -> None:
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _erased(event: MemberErased) -> None:
    actions.drop_pictures_of(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["pictures"] = queries.pictures_of(event.member)
