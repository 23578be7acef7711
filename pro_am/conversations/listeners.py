"""What becomes of messages when a member goes: they stay, and their author loses the name."""

from flask_babel import gettext

from pro_am.accounts.events import DataTaken, LeavingConsidered
from pro_am.conversations import queries
from pro_am.foundation.events import listen


def attach() -> None:
    listen(LeavingConsidered, _considered)
    listen(DataTaken, _taken)


def _considered(event: LeavingConsidered) -> None:
    event.stays.append(gettext("The messages that you wrote, for those who got them."))


def _taken(event: DataTaken) -> None:
    event.parts["messages"] = queries.messages_by(event.member)
