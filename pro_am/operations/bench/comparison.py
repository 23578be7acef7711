"""Every page that is measured, what it may cost, and a bare page of the same bytes beside it."""

from collections.abc import Iterator
from contextvars import Context
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from flask import Flask
from sqlalchemy import Engine
from werkzeug.test import EnvironBuilder

from pro_am.foundation.database import db
from pro_am.operations import market, throw_away
from pro_am.operations.bench.bare_page import bare_app
from pro_am.operations.bench.figures import cost_of
from pro_am.operations.bench.visits import Visits, all_visits

# CPU milliseconds that a request may take with 6,000 offers.
BARS = {
    "home": 3.0,
    "results": 5.5,
    "profile": 5.0,
    "my bookings": 6.5,
    "my week": 6.5,
    "booking request": 12.0,
}
MOST_STATEMENTS = 8  # of a page that only reads, whatever its rows


@dataclass(frozen=True)
class Figure:
    page: str
    cpu_ms: float
    spread_ms: float
    bar_ms: float
    statements: int
    most_statements: int | None
    size: int  # bytes
    bare_cpu_ms: float | None  # None for what is posted: there is no page to compare with
    ratio: float | None  # of the bare page's cost to ours: 1 is the limit

    @property
    def is_good(self) -> bool:
        asks_too_often = self.most_statements is not None and self.statements > self.most_statements
        return self.cpu_ms <= self.bar_ms and not asks_too_often


def compare(*, offers: int, seconds: float, seed: int) -> Iterator[Figure]:
    with throw_away.installation() as settings, throw_away.running(settings) as app:
        db.create_all()
        market.open_market(offers=offers, seed=seed)
        folder, engine = Path(app.instance_path), db.engine
        everything = all_visits(app, seed)
        db.session.remove()  # its snapshot would keep the log of SQLite growing
        for visits in everything:
            # Each request must find no application context, as on a server, and make its own.
            yield Context().run(_figure, app, engine, visits, seconds, folder)


def _figure(app: Flask, engine: Engine, visits: Visits, seconds: float, folder: Path) -> Figure:
    cost, html = cost_of(app, engine, visits, seconds)
    is_page = visits.status == 200
    bare_cpu_ms = None
    if is_page:
        at_home = Visits("bare", cycle([EnvironBuilder("/").get_environ()]))
        bare_cpu_ms = cost_of(bare_app(folder, html), engine, at_home, seconds)[0].cpu_ms
    return Figure(
        page=visits.name,
        cpu_ms=cost.cpu_ms,
        spread_ms=cost.spread_ms,
        bar_ms=BARS[visits.name],
        statements=cost.statements,
        most_statements=MOST_STATEMENTS if is_page else None,
        size=cost.size,
        bare_cpu_ms=bare_cpu_ms,
        ratio=round(bare_cpu_ms / cost.cpu_ms, 3) if bare_cpu_ms else None,
    )
