"""Break, look on, and take the time until the index is equal to the database again."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from flask_migrate import upgrade

from pro_am.foundation import marks
from pro_am.foundation.database import db
from pro_am.operations import market, throw_away
from pro_am.operations.drills.search_index import damage, visible
from pro_am.operations.drills.search_index.damage import Damage, Scene
from pro_am.operations.drills.search_index.equality import difference
from pro_am.operations.drills.search_index.people import Changes, busy
from pro_am.operations.drills.search_index.workers import Worker, working
from pro_am.operations.served import served
from pro_am.operations.throw_away import Settings
from pro_am.search.engines.current import engine

HEALS_WITHIN = 120  # seconds
GIVES_UP_AFTER = 300
CHANGES_BEFORE, CHANGES_AFTER = 3, 3  # seconds
LOOK_EVERY = 0.5

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    offers: int
    saves: int
    seed: int
    rounds: Sequence[str] = ()  # all of them, when none is named


@dataclass(frozen=True)
class Verdict:
    engine: str
    search: str
    offers: int
    changes: int
    searches: int
    faults: int  # searches answered 500 or more, or not at all
    wrong: int  # withdrawn offers, shown
    notices: int  # answers from the database instead of the index
    visible_s_p50: float
    visible_s_p99: float
    healed_s: Mapping[str, float] = field(default_factory=dict)  # by round

    @property
    def slowest_s(self) -> float:
        return max(self.healed_s.values(), default=0)

    @property
    def is_good(self) -> bool:
        return not (self.faults or self.wrong) and self.slowest_s <= HEALS_WITHIN


def rounds_of(search: str) -> Mapping[str, Damage]:
    return damage.IN_POSTGRESQL if search == "postgresql" else damage.IN_A_FOLDER


def run(server: str | None, search: str, plan: Plan, tell: Tell) -> tuple[Verdict, list[str]]:
    """Also returns what was found wrong, in words."""
    with throw_away.installation(server) as settings:
        settings["SEARCH"] = search
        with throw_away.running(settings) as app:
            upgrade()
            market.open_market(offers=plan.offers, seed=plan.seed)
            with (
                served(settings) as site,
                working(settings, site.address) as worker,
                busy(app, site.address, plan.seed) as (changes, searches),
            ):
                _wait_for_the_worker()
                _wait_until_equal(time.monotonic())
                saved = visible.seconds_until_visible(site.address, plan.saves)
                tell(f"{plan.saves} changes, visible within {max(saved, default=0):.2f} s")
                scene = _scene(settings, site.address, worker, plan)
                healed = _rounds(scene, changes, search, plan, tell)
            engine_name = db.engine.dialect.name
    heard = searches.heard
    verdict = Verdict(
        engine=engine_name,
        search=search,
        offers=plan.offers,
        changes=changes.made + plan.saves,
        searches=heard.answers,
        faults=len(heard.faults),
        wrong=len(heard.wrong),
        notices=heard.notices,
        visible_s_p50=visible.percentile(saved, 0.5),
        visible_s_p99=visible.percentile(saved, 0.99),
        healed_s=healed,
    )
    return verdict, [*heard.faults, *(f"{offer} was withdrawn, and shown" for offer in heard.wrong)]


def _scene(settings: Settings, address: str, worker: Worker, plan: Plan) -> Scene:
    instance = Path(str(settings["INSTANCE_PATH"]))
    elsewhere = instance / "elsewhere"
    elsewhere.mkdir()
    return Scene(
        folder=instance / "search",
        worker=worker,
        second=Worker(settings, address),
        elsewhere=elsewhere,
        chance=Random(plan.seed),  # noqa: S311 - no secret
    )


def _rounds(
    scene: Scene, changes: Changes, search: str, plan: Plan, tell: Tell
) -> dict[str, float]:
    healed = {}
    for name, harm in rounds_of(search).items():
        if plan.rounds and name not in plan.rounds:
            continue
        damage.prepare(scene)
        with changes.going_on():
            time.sleep(CHANGES_BEFORE)
            harm(scene)
            harmed_at = time.monotonic()
            time.sleep(CHANGES_AFTER)
        healed[name] = _wait_until_equal(harmed_at)
        tell(f"{name}: equal to the database after {healed[name]:.1f} s")
    return healed


def _wait_for_the_worker() -> None:
    while marks.last(marks.Name.WORKER) is None:
        db.session.rollback()  # or the same snapshot would be looked at for ever
        time.sleep(LOOK_EVERY)


def _wait_until_equal(since: float) -> float:
    """Seconds from that moment until the look that finds them equal begins; the changes rest."""
    while True:
        looked_at = time.monotonic()
        found = difference(engine())
        db.session.rollback()
        if found is None:
            return round(looked_at - since, 1)
        if looked_at - since > GIVES_UP_AFTER:
            raise RuntimeError(f"The index does not become equal to the database: {found}")
        time.sleep(LOOK_EVERY)
