"""`flask bench`: what each page costs, beside what it may cost and the least that Flask can do."""

import json
import sys
from dataclasses import asdict
from typing import Any

import click

from pro_am.operations.bench.comparison import Comparison, Figure, compare
from pro_am.operations.bench.figures import WrongAnswer


@click.command("bench")
@click.option(
    "--offers",
    "sizes",
    type=click.IntRange(min=20),
    multiple=True,
    default=(600,),
    show_default=True,
    help="How many; give it several times to see how cost grows.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=5,
    show_default=True,
    help="How long to measure each page.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Of the market.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def bench(*, sizes: tuple[int, ...], seconds: float, seed: int, as_json: bool) -> None:
    """Measure the pages that people visit most, on markets made for it.

    CPU time of one process, without a server around it. Ends with 1 when a page costs more than
    it may with 6,000 offers, or asks the database too often.
    """
    markets = []
    try:
        for offers in sizes:
            market = compare(offers=offers, seconds=seconds, seed=seed, tell=_tell)
            if not as_json:
                click.echo(_table(market))
            markets.append(market)
    except WrongAnswer as fault:
        raise click.ClickException(str(fault)) from None
    if as_json:
        told = [_as_json(market) for market in markets]
        click.echo(json.dumps(told[0] if len(told) == 1 else {"markets": told}))
    elif len(markets) > 1:
        click.echo(_growth(markets))
    sys.exit(0 if all(market.is_good for market in markets) else 1)


def _tell(what: str) -> None:
    click.echo(f"{what} ...", err=True)


def _as_json(market: Comparison) -> dict[str, Any]:
    pages = [asdict(page) | {"is_good": page.is_good} for page in market.pages]
    return asdict(market) | {"is_good": market.is_good, "pages": pages}


def _table(market: Comparison) -> str:
    head = f"{'page':<16}{'CPU ms':>8}{'spread':>8}{'at most':>9}{'bare':>7}{'bare/ours':>11}"
    return "\n".join(
        [
            f"{head}{'SQL':>5}{'KB':>7}{'gzip':>7}",
            *(_line(page) for page in market.pages),
            _about(market),
        ]
    )


def _about(market: Comparison) -> str:
    made = f"{market.offers} offers, made in {market.made_in_seconds} s"
    return f"{made}; {market.memory_mb} MB of memory after all of this"


def _line(page: Figure) -> str:
    bar = f"{page.bar_ms:>9.1f}" if page.bar_ms is not None else f"{'':>9}"
    bare = f"{'':>18}"
    if page.bare_cpu_ms is not None and page.ratio is not None:
        bare = f"{page.bare_cpu_ms:>7.2f}{page.ratio:>10.0%} "
    return (
        f"{page.page:<16}{page.cpu_ms:>8.2f}{page.spread_ms:>8.2f}{bar}{bare}"
        f"{page.statements:>5}{page.size / 1000:>7.1f}{page.zipped / 1000:>7.1f}"
        f"{'' if page.is_good else '   not met'}"
    )


def _growth(markets: list[Comparison]) -> str:
    """CPU milliseconds of each page, side by side."""
    sizes = "".join(f"{market.offers:>10,}" for market in markets)
    rows = zip(*(market.pages for market in markets), strict=True)
    return "\n".join(
        [
            f"{'CPU ms':<16}{sizes}",
            *(
                f"{pages[0].page:<16}" + "".join(f"{page.cpu_ms:>10.2f}" for page in pages)
                for pages in rows
            ),
            f"{'memory, MB':<16}" + "".join(f"{market.memory_mb:>10}" for market in markets),
        ]
    )
