"""How long an SOS takes until all its letters are queued, beside how long it may."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from flask_migrate import upgrade
from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Haste, Letter
from pro_am.operations import throw_away
from pro_am.operations.drills import stage
from pro_am.operations.market.followed import Following, follow
from pro_am.sos import actions
from pro_am.sos.actions import Call
from pro_am.sos.rules.words import Pick
from pro_am.supporters.models import Supporter
from pro_am.supporters.rules import rhythm

FRIENDS = 20
SECONDS = 5


@dataclass(frozen=True)
class SosFigure:
    what: str
    unit: str
    found: float
    at_most: float

    @property
    def is_good(self) -> bool:
        return self.found <= self.at_most


class NotQueued(Exception):  # noqa: N818 - what happened, in words
    """A friend was not written to."""


def figures(calls: int, seed: int, tell: Callable[[str], None]) -> Iterator[SosFigure]:
    """Seconds by the clock on the wall, from the press to the commit; each of another client."""
    with throw_away.installation() as settings, throw_away.running(settings):
        tell(f"{calls:,} SOS to {FRIENDS} friends each")
        upgrade()
        _open(calls, seed)
        spent = sorted(_press(each) for each in _clients())
        queued = db.session.scalar(select(func.count()).where(Letter.haste == Haste.URGENT))
    if queued != calls * FRIENDS:
        raise NotQueued(f"{calls * FRIENDS} friends follow, {queued} letters wait.")
    of = f"SOS to {FRIENDS} supporters, queued"
    yield SosFigure(f"{of}, p50", "s", spent[len(spent) // 2], SECONDS)
    yield SosFigure(f"{of}, slowest", "s", spent[-1], SECONDS)


def _open(clients: int, seed: int) -> None:
    monday = rhythm.newest_due(rhythm.at_first("Europe/Paris"), clock.now())
    chance = Random(seed)  # noqa: S311 - the same clients every time, no secret
    (offer,) = stage.open_offers(1)
    follow(stage.stall_of(offer), Following(clients, FRIENDS, (monday,), (18 * 60,)), chance)
    db.session.expunge_all()


def _clients() -> list[Member]:
    followed = select(Supporter.client_id).distinct()
    return list(db.session.scalars(select(Member).where(Member.id.in_(followed))))


def _press(client: Member) -> float:
    said = Call(Pick.KEBAB, "With chips.")
    began = time.monotonic()
    actions.call(client, said, is_sure=False, idempotency_key=ids.public_id())
    return time.monotonic() - began
