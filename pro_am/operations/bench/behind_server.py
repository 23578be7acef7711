"""The pages behind the server that operators use, asked by eight visitors at once.

The visitors are threads of this process: they share the machine with the server, and take from
it what a real crowd would not.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from itertools import cycle, islice
from statistics import median
from urllib.parse import urlsplit

from pro_am.operations.bench.figures import WrongAnswer
from pro_am.operations.bench.visits import Environ, Visits
from pro_am.operations.served import served
from pro_am.operations.throw_away import Settings

VISITORS = 8
WORKERS = 2  # for speed; memory is that of one which answers all
MOST_MEMORY_MB = 200
UNDER_LOAD = ("home", "results", "profile", "my bookings", "my week")

Asked = tuple[str, str]  # address, cookie


@dataclass(frozen=True)
class Load:
    """One page, as fast as eight visitors can ask for it."""

    page: str
    per_second: float
    median_ms: float
    p99_ms: float


@dataclass(frozen=True)
class WebWorker:
    """Resident memory of one web process with 16 threads."""

    at_start_mb: int
    in_use_mb: int  # when the pages had been asked for
    pages: int  # different ones
    most_mb: int = MOST_MEMORY_MB

    @property
    def is_good(self) -> bool:
        return self.in_use_mb <= self.most_mb


def web_worker(settings: Settings, addresses: Sequence[str]) -> WebWorker:
    with served(settings) as server:
        at_start = server.memory_mb()
        waiting = iter([(address, "") for address in addresses])
        _ask_together(server.address, lambda _visitor: waiting)
        return WebWorker(round(at_start), round(server.memory_mb()), len(addresses))


def loads(settings: Settings, everything: Sequence[Visits], seconds: float) -> list[Load]:
    with served(settings, workers=WORKERS) as server:
        return [
            _load(server.address, visits, seconds)
            for visits in everything
            if visits.name in UNDER_LOAD
        ]


def _load(server: str, visits: Visits, seconds: float) -> Load:
    pages = [_asked(each) for each in islice(visits.environs, visits.different)]
    # Each worker has to see each page twice before it knows all that it will.
    _ask_together(server, lambda _visitor: iter(pages * WORKERS))
    began = time.monotonic()
    took = _ask_together(server, lambda visitor: _until(began + seconds, pages, visitor))
    passed = time.monotonic() - began
    return Load(
        page=visits.name,
        per_second=round(len(took) / passed, 1),
        median_ms=round(median(took), 1),
        p99_ms=round(sorted(took)[int(0.99 * (len(took) - 1))], 1),
    )


def _asked(environ: Environ) -> Asked:
    query = environ["QUERY_STRING"]
    path = f"{environ['PATH_INFO']}{'?' if query else ''}{query}"
    return path, environ.get("HTTP_COOKIE", "")


def _until(deadline: float, pages: Sequence[Asked], visitor: int) -> Iterator[Asked]:
    """Round and round, each visitor from another place."""
    for asked in islice(cycle(pages), visitor * len(pages) // VISITORS, None):
        if time.monotonic() >= deadline:
            return
        yield asked


def _ask_together(server: str, pages_of: Callable[[int], Iterator[Asked]]) -> list[float]:
    """Milliseconds of each answer; an iterator that visitors share is gone through once."""
    turn = threading.Lock()

    def visit(visitor: int) -> list[float]:
        pages = pages_of(visitor)
        took: list[float] = []
        with closing(_Browser(server)) as browser:
            while True:
                with turn:
                    asked = next(pages, None)
                if asked is None:
                    return took
                began = time.perf_counter()
                browser.ask(*asked)
                took.append(1000 * (time.perf_counter() - began))

    with ThreadPoolExecutor(VISITORS) as visitors:
        return [ms for each in visitors.map(visit, range(VISITORS)) for ms in each]


class _Browser:
    """Keeps its connection, as browsers do, until the server closes it."""

    def __init__(self, server: str) -> None:
        self._connection = HTTPConnection(urlsplit(server).netloc)
        self.close = self._connection.close

    def ask(self, address: str, cookie: str) -> None:
        headers = {"Accept-Encoding": "gzip", **({"Cookie": cookie} if cookie else {})}
        try:
            status = self._ask(address, headers)
        except (HTTPException, OSError):  # it was closed between two requests
            self.close()
            status = self._ask(address, headers)
        if status != 200:
            raise WrongAnswer(f"{address} answered {status} behind the server.")

    def _ask(self, address: str, headers: dict[str, str]) -> int:
        self._connection.request("GET", address, headers=headers)
        response = self._connection.getresponse()
        response.read()
        return response.status
