"""Is a time ever sold twice through the pages? Hosts at their browsers, all at the same moment.

They are signed in, have the page of the booking in front of them, and press the button together;
the server is the one that operators run, with several processes.
"""

import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count, cycle, islice
from statistics import quantiles
from threading import Barrier

from flask_migrate import upgrade

from pro_am.foundation.database import db
from pro_am.operations import throw_away
from pro_am.operations.drills import counting, stage
from pro_am.operations.drills.hostile.pages import Form
from pro_am.operations.drills.hostile.visitor import NO_ANSWER, Page, Visitor
from pro_am.operations.served import served

SEATS = (1, 3)  # of the offers that are asked for in turn
MOST_HOSTS = 100
MOST_ROUNDS = len(SEATS) * stage.TIMES_OF_AN_OFFER
READY_WITHIN = 120  # seconds until everybody is at the line
TOLD_WITHIN_MS = 2000  # who lost must not be left waiting
BOOKED, TAKEN, UNANSWERED = 303, 409, 0
ALTERNATIVE = re.compile(r'<input type="radio" name="start"')


@dataclass(frozen=True)
class Rush:
    rounds: int
    hosts: int
    processes: int


@dataclass(frozen=True)
class Verdict:
    engine: str
    processes: int
    rounds: int
    parallel: int
    attempts: int
    winners: int
    seats: int  # there should be as many winners
    losers: int
    odd_rounds: int  # with more winners than seats, or fewer
    without_alternatives: int  # losers who were shown no other time
    over_capacity: int
    statuses: Mapping[str, int]
    p50_ms: float
    p99_ms: float
    slowest_loser_ms: float
    seconds: float

    @property
    def is_good(self) -> bool:
        """Each seat has one winner, everybody else a quick no with other times; nothing else."""
        return (
            not (self.over_capacity or self.odd_rounds or self.without_alternatives)
            and self.winners + self.losers == self.attempts
            and self.slowest_loser_ms < TOLD_WITHIN_MS
        )


def run(server: str | None, rush: Rush) -> Verdict:
    with throw_away.installation(server) as settings:
        settings["PROXIES"] = 1  # each host comes from another place
        with throw_away.running(settings):
            upgrade()
            offers = [stage.open_offers(1, seats=seats)[0].public_id for seats in SEATS]
            emails = [host.email for host in stage.add_hosts(rush.hosts, may_sign_in=True)]
        with (
            served(settings, workers=rush.processes) as serving,
            ThreadPoolExecutor(rush.hosts) as pool,
        ):
            hosts = list(pool.map(partial(stage.signed_in, serving.address), count(), emails))
            began = time.monotonic()
            rounds = list(_rounds(pool, hosts, offers, rush.rounds))
            seconds = time.monotonic() - began
        with throw_away.running(settings):
            return verdict_on(
                rush,
                rounds,
                engine=db.engine.dialect.name,
                over_capacity=counting.all_times_over_capacity(),
                seconds=seconds,
            )


def _rounds(
    pool: ThreadPoolExecutor, hosts: Sequence[Visitor], offers: Sequence[str], how_many: int
) -> Iterator[list[Page]]:
    line = Barrier(len(hosts), timeout=READY_WITHIN)

    def press(host: Visitor, form: Form, start: str) -> Page:
        line.wait()
        try:
            return host.send(form, {"start": start, "message": "Is it still free?"})
        except NO_ANSWER as fault:
            return Page(UNANSWERED, str(fault), 0, "")

    for number, offer in enumerate(islice(cycle(offers), how_many)):
        middle = stage.time_number(number // len(offers))
        starts = [
            f"{middle + stage.OVERLAPPING[place % len(stage.OVERLAPPING)]:%Y-%m-%dT%H:%MZ}"
            for place in range(len(hosts))
        ]
        path = f"/en/book/{offer}?start="
        forms = pool.map(lambda host, start: host.form(f"{path}{start}", "start"), hosts, starts)  # noqa: B023 - used in this round
        yield list(pool.map(press, hosts, list(forms), starts))


def verdict_on(
    rush: Rush,
    rounds: Sequence[Sequence[Page]],
    *,
    engine: str,
    over_capacity: int,
    seconds: float,
) -> Verdict:
    answers = [page for pages in rounds for page in pages]
    won = [sum(page.status == BOOKED for page in pages) for pages in rounds]
    seats = [min(seats, rush.hosts) for seats in islice(cycle(SEATS), len(rounds))]
    losers = [page for page in answers if page.status == TAKEN]
    percentiles = quantiles([page.ms for page in answers], n=100, method="inclusive")
    return Verdict(
        engine=engine,
        processes=rush.processes,
        rounds=len(rounds),
        parallel=rush.hosts,
        attempts=len(answers),
        winners=sum(won),
        seats=sum(seats),
        losers=len(losers),
        odd_rounds=sum(winners != free for winners, free in zip(won, seats, strict=True)),
        without_alternatives=sum(not ALTERNATIVE.search(page.text) for page in losers),
        over_capacity=over_capacity,
        statuses={str(status): n for status, n in Counter(p.status for p in answers).items()},
        p50_ms=round(percentiles[49], 1),
        p99_ms=round(percentiles[98], 1),
        slowest_loser_ms=round(max((page.ms for page in losers), default=0), 1),
        seconds=round(seconds, 1),
    )
