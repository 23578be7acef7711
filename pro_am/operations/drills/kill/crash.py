"""Book, kill, start again, book on; then look into the books."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median

from flask_migrate import upgrade

from pro_am.foundation.database import db
from pro_am.operations import throw_away
from pro_am.operations.drills import counting, stage
from pro_am.operations.drills.kill import books
from pro_am.operations.drills.kill.books import Books
from pro_am.operations.drills.kill.writers import Heard, Wish, Writers
from pro_am.operations.served import free_port, served
from pro_am.operations.throw_away import Settings
from pro_am.search import actions as search

WORKERS = 2
HOSTS = 8
OFFERS = 8  # half of them are booked at once, so that more is written for them
MOST_BOOKINGS = OFFERS * stage.TIMES_OF_AN_OFFER
AT_MOST_AFTER = 0.2  # seconds between an answer and the kill: somewhere in the next writes


@dataclass(frozen=True)
class Plan:
    bookings: int
    kills: int  # one process and all of them, in turn
    seed: int


@dataclass(frozen=True)
class Verdict:
    engine: str
    bookings: int  # asked for
    acknowledged: int
    in_the_books: int
    lost: int
    half: int
    twice: int
    over_capacity: int
    faults: int  # of the doctor and the database
    kills_of_one: int
    kills_of_all: int
    cut_off: int  # forms whose answer was killed; they were sent again
    other_answers: int
    letters: int
    restart_s_median: float  # from the kill of all to the first page
    restart_s_most: float
    seconds: float

    @property
    def is_good(self) -> bool:
        """All that was acknowledged is there, whole and once; nothing else is."""
        return (
            not (self.lost or self.half or self.twice or self.over_capacity or self.faults)
            and not self.other_answers
            and self.bookings == self.acknowledged == self.in_the_books
        )


def run(server: str | None, plan: Plan) -> tuple[Verdict, list[str]]:
    """On SQLite or beside a PostgreSQL database; also returns what was found wrong, in words."""
    with throw_away.installation(server) as settings:
        settings["PROXIES"] = 1  # each host comes from another place
        with throw_away.running(settings):
            upgrade()
            wishes = _wishes(plan.bookings)
            emails = [host.email for host in stage.add_hosts(HOSTS, may_sign_in=True)]
            search.rebuild()
        began = time.monotonic()
        heard, restarts = _lives(settings, plan, emails, wishes)
        seconds = time.monotonic() - began
        with throw_away.running(settings):
            search.index_news()  # as the worker would
            found = books.look(heard.acknowledged)
            verdict = verdict_on(
                plan,
                heard,
                found,
                restarts,
                engine=db.engine.dialect.name,
                over_capacity=counting.all_times_over_capacity(),
                seconds=seconds,
            )
    return verdict, [*found.half, *found.faults, *(f"answered {each}" for each in heard.others)]


def _wishes(count: int) -> list[Wish]:
    offers = [*stage.open_offers(OFFERS // 2), *stage.open_offers(OFFERS // 2, at_once=True)]
    ids = [offer.public_id for offer in offers]
    return [
        Wish(ids[number % OFFERS], f"{stage.time_number(number // OFFERS):%Y-%m-%dT%H:%MZ}")
        for number in range(count)
    ]


def _lives(
    settings: Settings, plan: Plan, emails: Sequence[str], wishes: Sequence[Wish]
) -> tuple[Heard, list[float]]:
    """The server lives, loses a process, is killed, lives again, until all is booked."""
    port, restarts, killed_at = free_port(), list[float](), 0.0
    writers = Writers(f"http://127.0.0.1:{port}", emails, wishes)
    chance = Random(plan.seed)  # noqa: S311 - moments that nobody chose, no secret
    for one_at, all_at in moments(plan):
        with served(settings, workers=WORKERS, port=port) as server:
            if killed_at:
                restarts.append(time.monotonic() - killed_at)
            else:
                writers.begin()
            if one_at is not None:
                writers.wait_for(one_at)
                time.sleep(chance.uniform(0, AT_MOST_AFTER))
                server.kill_one(chance.choice(server.workers))
            writers.wait_for(all_at)
            if all_at < plan.bookings:
                time.sleep(chance.uniform(0, AT_MOST_AFTER))
                killed_at = time.monotonic()
                server.kill_all()
    return writers.heard, restarts


def moments(plan: Plan) -> Iterator[tuple[int | None, int]]:
    """For each life: after how many bookings one process is killed, and after how many all are.

    The last life ends by itself.
    """
    chance = Random(plan.seed)  # noqa: S311 - moments that nobody chose, no secret
    kills = sorted(chance.sample(range(1, plan.bookings), plan.kills))
    of_all = [*kills[1::2], plan.bookings]
    of_one = [*kills[::2], None][: len(of_all)]
    yield from zip(of_one, of_all, strict=True)


def verdict_on(  # noqa: PLR0913 - what was seen on all sides
    plan: Plan,
    heard: Heard,
    found: Books,
    restarts: Sequence[float],
    *,
    engine: str,
    over_capacity: int,
    seconds: float,
) -> Verdict:
    return Verdict(
        engine=engine,
        bookings=plan.bookings,
        acknowledged=len(heard.acknowledged),
        in_the_books=found.bookings,
        lost=found.lost,
        half=len(found.half),
        twice=len(heard.acknowledged) - len(set(heard.acknowledged)),
        over_capacity=over_capacity,
        faults=len(found.faults),
        kills_of_one=plan.kills - plan.kills // 2,
        kills_of_all=plan.kills // 2,
        cut_off=len(heard.cut_off),
        other_answers=len(heard.others),
        letters=found.letters,
        restart_s_median=round(median(restarts), 2) if restarts else 0,
        restart_s_most=round(max(restarts, default=0), 2),
        seconds=round(seconds, 1),
    )
