"""Two schedulers, killed again and again, while the clock steps and the clocks change."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from flask_migrate import upgrade

from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.operations import throw_away
from pro_am.operations.drills import stage
from pro_am.operations.drills.recaps import books
from pro_am.operations.drills.recaps.mailbox import Mailbox, open_mailbox
from pro_am.operations.drills.recaps.scheduler import Scheduler
from pro_am.operations.drills.recaps.weeks import (
    AFTER,
    BEFORE,
    MINUTES,
    monday_before,
    next_changes,
)
from pro_am.operations.drills.recaps.wrong_clock import WrongClock
from pro_am.operations.market.followed import FRIENDS_OF, Following, follow
from pro_am.operations.throw_away import Settings

SCHEDULERS = 2
FRIENDS = 10  # of each client
BEFORE_COMPOSED = 3  # of ten kills: while letters are written; the others while they are sent
WITHIN = 1.5  # seconds after the one before
STILL = 0.7  # seconds without a letter, after which time goes on
PATIENCE = 6.0  # and after which the next is killed anyway
GIVEN_UP_AFTER = 120.0  # seconds without a letter
HOUR = timedelta(hours=1)
A_LITTLE = timedelta(minutes=10)
STEPS = (HOUR, -HOUR, HOUR, -HOUR, A_LITTLE)
MORE_THAN_LOST = timedelta(minutes=11)  # after which a letter whose sender died is unknown


@dataclass(frozen=True)
class Plan:
    supporters: int
    kills: int
    seed: int


@dataclass(frozen=True)
class Verdict:
    engine: str
    supporters: int
    weeks: int
    duplicates: int
    unknown: int
    sent: int
    received: int
    lost: int
    kills: int
    clock_steps: int
    seconds: float

    @property
    def is_good(self) -> bool:
        return not self.duplicates and not self.lost


def run(server: str | None, plan: Plan) -> Verdict:
    """On SQLite or beside a PostgreSQL database."""
    began = time.monotonic()
    changes = next_changes(clock.now())
    mondays = [monday_before(each) for each in changes]
    supporters = -(-plan.supporters // FRIENDS) * FRIENDS
    with open_mailbox() as mailbox, throw_away.installation(server) as settings:
        settings["MAIL_SERVER"] = mailbox.address
        with throw_away.running(settings):
            upgrade()
            _open(supporters, mondays, plan.seed)
            storm = Storm(settings, mailbox, supporters, plan.seed)
            for number, change in enumerate(changes):
                kills = plan.kills // 2 + (plan.kills % 2 if number else 0)
                storm.over(change, monday_before(change), kills)
            found = storm.books
            return Verdict(
                engine=db.engine.dialect.name,
                supporters=supporters,
                weeks=len(mondays),
                duplicates=found.duplicates,
                unknown=found.unknown,
                sent=found.sent,
                received=found.received,
                lost=found.lost,
                kills=plan.kills,
                clock_steps=storm.steps,
                seconds=round(time.monotonic() - began, 1),
            )


class Storm:
    def __init__(self, settings: Settings, mailbox: Mailbox, supporters: int, seed: int) -> None:
        self._settings, self._mailbox, self._supporters = settings, mailbox, supporters
        self._file = Path(str(settings["INSTANCE_PATH"])) / "clock"
        self._clock = WrongClock(self._file)
        self._chance = Random(seed)  # noqa: S311 - moments that nobody chose, no secret
        self.steps, self.books = 0, books.NOTHING

    def over(self, change: datetime, monday: date, kills: int) -> None:
        """One week, whose recaps are due around the change of the clocks."""
        self._clock.set(change - BEFORE)
        with ExitStack() as stack:
            schedulers = [Scheduler(self._settings, self._file) for _ in range(SCHEDULERS)]
            for each in schedulers:
                stack.callback(each.stop)
            received = self._received()
            for after in self._moments(kills):
                self._wait_for(received + after, change)
                unlucky = self._chance.choice(schedulers)
                unlucky.kill()
                self._step(change)
                unlucky.start()
            self._settle(change, monday)
        # Now: after three months letters are forgotten.
        self.books += books.look(self._mailbox, self._supporters, monday, before=received)

    def _moments(self, kills: int) -> Sequence[int]:
        """After how many letters of this week each kill comes; none: while they are written."""
        composing = kills * BEFORE_COMPOSED // 10
        sending = [self._chance.randrange(self._supporters) for _ in range(kills - composing)]
        return [0] * composing + sorted(sending)

    def _wait_for(self, letters: int, change: datetime) -> None:
        """Time goes on while nothing comes: not all are due yet, or the clock was set back."""
        time.sleep(self._chance.uniform(0, WITHIN))
        seen, since, stepped = self._received(), time.monotonic(), time.monotonic()
        while seen < letters and time.monotonic() - since < PATIENCE:
            time.sleep(0.01)
            if (now := self._received()) != seen:
                seen, since = now, time.monotonic()
            if time.monotonic() - max(since, stepped) > STILL:
                stepped = time.monotonic()
                if self._clock.now() < change + AFTER:
                    self._clock.step(A_LITTLE)

    def _step(self, change: datetime) -> None:
        """Forward, back, or a little on; from one side of the change to the other, too."""
        step = self._chance.choice(STEPS)
        if self._clock.now() + step < change - BEFORE:
            step = HOUR
        self._clock.step(step)
        self.steps += 1

    def _settle(self, change: datetime, monday: date) -> None:
        """Let time go on until everybody has heard, and what got lost on its way is known as such.

        A busy machine may take as long as it likes; what never comes is counted as lost.
        """
        if self._clock.now() < change + AFTER:
            self._clock.set(change + AFTER)
        seen, since = self._received(), time.monotonic()
        while not books.is_settled(self._supporters, monday):
            time.sleep(1)
            if (now := self._received()) != seen:
                seen, since = now, time.monotonic()
            elif time.monotonic() - since < GIVEN_UP_AFTER:
                self._clock.step(MORE_THAN_LOST)
            else:
                return

    def _received(self) -> int:
        return sum(self._mailbox.letters(FRIENDS_OF).values())


def _open(supporters: int, mondays: Sequence[date], seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same clients every time, no secret
    (offer,) = stage.open_offers(1)
    follow(
        stage.stall_of(offer), Following(supporters // FRIENDS, FRIENDS, mondays, MINUTES), chance
    )
    db.session.remove()
