"""Hosts who ask for the same time at the same moment, from many threads and processes."""

import multiprocessing
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier

from flask import Flask

from pro_am.accounts.models import Member
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import Wish
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.operations import throw_away
from pro_am.operations.drills import naive
from pro_am.operations.throw_away import Settings
from pro_am.profiles.models import Offer

READY_WITHIN = 120  # seconds until everybody is at the line; more means that somebody has died

BOOKED = "booked"
REFUSED = "refused"


@dataclass(frozen=True)
class Attempt:
    host_id: int
    offer_id: int
    start: datetime


@dataclass(frozen=True)
class Outcome:
    answer: str  # booked, refused, or the fault in words
    began: float  # seconds of the machine's monotonic clock
    ended: float


Round = Sequence[Attempt]


@dataclass(frozen=True)
class Crew:
    processes: int
    threads: int  # in each process
    with_claim: bool = True

    @property
    def size(self) -> int:
        return self.processes * self.threads


def run(settings: Settings, rounds: Sequence[Round], crew: Crew) -> list[Outcome]:
    """Let the crew make all attempts, each round released at once; return what came of them."""
    context = multiprocessing.get_context("spawn")
    line = context.Barrier(crew.size)
    ears = []
    for number in range(crew.processes):
        ear, mouth = context.Pipe(duplex=False)
        arguments = (settings, rounds, crew, number, line, mouth)
        context.Process(target=_take_part, args=arguments, daemon=True).start()
        mouth.close()  # the process holds the other end: should it die, `recv` says so
        ears.append(ear)
    return [outcome for ear in ears for outcome in ear.recv()]


def _take_part(
    settings: Settings,
    rounds: Sequence[Round],
    crew: Crew,
    number: int,
    line: Barrier,
    mouth: Connection,
) -> None:
    """The life of one process of the crew."""
    with throw_away.running(settings) as app, ThreadPoolExecutor(crew.threads) as pool:
        if not crew.with_claim:
            naive.claim_nothing()
            naive.begin_late(db.engine)
        # One place after the other goes to another process: all take part in a short round too.
        places = range(number, crew.size, crew.processes)
        shares = [[attempts[place :: crew.size] for attempts in rounds] for place in places]
        done = pool.map(lambda share: _attempt_all(app, share, line), shares)
        mouth.send([outcome for outcomes in done for outcome in outcomes])


def _attempt_all(app: Flask, share: Sequence[Round], line: Barrier) -> list[Outcome]:
    outcomes = []
    for attempts in share:
        line.wait(READY_WITHIN)
        outcomes += [_attempt(app, attempt) for attempt in attempts]
    return outcomes


def _attempt(app: Flask, attempt: Attempt) -> Outcome:
    began = time.monotonic()
    with app.app_context():
        answer = _ask(attempt)
    return Outcome(answer, began, time.monotonic())


def _ask(attempt: Attempt) -> str:
    try:
        bookings.request_booking(
            db.session.get_one(Member, attempt.host_id),
            db.session.get_one(Offer, attempt.offer_id),
            Wish(attempt.start, people=1, message="Is this time still free?"),
            idempotency_key=ids.public_id(),
        )
    except SlotTaken:
        return REFUSED
    except Exception as fault:  # noqa: BLE001 - faults are what a drill counts
        return f"{type(fault).__name__}: {fault}".splitlines()[0]
    return BOOKED
