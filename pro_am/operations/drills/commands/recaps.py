"""`flask drill recaps`."""

from dataclasses import asdict

import click
from flask.cli import with_appcontext

from pro_am.operations.drills.engines import chosen, engine_options
from pro_am.operations.drills.findings import tell, telling_options
from pro_am.operations.drills.recaps import storm


@click.command("recaps")
@engine_options
@click.option("--supporters", type=click.IntRange(10, 100_000), default=2000, show_default=True)
@click.option("--kills", type=click.IntRange(0, 1000), default=50, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="Of the moments to kill at.")
@telling_options
@with_appcontext
def recaps_drill(  # noqa: PLR0913 - the options
    *,
    engine: str | None,
    database_url: str | None,
    supporters: int,
    kills: int,
    seed: int,
    as_json: bool,
    record: str | None,
) -> None:
    """Kill schedulers while the weeks of two changes of the clocks are told to SUPPORTERS.

    Two of them compose and send at once, to a mail server that counts; each is killed with SIGKILL
    in turn and started again, and the clock steps by an hour both ways. Ends with 1 when anybody
    got a recap twice, or when one that was due is neither sent nor listed as unknown.
    """
    with chosen(engine, database_url) as on:
        click.echo(f"{supporters} friends, two weeks, {kills} kills ...", err=True)
        verdict = storm.run(on.url, storm.Plan(supporters, kills, seed))
        tell("recaps", on, asdict(verdict), is_good=verdict.is_good, as_json=as_json, record=record)
