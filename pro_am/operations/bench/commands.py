"""`flask bench`: what each page costs, beside what it may cost and the least that Flask can do."""

import json
import sys
from dataclasses import asdict

import click

from pro_am.operations.bench.comparison import Figure, compare
from pro_am.operations.bench.figures import WrongAnswer


@click.command("bench")
@click.option("--offers", type=click.IntRange(min=20), default=600, show_default=True)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=5,
    show_default=True,
    help="How long to measure each page.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Of the market.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def bench(*, offers: int, seconds: float, seed: int, as_json: bool) -> None:
    """Measure the pages that people visit most, on a market made for it.

    CPU time of one process, without a server around it. Ends with 1 when a page costs more than
    it may with 6,000 offers, or asks the database too often.
    """
    figures = []
    try:
        for figure in compare(offers=offers, seconds=seconds, seed=seed):
            click.echo(f"{figure.page} ...", err=True)
            figures.append(figure)
    except WrongAnswer as fault:
        raise click.ClickException(str(fault)) from None
    is_good = all(figure.is_good for figure in figures)
    if as_json:
        pages = [asdict(figure) | {"is_good": figure.is_good} for figure in figures]
        click.echo(json.dumps({"offers": offers, "seed": seed, "is_good": is_good, "pages": pages}))
    else:
        click.echo(_table(figures))
    sys.exit(0 if is_good else 1)


def _table(figures: list[Figure]) -> str:
    head = f"{'page':<16}{'CPU ms':>8}{'spread':>8}{'at most':>9}{'bare':>7}{'bare/ours':>11}"
    lines = [head + f"{'SQL':>5}{'KB':>7}"]
    for each in figures:
        bare = f"{'':>18}"
        if each.bare_cpu_ms is not None and each.ratio is not None:
            bare = f"{each.bare_cpu_ms:>7.2f}{each.ratio:>10.0%} "
        lines.append(
            f"{each.page:<16}{each.cpu_ms:>8.2f}{each.spread_ms:>8.2f}{each.bar_ms:>9.1f}{bare}"
            f"{each.statements:>5}{each.size / 1000:>7.1f}{'' if each.is_good else '   not met'}"
        )
    return "\n".join(lines)
