"""`flask bench`: what each page costs, beside what it may cost and the least that Flask can do."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import click

from pro_am.operations.bench import claim, free_time, measured, saved, tables
from pro_am.operations.bench import recaps as recap_bench
from pro_am.operations.bench import sos as sos_bench
from pro_am.operations.bench.comparison import Comparison, compare
from pro_am.operations.bench.figures import WrongAnswer
from pro_am.operations.bench.trust import figures as trust


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
@click.option(
    "--server/--no-server",
    "is_served",
    default=True,
    show_default=True,
    help="Also measure behind gunicorn: memory, requests per second and the slowest answers.",
)
@click.option(
    "--calendars",
    type=click.IntRange(min=0),
    default=100_000,
    show_default=True,
    help="Among how many to ask who is free; 0 leaves out what free time costs.",
)
@click.option(
    "--bookings",
    type=click.IntRange(0, claim.MOST_BOOKINGS),
    default=200,
    show_default=True,
    help="How many to write with the claim, and as many without; 0 leaves them out.",
)
@click.option(
    "--trust",
    "trusting",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Among how many members to compute all scores, with ten reviews each; 0 leaves it out.",
)
@click.option(
    "--saved",
    "saved_searches",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Among how many saved searches to look when an offer changes; 0 leaves it out.",
)
@click.option(
    "--recaps",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="How many weekly recaps to compose and queue for friends; 0 leaves them out.",
)
@click.option(
    "--measures",
    type=click.IntRange(0, 365),
    default=365,
    show_default=True,
    help="How many days of somebody's measures to draw on one page; 0 leaves it out.",
)
@click.option(
    "--sos",
    "calls",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="How many SOS to send to twenty friends each; 0 leaves them out.",
)
@click.option(
    "--database-url", help="PostgreSQL: for free time instead of SQLite, for bookings beside it."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def bench(  # noqa: PLR0913 - the options
    *,
    sizes: tuple[int, ...],
    seconds: float,
    seed: int,
    is_served: bool,
    calendars: int,
    bookings: int,
    trusting: int,
    saved_searches: int,
    recaps: int,
    measures: int,
    calls: int,
    database_url: str | None,
    as_json: bool,
) -> None:
    """Measure the pages that people visit most, on markets made for it.

    CPU time of one process, without a server around it; then behind one. Ends with 1 when a page
    costs more than it may with 6,000 offers, or asks the database too often, when a web process
    takes too much memory, when the claim makes bookings slower than it may, or when trust, saved
    searches, recaps, a year of measures or an SOS take longer.
    """
    markets = []
    try:
        for offers in sizes:
            market = compare(
                offers=offers, seconds=seconds, seed=seed, is_served=is_served, tell=_tell
            )
            if not as_json:
                click.echo(tables.market(market))
            markets.append(market)
    except WrongAnswer as fault:
        raise click.ClickException(str(fault)) from None
    costs = free_time.figures(calendars, database_url, _tell) if calendars else ()
    trusts = trust.figures(trusting, seed, _tell) if trusting else ()
    looks = saved.figures(saved_searches, seed, _tell) if saved_searches else ()
    told = recap_bench.figures(recaps, seed, _tell) if recaps else ()
    drawn = measured.figures(measures, seconds, seed, _tell) if measures else ()
    rates = claim.figures(bookings, database_url, _tell) if bookings else ()
    pressed = sos_bench.figures(calls, seed, _tell) if calls else ()
    # Beside the pages: how each kind is called, shown as lines, and what was found.
    kinds: list[tuple[str, Callable[[Any], str], list[Any]]] = [
        ("free_time", tables.free_time, list(costs)),
        ("trust", tables.trust, list(trusts)),
        ("saved_searches", tables.saved_searches, list(looks)),
        ("recaps", tables.recaps, list(told)),
        ("measures", tables.measures, list(drawn)),
        ("sos", tables.sos, list(pressed)),
        ("bookings", tables.bookings, list(rates)),
    ]
    if as_json:
        as_told = [_as_json(market) for market in markets]
        told_of_kinds = {
            name: [asdict(each) | {"is_good": each.is_good} for each in found]
            for name, _, found in kinds
        }
        click.echo(
            json.dumps((as_told[0] if len(as_told) == 1 else {"markets": as_told}) | told_of_kinds)
        )
    else:
        if len(markets) > 1:
            click.echo(tables.growth(markets))
        for _, table, found in kinds:
            if found:
                click.echo(table(found))
    everything = [*markets, *(each for *_, found in kinds for each in found)]
    sys.exit(0 if all(each.is_good for each in everything) else 1)


def _tell(what: str) -> None:
    click.echo(f"{what} ...", err=True)


def _as_json(market: Comparison) -> dict[str, Any]:
    pages = [asdict(page) | {"is_good": page.is_good} for page in market.pages]
    told = asdict(market) | {"is_good": market.is_good, "pages": pages}
    told["searches"] |= {"is_good": market.searches.is_good}
    if market.web_worker:
        told["web_worker"] |= {"is_good": market.web_worker.is_good}
    return told
