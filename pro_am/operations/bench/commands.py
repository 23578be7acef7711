"""`flask bench`: what each page costs, beside what it may cost and the least that Flask can do."""

import json
import sys
from dataclasses import asdict
from typing import Any

import click

from pro_am.operations.bench import claim, free_time, tables
from pro_am.operations.bench.comparison import Comparison, compare
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
    database_url: str | None,
    as_json: bool,
) -> None:
    """Measure the pages that people visit most, on markets made for it.

    CPU time of one process, without a server around it; then behind one. Ends with 1 when a page
    costs more than it may with 6,000 offers, or asks the database too often, when a web process
    takes too much memory, or when the claim makes bookings slower than it may.
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
    costs = list(free_time.figures(calendars, database_url, _tell)) if calendars else []
    rates = list(claim.figures(bookings, database_url, _tell)) if bookings else []
    if as_json:
        told = [_as_json(market) for market in markets]
        found = told[0] if len(told) == 1 else {"markets": told}
        of_time = [asdict(cost) | {"is_good": cost.is_good} for cost in costs]
        of_claim = [asdict(rate) | {"is_good": rate.is_good} for rate in rates]
        click.echo(json.dumps(found | {"free_time": of_time, "bookings": of_claim}))
    elif len(markets) > 1:
        click.echo(tables.growth(markets))
    if costs and not as_json:
        click.echo(tables.free_time(costs))
    if rates and not as_json:
        click.echo(tables.bookings(rates))
    are_good = [market.is_good for market in markets] + [cost.is_good for cost in costs]
    are_good += [rate.is_good for rate in rates]
    sys.exit(0 if all(are_good) else 1)


def _tell(what: str) -> None:
    click.echo(f"{what} ...", err=True)


def _as_json(market: Comparison) -> dict[str, Any]:
    pages = [asdict(page) | {"is_good": page.is_good} for page in market.pages]
    told = asdict(market) | {"is_good": market.is_good, "pages": pages}
    if market.web_worker:
        told["web_worker"] |= {"is_good": market.web_worker.is_good}
    return told
