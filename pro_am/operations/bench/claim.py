"""What the claim costs: bookings of one host after the other, with it and without, in turn."""

import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from flask import Flask

from pro_am.accounts.models import Member
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import Wish
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.operations import throw_away
from pro_am.operations.drills import naive, stage
from pro_am.profiles.models import Offer

ROUNDS = 10
OFFERS = 4
WARM_UP = 10
MOST_BOOKINGS = (OFFERS * stage.TIMES_OF_AN_OFFER - WARM_UP) // 2
LEAST_RATIO = 0.9
GUIDES = {"sqlite": 300, "postgresql": 150}  # bookings per second, for a machine of two cores

Time = tuple[int, datetime]  # an offer, a start


@dataclass(frozen=True)
class Uncontended:
    """Nobody else asks meanwhile."""

    engine: str
    bookings: int  # each way
    per_second: float  # median of the rounds
    without_claim: float  # the same writes
    ratio: float  # median of the rounds, each with its neighbour
    guide: int
    least_ratio: float = LEAST_RATIO

    @property
    def is_good(self) -> bool:
        return self.ratio >= self.least_ratio


def figures(
    count: int, database_url: str | None, tell: Callable[[str], None]
) -> Iterator[Uncontended]:
    """On SQLite, and beside a PostgreSQL database if one is named."""
    for server in (None, database_url) if database_url else (None,):
        with throw_away.installation(server) as settings, throw_away.running(settings) as app:
            tell(f"{count} bookings with the claim, as many without, {db.engine.dialect.name}")
            db.create_all()
            offers = [offer.id for offer in stage.open_offers(OFFERS)]
            host = stage.add_hosts(1)[0].id
            db.session.remove()
            times = [
                (offers[number % OFFERS], stage.time_number(number // OFFERS))
                for number in range(WARM_UP + 2 * count)
            ]
            yield _figure(app, host, times, db.engine.dialect.name)


def _figure(app: Flask, host_id: int, times: list[Time], engine: str) -> Uncontended:
    step = max(1, len(times) // (2 * ROUNDS))
    rounds = [times[first : first + step] for first in range(WARM_UP, len(times), step)]
    _book(app, host_id, times[:WARM_UP])
    ours, theirs = [], []
    for first, second in zip(rounds[::2], rounds[1::2], strict=False):
        ours.append(_per_second(app, host_id, first, with_claim=True))
        theirs.append(_per_second(app, host_id, second, with_claim=False))
    return Uncontended(
        engine=engine,
        bookings=sum(map(len, rounds[::2])),
        per_second=round(median(ours), 1),
        without_claim=round(median(theirs), 1),
        ratio=round(median(a / b for a, b in zip(ours, theirs, strict=True)), 2),
        guide=GUIDES[engine],
    )


def _per_second(app: Flask, host_id: int, times: list[Time], *, with_claim: bool) -> float:
    with nullcontext() if with_claim else naive.claiming_nothing():
        began = time.perf_counter()
        _book(app, host_id, times)
        return len(times) / (time.perf_counter() - began)


def _book(app: Flask, host_id: int, times: list[Time]) -> None:
    for offer_id, start in times:
        with app.app_context():
            bookings.request_booking(
                db.session.get_one(Member, host_id),
                db.session.get_one(Offer, offer_id),
                Wish(start, people=1, message="We look forward to it."),
                idempotency_key=ids.public_id(),
            )
