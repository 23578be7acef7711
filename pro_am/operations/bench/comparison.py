"""Every page that is measured, what it may cost, and a bare page of the same bytes beside it."""

import resource
import time
from collections.abc import Callable
from contextvars import Context
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path

from flask import Flask
from sqlalchemy import Engine
from werkzeug.test import EnvironBuilder

from pro_am.foundation import garbage
from pro_am.foundation.database import db
from pro_am.operations import market, throw_away
from pro_am.operations.bench.bare_page import bare_app
from pro_am.operations.bench.behind_server import VISITORS, Load, WebWorker, loads, web_worker
from pro_am.operations.bench.figures import cost_of
from pro_am.operations.bench.many_searches import DifferentSearches, different_searches
from pro_am.operations.bench.mixed_pages import mixed_pages
from pro_am.operations.bench.visits import Visits, all_visits

# CPU milliseconds that a request may take with 6,000 offers.
BARS = {
    "home": 3.0,
    "home, drawn": None,
    "home, known": None,
    "results": 5.5,
    "results, drawn": None,
    "results, new": None,
    "profile": 5.0,
    "profile, drawn": None,
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
    bar_ms: float | None  # None for what is measured beside the rest
    statements: int
    most_statements: int | None
    size: int  # bytes
    zipped: int
    bare_cpu_ms: float | None  # None for what is posted: there is no page to compare with
    ratio: float | None  # of the bare page's cost to ours: 1 is the limit

    @property
    def is_good(self) -> bool:
        asks_too_often = self.most_statements is not None and self.statements > self.most_statements
        is_dear = self.bar_ms is not None and self.cpu_ms > self.bar_ms
        return not is_dear and not asks_too_often


@dataclass(frozen=True)
class Comparison:
    """All pages on one market."""

    offers: int
    seed: int
    made_in_seconds: float
    memory_mb: int  # resident, of this process when it has shown all pages
    pages: list[Figure]
    searches: DifferentSearches
    web_worker: WebWorker | None = None  # None without a server
    loads: list[Load] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return (
            all(page.is_good for page in self.pages)
            and self.searches.is_good
            and (self.web_worker is None or self.web_worker.is_good)
        )


def compare(
    *, offers: int, seconds: float, seed: int, is_served: bool, tell: Callable[[str], None]
) -> Comparison:
    with throw_away.installation() as settings, throw_away.running(settings) as app:
        began = time.monotonic()
        db.create_all()
        market.open_market(offers=offers, seed=seed, tell=tell)
        made_in_seconds = round(time.monotonic() - began, 1)
        folder, engine = Path(app.instance_path), db.engine
        garbage.settle(app)  # as app.py does: pages cost what they do behind a server
        everything = all_visits(app, seed)
        db.session.remove()  # its snapshot would keep the log of SQLite growing
        pages = []
        for visits in everything:
            tell(visits.name)
            # Each request must find no application context, as on a server, and make its own.
            pages.append(Context().run(_figure, app, engine, visits, seconds, folder))
        tell("searches that nobody made before")
        searches = Context().run(different_searches, app, seed)
        found = Comparison(offers, seed, made_in_seconds, _memory_mb(), pages, searches)
        if not is_served:
            return found
        addresses = mixed_pages(offers=offers, seed=seed)
        db.session.remove()
        tell(f"{len(addresses)} pages of one web worker")
        worker = web_worker(settings, addresses)
        tell(f"{VISITORS} visitors at once")
        return replace(found, web_worker=worker, loads=loads(settings, everything, seconds))


def _memory_mb() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1_000_000


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
        zipped=cost.zipped,
        bare_cpu_ms=bare_cpu_ms,
        ratio=round(bare_cpu_ms / cost.cpu_ms, 3) if bare_cpu_ms else None,
    )
