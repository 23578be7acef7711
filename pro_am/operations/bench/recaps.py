"""What composing and queueing the recaps of a week costs, beside what it may."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from flask_migrate import upgrade
from sqlalchemy import func, select

from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.operations import throw_away
from pro_am.operations.drills import stage
from pro_am.operations.market.followed import Following, follow
from pro_am.supporters import actions
from pro_am.supporters.actions.letters import RECAP
from pro_am.supporters.models import Recap
from pro_am.supporters.queries.due import is_anybody_due
from pro_am.supporters.rules import rhythm

FRIENDS = 10  # of each client
MS_EACH = 6  # 10,000 in a minute on one core
WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class RecapFigure:
    what: str
    unit: str
    found: float
    at_most: float

    @property
    def is_good(self) -> bool:
        return self.found <= self.at_most


class NotTold(Exception):  # noqa: N818 - what happened, in words
    """Other recaps were queued than those that were due."""


def figures(recaps: int, seed: int, tell: Callable[[str], None]) -> Iterator[RecapFigure]:
    """Wall clock and CPU seconds of one process, with the database on this machine's disk."""
    clients = -(-recaps // FRIENDS)
    with throw_away.installation() as settings, throw_away.running(settings):
        tell(f"{clients:,} clients with {FRIENDS} friends each")
        upgrade()
        _open(clients, seed)
        tell(f"{clients * FRIENDS:,} recaps")
        gc.collect()
        began, cpu = time.monotonic(), time.process_time()
        while is_anybody_due(clock.now()):
            actions.tell_due()
        spent, cpu = time.monotonic() - began, time.process_time() - cpu
        _check(clients * FRIENDS)
        largest = db.session.scalar(
            select(func.max(func.length(Letter.html) + func.length(Letter.text)))
        )
    at_most = clients * FRIENDS * MS_EACH / 1000
    yield RecapFigure(f"{clients * FRIENDS:,} recaps queued, wall clock", "s", spent, at_most)
    yield RecapFigure(f"{clients * FRIENDS:,} recaps queued, CPU", "s", cpu, at_most)
    yield RecapFigure("the largest of them", "KB", (largest or 0) / 1000, 60)


def _open(clients: int, seed: int) -> None:
    monday = rhythm.newest_due(rhythm.at_first("Europe/Paris"), clock.now())
    chance = Random(seed)  # noqa: S311 - the same clients every time, no secret
    (offer,) = stage.open_offers(1)
    follow(
        stage.stall_of(offer),
        Following(clients, FRIENDS, (monday, monday + WEEK), (18 * 60,)),
        chance,
    )
    db.session.expunge_all()


def _check(expected: int) -> None:
    told = db.session.scalar(select(func.count()).where(Recap.letter_id.is_not(None)))
    letters = db.session.scalar(select(func.count()).where(Letter.template == RECAP))
    if (told, letters) != (expected, expected):
        raise NotTold(f"{expected} were due, {told} are told by {letters} letters.")
