"""Letters about the life of a programme: a break, its going on, its end."""

from typing import Any

from pro_am.accounts.models import Member
from pro_am.foundation import outbox
from pro_am.foundation.events import listen
from pro_am.foundation.web.addresses import public_url
from pro_am.programmes.events import ProgrammeEnded, ProgrammePaused, ProgrammeResumed
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import programmes
from pro_am.programmes.rules.words import Side


def attach() -> None:
    listen(ProgrammePaused, _paused)
    listen(ProgrammeResumed, _resumed)
    listen(ProgrammeEnded, _ended)


def _paused(event: ProgrammePaused) -> None:
    """To the other: whoever did it has read it on the page."""
    first = next(each.from_day for each in event.programme.breaks if each.to_day is None)
    _post(event.programme, event.programme.other_than(event.by), "programmes/paused", day=first)


def _resumed(event: ProgrammeResumed) -> None:
    _post(event.programme, event.programme.other_than(event.by), "programmes/resumed")


def _ended(event: ProgrammeEnded) -> None:
    if event.is_quiet:
        return
    for reader in (event.programme.client, event.programme.coach):
        _post(event.programme, reader, "programmes/ended", by=event.by)


def _post(programme: Programme, reader: Member, template: str, **facts: Any) -> None:
    side = programme.side_of(reader)
    is_looking_back = template == "programmes/ended" and side is Side.CLIENT
    page = "programme_end.summary" if is_looking_back else "programme_life.about"
    outbox.post(
        reader.address,
        template,
        reader=reader,
        other=programme.other_than(reader),
        side=side.value,
        programme=programme,
        due=programmes.due_of(programme),
        url=public_url(page, language=reader.language, public_id=programme.public_id),
        **facts,
    )
