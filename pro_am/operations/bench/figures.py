"""CPU milliseconds and SQL statements of a page, measured where a server would call it."""

import gc
import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from statistics import median

from flask import Flask
from sqlalchemy import Engine, event
from werkzeug.test import run_wsgi_app

from pro_am.operations.bench.visits import Environ, Visits

WARM_UP = 5  # visits at least, the first of which compile templates and open connections
ROUNDS = 10


class WrongAnswer(Exception):  # noqa: N818 - it reads as what happened
    """A page did not answer as it should, so that its figures would mean nothing."""


@dataclass(frozen=True)
class Cost:
    cpu_ms: float  # median of the rounds
    spread_ms: float  # from the cheapest round to the dearest
    statements: int  # of the visit that asked the database most
    size: int  # bytes of the longest answer
    zipped: int  # of the last one, compressed as a server in front would


def cost_of(app: Flask, engine: Engine, visits: Visits, seconds: float) -> tuple[Cost, str]:
    """Also returns the last page. There must be no application context around this."""
    statements, size, html = 0, 0, ""
    for environ in islice(visits.environs, max(WARM_UP, visits.different)):
        answer(app, environ, visits)
    for environ in islice(visits.environs, max(WARM_UP, visits.different)):
        with _counted_statements(engine) as asked:
            html = answer(app, environ, visits)
        statements, size = max(statements, len(asked)), max(size, len(html.encode()))
    rounds = list(cpu_ms_of_rounds(app, visits, seconds))
    if not rounds:
        raise WrongAnswer(f"{visits.name}: the market is too small to measure this.")
    cost = Cost(
        cpu_ms=round(median(rounds), 2),
        spread_ms=round(max(rounds) - min(rounds), 2),
        statements=statements,
        size=size,
        zipped=len(gzip.compress(html.encode())),
    )
    return cost, html


def cpu_ms_of_rounds(app: Flask, visits: Visits, seconds: float) -> Iterator[float]:
    """The mean of each round: whatever the collector of garbage costs is in it."""
    gc.collect()  # what others have left behind is not this page's to pay
    for _ in range(ROUNDS):
        until, began, count = time.monotonic() + seconds / ROUNDS, time.process_time(), 0
        while time.monotonic() < until and (environ := next(visits.environs, None)):
            answer(app, environ, visits)
            count += 1
        if count:
            yield 1000 * (time.process_time() - began) / count


def answer(app: Flask, environ: Environ, visits: Visits) -> str:
    """What the page says; raises WrongAnswer when it is not what a person would hope for."""
    form = environ["wsgi.input"].getvalue()  # read by whoever answers, so a copy each time
    chunks, status, _headers = run_wsgi_app(
        app, {**environ, "wsgi.input": BytesIO(form)}, buffered=True
    )
    if not status.startswith(str(visits.status)):
        raise WrongAnswer(f"{visits.name}: {environ['PATH_INFO']} answered {status}.")
    return b"".join(chunks).decode()


@contextmanager
def _counted_statements(engine: Engine) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)
