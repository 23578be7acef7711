"""`flask search evaluate`."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from pro_am.operations.bench.relevance.evaluating import evaluate as evaluated
from pro_am.operations.bench.relevance.files import read_judgements, read_texts
from pro_am.operations.bench.search.engines import NAMES, place_for
from pro_am.search.engines import Engine
from pro_am.search.engines.made import made
from pro_am.search.engines.memory import MemoryEngine
from pro_am.search.rules.text import LANGUAGES
from pro_am.trust.commands.reading import A_FILE, reading

Read = TypeVar("Read")


@click.command("evaluate")
@click.option(
    "--documents", type=A_FILE, required=True, help="JSON lines: _id, text, perhaps title."
)
@click.option("--queries", type=A_FILE, required=True, help="JSON lines: _id, text.")
@click.option("--judgements", type=A_FILE, required=True, help="Query, document, grade, by tabs.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--fold-queries", "is_folded", is_flag=True, help="Take the accents off first.")
@click.option(
    "--engine", "name", type=click.Choice([*NAMES, "memory"]), default="whoosh", show_default=True
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def evaluate(  # noqa: PLR0913 - the options
    *,
    documents: Path,
    queries: Path,
    judgements: Path,
    language: str,
    is_folded: bool,
    name: str,
    as_json: bool,
) -> None:
    """Compare the order of an engine with what people judged.

    nDCG at 10 and mean average precision, both as trec_eval defines them, over the queries that
    have judgements. A file that cannot be used is told with its line, and ends with 2.
    """
    texts = _read(documents, read_texts)
    asked = _read(queries, read_texts)
    judged = _read(judgements, read_judgements)
    with _opened(name) as engine:
        found = evaluated(engine, texts, asked, judged, language=language, is_folded=is_folded)
    if not found.queries:
        click.echo(f"{judgements} judges none of the queries in {queries}", err=True)
        sys.exit(2)
    figures = {
        "ndcg@10": round(found.ndcg, 4),
        "map": round(found.average_precision, 4),
        "queries": found.queries,
    }
    lines = (f"{figure:<10}{value}" for figure, value in figures.items())
    click.echo(json.dumps(figures) if as_json else "\n".join(lines))


def _read(file: Path, read: Callable[[bytes], Read]) -> Read:
    with reading(file) as content:
        return read(content)


@contextmanager
def _opened(name: str) -> Iterator[Engine]:
    if name == "memory":
        yield MemoryEngine()
        return
    with place_for(name) as where:
        yield made(name, where)
