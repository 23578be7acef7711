"""What was measured, as lines for people to read."""

from collections.abc import Iterator, Sequence

from pro_am.operations.bench.behind_server import VISITORS, WORKERS, Load, WebWorker
from pro_am.operations.bench.claim import Uncontended
from pro_am.operations.bench.comparison import Comparison, Figure
from pro_am.operations.bench.free_time import FreeTimeFigure
from pro_am.operations.bench.many_searches import DifferentSearches
from pro_am.operations.bench.measured import MeasuredFigure
from pro_am.operations.bench.recaps import RecapFigure
from pro_am.operations.bench.saved import SavedFigure
from pro_am.operations.bench.sos import SosFigure
from pro_am.operations.bench.trust.figures import TrustFigure

NOT_MET = "   not met"


def market(found: Comparison) -> str:
    head = f"{'page':<16}{'CPU ms':>8}{'spread':>8}{'at most':>9}{'bare':>7}{'bare/ours':>11}"
    return "\n".join(
        [
            f"{head}{'SQL':>5}{'KB':>7}{'gzip':>7}",
            *(_page(page) for page in found.pages),
            *_searches(found.searches),
            *(_worker(found.web_worker) if found.web_worker else ()),
            *(_loads(found.loads) if found.loads else ()),
            _about(found),
        ]
    )


def growth(markets: Sequence[Comparison]) -> str:
    """Every figure of each market, side by side."""
    rows = [_row("CPU ms", [f"{each.offers:,}" for each in markets])]
    rows += [
        _row(pages[0].page, [f"{page.cpu_ms:.2f}" for page in pages])
        for pages in zip(*(each.pages for each in markets), strict=True)
    ]
    rows.append(_row("searches, p95", [f"{each.searches.p95_ms:.2f}" for each in markets]))
    workers = [each.web_worker for each in markets if each.web_worker]
    if workers:
        rows.append(_row("web worker, MB", [f"{each.in_use_mb}" for each in workers]))
    loads = list(zip(*(each.loads for each in markets), strict=True))
    if loads:
        rows.append("requests/s")
        rows += [_row(of[0].page, [f"{each.per_second:.1f}" for each in of]) for of in loads]
        rows.append("p99 ms")
        rows += [_row(of[0].page, [f"{each.p99_ms:.1f}" for each in of]) for of in loads]
    rows.append(_row("memory, MB", [f"{each.memory_mb}" for each in markets]))
    return "\n".join(rows)


def free_time(costs: Sequence[FreeTimeFigure]) -> str:
    """What free time costs, beside what it may."""
    rows = [f"{'free time':<64}{'ms':>8}{'at most':>9}"]
    rows += [
        f"{each.what:<64}{each.ms:>8.2f}{each.at_most_ms:>9.0f}{'' if each.is_good else NOT_MET}"
        for each in costs
    ]
    return "\n".join(rows)


def trust(figures: Sequence[TrustFigure]) -> str:
    """What a large community costs, beside what it may."""
    return _measured("trust", figures)


def saved_searches(figures: Sequence[SavedFigure]) -> str:
    """What looking among saved searches costs, beside what it may."""
    return _measured("saved searches", figures)


def recaps(figures: Sequence[RecapFigure]) -> str:
    """What the letters of a week cost, beside what they may."""
    return _measured("recaps", figures)


def measures(figures: Sequence[MeasuredFigure]) -> str:
    """What drawing a year of somebody's measures costs, beside what it may."""
    return _measured("measures", figures)


def sos(figures: Sequence[SosFigure]) -> str:
    """How long somebody in need waits for the page after the press, beside how long they may."""
    return _measured("sos", figures)


def _measured(
    title: str,
    figures: Sequence[TrustFigure]
    | Sequence[SavedFigure]
    | Sequence[RecapFigure]
    | Sequence[MeasuredFigure]
    | Sequence[SosFigure],
) -> str:
    rows = [f"{title:<44}{'':>14}{'at most':>9}"]
    rows += [
        f"{each.what:<44}{each.found:>10.2f} {each.unit:<3}{each.at_most:>9.0f}"
        f"{'' if each.is_good else NOT_MET}"
        for each in figures
    ]
    return "\n".join(["", *rows])


def bookings(rates: Sequence[Uncontended]) -> str:
    """What the claim costs, engine by engine."""
    head = f"{'bookings':<16}{'per s':>8}{'no claim':>10}{'ratio':>8}{'at least':>10}{'guide':>8}"
    return "\n".join(["", f"{head}{'CPU ms':>8}", *map(_rate, rates)])


def _rate(rate: Uncontended) -> str:
    return (
        f"{rate.engine:<16}{rate.per_second:>8.1f}{rate.without_claim:>10.1f}{rate.ratio:>8.2f}"
        f"{rate.least_ratio:>10.2f}{rate.guide:>8}{rate.cpu_ms:>8.2f}"
        f"{'' if rate.is_good else NOT_MET}"
    )


def _row(name: str, figures: Sequence[str]) -> str:
    return f"{name:<16}" + "".join(f"{figure:>10}" for figure in figures)


def _page(page: Figure) -> str:
    bar = f"{page.bar_ms:>9.1f}" if page.bar_ms is not None else f"{'':>9}"
    bare = f"{'':>18}"
    if page.bare_cpu_ms is not None and page.ratio is not None:
        bare = f"{page.bare_cpu_ms:>7.2f}{page.ratio:>10.0%} "
    return (
        f"{page.page:<16}{page.cpu_ms:>8.2f}{page.spread_ms:>8.2f}{bar}{bare}"
        f"{page.statements:>5}{page.size / 1000:>7.1f}{page.zipped / 1000:>7.1f}"
        f"{'' if page.is_good else NOT_MET}"
    )


def _searches(found: DifferentSearches) -> Iterator[str]:
    yield ""
    yield f"{'results':<24}{'CPU ms: p50':>12}{'p95':>8}{'p99':>8}{'p95 at most':>13}"
    yield (
        f"{found.searches} different searches".ljust(24)
        + f"{found.p50_ms:>12.2f}{found.p95_ms:>8.2f}{found.p99_ms:>8.2f}{found.at_most_ms:>13.0f}"
        + ("" if found.is_good else NOT_MET)
    )


def _worker(worker: WebWorker) -> Iterator[str]:
    yield ""
    yield f"{'web worker':<16}{'MB':>8}{'at most':>9}"
    yield f"{'at start':<16}{worker.at_start_mb:>8}"
    words = f"{worker.pages} pages later"
    bar = f"{worker.most_mb:>9}{'' if worker.is_good else NOT_MET}"
    yield f"{words:<16}{worker.in_use_mb:>8}{bar}"


def _loads(loads: Sequence[Load]) -> Iterator[str]:
    yield ""
    yield f"{'under load':<16}{'per s':>8}{'median ms':>11}{'p99 ms':>8}"
    for each in loads:
        yield f"{each.page:<16}{each.per_second:>8.1f}{each.median_ms:>11.1f}{each.p99_ms:>8.1f}"
    yield f"{WORKERS} workers and their {VISITORS} visitors share this machine."
    yield ""


def _about(found: Comparison) -> str:
    made = f"{found.offers} offers, made in {found.made_in_seconds} s"
    return f"{made}; {found.memory_mb} MB of memory after all of this"
