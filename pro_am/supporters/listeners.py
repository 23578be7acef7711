"""What becomes of friends when the client whom they follow goes."""

from flask_babel import gettext

from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased
from pro_am.foundation.events import listen
from pro_am.foundation.topics import Topic
from pro_am.foundation.words import mark
from pro_am.supporters import actions, queries

TOPICS = (
    Topic(
        "recaps",
        mark("Recaps for friends"),
        mark("Your friends get no recap of a week, and why."),
    ),
)


def attach() -> None:
    listen(LeavingConsidered, _considered)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _considered(event: LeavingConsidered) -> None:
    if queries.supporters_of(event.member):
        event.goes.append(gettext("The friends who follow you; their pages close at once."))


def _erased(event: MemberErased) -> None:
    actions.forget_client(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["friends"] = queries.supporter_facts(event.member)
