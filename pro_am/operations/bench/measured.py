"""What a year of somebody's measures costs to draw, with the page around it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import repeat
from random import Random

from flask import Flask
from flask_migrate import upgrade
from werkzeug.utils import import_string

from pro_am.foundation.database import db
from pro_am.measures import actions
from pro_am.measures.actions import NewValue
from pro_am.measures.queries.own import today_of
from pro_am.measures.rules.kinds import SeriesKind, Source
from pro_am.operations import throw_away
from pro_am.operations.bench.figures import cost_of
from pro_am.operations.bench.visits import Visits, browser_of, get
from pro_am.operations.drills import stage

MOST_MS = 50
MOST_STATEMENTS = 8


@dataclass(frozen=True)
class MeasuredFigure:
    what: str
    unit: str
    found: float
    at_most: float

    @property
    def is_good(self) -> bool:
        return self.found <= self.at_most


def figures(
    days: int, seconds: float, seed: int, tell: Callable[[str], None]
) -> Iterator[MeasuredFigure]:
    """CPU milliseconds of the page of a series, with a chart, a sentence and a row for each day."""
    tell(f"{days} days of measures")
    with throw_away.installation() as settings:
        app: Flask = import_string("pro_am:create_app")(settings)
        with app.app_context():
            upgrade()
            member_id, path = _measure(days, seed)
            engine = db.engine
        try:
            cookie = browser_of(app, member_id).cookie
            environ = get(app, path, cookie=cookie, span="year")
            visits = Visits("a year of measures", repeat(environ))
            cost, _ = cost_of(app, engine, visits, seconds)
        finally:
            engine.dispose()
    yield MeasuredFigure("a year of measures, the page", "ms", cost.cpu_ms, MOST_MS)
    yield MeasuredFigure("a year of measures, SQL", "", cost.statements, MOST_STATEMENTS)


def _measure(days: int, seed: int) -> tuple[int, str]:
    """Somebody's weight, once each day until today; its member, and the path of its page."""
    chance = Random(seed)  # noqa: S311 - the same values every time, no secret
    (client,) = stage.add_hosts(1)
    series = actions.begin_series(client, SeriesKind.WEIGHT, idempotency_key="bench")
    today = today_of(client)
    values = [
        NewValue(
            series.id,
            f"bench:{ago}",
            today - timedelta(days=ago),
            None,
            Decimal(chance.randrange(700, 760)) / 10,
        )
        for ago in range(days)
    ]
    actions.add_values(client, values, Source.DEVICE)
    return client.id, f"/fr/measures/{series.public_id}"
