"""The thread from the reader to somebody, in a sentence and with faces."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from flask_babel import gettext as _

from pro_am.accounts.rules.names import first_name
from pro_am.media.queries import PictureAddresses, picture_urls
from pro_am.vouches.queries.threads import Path, threads_from
from pro_am.vouches.rules.thread import FirstStep


class Face(NamedTuple):
    name: str
    picture: PictureAddresses | None


class Thread(NamedTuple):
    """As `macros/ui.html` draws it."""

    text: str
    faces: list[Face]


class Person(NamedTuple):
    """Where a thread leads."""

    member_id: int
    name: str
    is_cook: bool = False


def threads_to(
    people: Collection[Person], viewer_id: int | None, now: datetime
) -> dict[int, Thread]:
    """By member; nothing for visitors, who know nobody yet."""
    if viewer_id is None or not people:
        return {}
    paths = threads_from(viewer_id, [person.member_id for person in people], now)
    return {
        person.member_id: Thread(_words(paths[person.member_id], person), _faces(path))
        for person in people
        if (path := paths.get(person.member_id))
    }


def _words(path: Path, person: Person) -> str:
    name = first_name(person.name, is_erased=False)
    if not path.between:
        return _first_words(path.first, name, is_cook=person.is_cook)
    known = [first_name(each.name, is_erased=False) if each.name else None for each in path.between]
    if len(known) == 1:
        return _through_one(known[0], name)
    return _through_two(known[0], known[1], name)


def _first_words(first: FirstStep, name: str, *, is_cook: bool) -> str:
    if first is FirstStep.GUEST and is_cook:
        return _("You have eaten at %(name)s’s", name=name)
    if first is FirstStep.BOOKED and is_cook:
        return _("You have eaten what %(name)s cooks", name=name)
    if first is FirstStep.VOUCHED:
        return _("You recommend %(name)s yourself", name=name)
    return _("You have met %(name)s already", name=name)


def _through_one(who: str | None, name: str) -> str:
    if who is None:
        return _("Somebody you know recommends %(name)s in person", name=name)
    return _("%(who)s, whom you know, recommends %(name)s in person", who=who, name=name)


def _through_two(who: str | None, then: str | None, name: str) -> str:
    if who is None and then is None:
        return _("Somebody you know recommends somebody who recommends %(name)s", name=name)
    if who is None:
        return _(
            "Somebody you know recommends %(then)s, who recommends %(name)s", then=then, name=name
        )
    if then is None:
        return _(
            "%(who)s, whom you know, recommends somebody who recommends %(name)s",
            who=who,
            name=name,
        )
    return _(
        "%(who)s, whom you know, recommends %(then)s, who recommends %(name)s",
        who=who,
        then=then,
        name=name,
    )


def _faces(path: Path) -> list[Face]:
    return [
        Face(each.name, picture_urls(each.face) if each.face else None)
        for each in path.between
        if each.name
    ]
