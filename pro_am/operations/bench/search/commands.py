"""`flask search bench`: what searches cost on so many documents, beside what they may."""

import json
import sys
from dataclasses import asdict

import click

from pro_am.operations.bench.search import tables
from pro_am.operations.bench.search.corpus import Corpus
from pro_am.operations.bench.search.engines import NAMES
from pro_am.operations.bench.search.measuring import figures


@click.command("bench")
@click.option(
    "--documents",
    "sizes",
    type=click.IntRange(min=100),
    multiple=True,
    default=(10_000,),
    show_default=True,
    help="How many; give it several times to see how cost grows.",
)
@click.option("--engine", type=click.Choice(NAMES), default="whoosh", show_default=True)
@click.option(
    "--questions",
    type=click.IntRange(min=2),
    default=100,
    show_default=True,
    help="How many searches of each kind.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Of documents and searches.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def bench(*, sizes: tuple[int, ...], engine: str, questions: int, seed: int, as_json: bool) -> None:
    """Measure an engine on documents made for it, beside SQLite's FTS5.

    Each search is asked by a process that has read none of its words, then again. Ends with 1
    when something takes longer, or more memory, than it may.
    """
    found = []
    for documents in sizes:
        found.append(figures(engine, Corpus(documents, seed), questions, _tell))
        if not as_json:
            click.echo(tables.search(found[-1]))
    if as_json:
        told = [
            asdict(each) | {"per_second": each.per_second, "not_met": each.faults()}
            for each in found
        ]
        click.echo(json.dumps(told[0] if len(told) == 1 else {"sizes": told}))
    sys.exit(1 if any(each.faults() for each in found) else 0)


def _tell(what: str) -> None:
    click.echo(f"{what} ...", err=True)
