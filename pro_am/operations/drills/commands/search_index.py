"""`flask drill search-index`."""

from dataclasses import asdict

import click
from flask.cli import with_appcontext

from pro_am.operations.drills.engines import chosen, engine_options
from pro_am.operations.drills.findings import tell, telling_options
from pro_am.operations.drills.search_index import damage, healing

TOLD = 20  # faults in words: the first ones say enough
ROUNDS = sorted({*damage.IN_A_FOLDER, *damage.IN_POSTGRESQL})


@click.command("search-index")
@engine_options
@click.option(
    "--search",
    type=click.Choice(["whoosh", "postgresql"]),
    default="whoosh",
    show_default=True,
    help="What searches, on the database that --engine names.",
)
@click.option("--offers", type=click.IntRange(20, 100_000), default=300, show_default=True)
@click.option("--saves", type=click.IntRange(1, 1000), default=100, show_default=True)
@click.option("--round", "rounds", type=click.Choice(ROUNDS), multiple=True, help="Only these.")
@click.option("--seed", type=int, default=1, show_default=True)
@telling_options
@with_appcontext
def search_index_drill(  # noqa: PLR0913 - the options
    *,
    engine: str | None,
    database_url: str | None,
    search: str,
    offers: int,
    saves: int,
    rounds: tuple[str, ...],
    seed: int,
    as_json: bool,
    record: str | None,
) -> None:
    """Damage the index of a served installation in every way we know, and see that it heals.

    A web server and a worker run as an operator runs them; offers change, and visitors search, all
    the time. After each round the index must be equal to the database within two minutes, every
    field and search; ends with 1 when it is not, when a search was answered with a fault, or
    showed what was withdrawn before it was asked.
    """
    if search == "postgresql" and engine is None and database_url is None:
        engine = "postgresql"
    with chosen(engine, database_url) as on:
        if search == "postgresql" and on.url is None:
            raise click.UsageError("--search postgresql needs --engine postgresql.")
        plan = healing.Plan(offers, saves, seed, rounds)
        verdict, words = healing.run(on.url, search, plan, lambda step: click.echo(step, err=True))
        for each in words[:TOLD]:
            click.echo(each, err=True)
        figures = {**asdict(verdict), "slowest_s": verdict.slowest_s}
        tell(
            "search-index" if search == "whoosh" else "search-index-in-postgresql",
            on,
            figures,
            is_good=verdict.is_good,
            as_json=as_json,
            record=record,
        )
