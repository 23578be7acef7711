"""Is a time ever sold twice? Many threads of several processes, straight at the action."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from pro_am.foundation.database import db
from pro_am.operations import throw_away
from pro_am.operations.drills import contest, counting, stage
from pro_am.operations.drills.contest import BOOKED, BUSY, REFUSED, Attempt, Crew, Outcome, Round

ATTEMPTS_A_ROUND = 40
PRO_AMS = 4
ANSWERS = (BOOKED, REFUSED, BUSY)

MOST_ATTEMPTS = ATTEMPTS_A_ROUND * PRO_AMS * stage.TIMES_OF_AN_OFFER


@dataclass(frozen=True)
class Verdict:
    engine: str
    with_claim: bool
    processes: int
    attempts: int
    booked: int
    refused: int
    busy: int
    errors: int
    slots: int
    over_capacity: int
    p50_ms: float
    p99_ms: float
    seconds: float

    @property
    def is_good(self) -> bool:
        """One winner for each slot; for all others a clean no, or a word to come back."""
        return not self.over_capacity and not self.errors and self.booked == self.slots


def run(server: str | None, attempts: int, crew: Crew) -> tuple[Verdict, Counter[str]]:
    """Hold the contest, on SQLite or beside a PostgreSQL database; also return the faults."""
    with throw_away.installation(server, pool_size=crew.threads) as settings:
        with throw_away.running(settings):
            db.create_all()
            offers = [offer.id for offer in stage.open_offers(PRO_AMS)]
            hosts = [host.id for host in stage.add_hosts(ATTEMPTS_A_ROUND)]
            rounds = _rounds(offers, hosts, attempts)
        outcomes = contest.run(settings, rounds, crew)
        with throw_away.running(settings):
            verdict = _verdict(outcomes, crew, slots=len(rounds))
    faults = Counter(each.answer for each in outcomes if each.answer not in ANSWERS)
    return verdict, faults


def _verdict(outcomes: Sequence[Outcome], crew: Crew, *, slots: int) -> Verdict:
    answers = Counter(outcome.answer for outcome in outcomes)
    percentiles = quantiles(
        [1000 * (outcome.ended - outcome.began) for outcome in outcomes], n=100, method="inclusive"
    )
    took = max(each.ended for each in outcomes) - min(each.began for each in outcomes)
    return Verdict(
        engine=db.engine.dialect.name,
        with_claim=crew.with_claim,
        processes=crew.processes,
        attempts=len(outcomes),
        booked=answers[BOOKED],
        refused=answers[REFUSED],
        busy=answers[BUSY],
        errors=len(outcomes) - sum(answers[each] for each in ANSWERS),
        slots=slots,
        over_capacity=counting.all_times_over_capacity(),
        p50_ms=round(percentiles[49], 1),
        p99_ms=round(percentiles[98], 1),
        seconds=round(took, 1),
    )


def _rounds(offer_ids: Sequence[int], host_ids: Sequence[int], attempts: int) -> list[Round]:
    rounds: list[Round] = []
    for number, done in enumerate(range(0, attempts, ATTEMPTS_A_ROUND)):
        turn, which = divmod(number, len(offer_ids))
        middle = stage.time_number(turn)
        rounds.append(
            [
                Attempt(
                    host_id,
                    offer_ids[which],
                    middle + stage.OVERLAPPING[place % len(stage.OVERLAPPING)],
                )
                for place, host_id in enumerate(host_ids[: attempts - done])
            ]
        )
    return rounds
