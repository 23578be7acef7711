"""`flask drill kill`."""

from dataclasses import asdict

import click
from flask.cli import with_appcontext

from pro_am.operations.drills.engines import chosen, engine_options
from pro_am.operations.drills.findings import tell, telling_options
from pro_am.operations.drills.kill import crash

TOLD = 20  # faults in words: the first ones say enough


@click.command("kill")
@engine_options
@click.option(
    "--bookings", type=click.IntRange(2, crash.MOST_BOOKINGS), default=1000, show_default=True
)
@click.option("--kills", type=click.IntRange(1, 200), default=20, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="Of the moments to kill at.")
@telling_options
@with_appcontext
def kill_drill(  # noqa: PLR0913 - the options
    *,
    engine: str | None,
    database_url: str | None,
    bookings: int,
    kills: int,
    seed: int,
    as_json: bool,
    record: str | None,
) -> None:
    """Kill the web server in the middle of BOOKINGS, and see that nothing acknowledged is lost.

    Hosts book through the pages of a real server; one of its processes and all of them are killed
    with SIGKILL in turn, and started again. Whoever got no answer sends the same form again. Ends
    with 1 when a booking that was acknowledged is lost, lacks a part or is there twice, or when
    the doctor finds a fault afterwards.
    """
    if kills >= bookings:
        raise click.UsageError("There are fewer moments to kill at than --kills.")
    with chosen(engine, database_url) as on:
        click.echo(f"{bookings} bookings, {kills} kills ...", err=True)
        verdict, words = crash.run(on.url, crash.Plan(bookings, kills, seed))
        for each in words[:TOLD]:
            click.echo(each, err=True)
        tell("kill", on, asdict(verdict), is_good=verdict.is_good, as_json=as_json, record=record)
