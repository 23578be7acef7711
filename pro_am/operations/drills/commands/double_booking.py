"""`flask drill double-booking`: at the action, or at the pages of a real server."""

from dataclasses import asdict

import click
from flask.cli import with_appcontext

from pro_am.operations.drills import double_booking, rush
from pro_am.operations.drills.contest import Crew
from pro_am.operations.drills.engines import chosen, engine_options
from pro_am.operations.drills.findings import tell, telling_options


@click.command("double-booking")
@engine_options
@click.option(
    "--attempts",
    type=click.IntRange(2, double_booking.MOST_ATTEMPTS),
    default=640,
    show_default=True,
)
@click.option("--threads", type=click.IntRange(1, 64), default=16, show_default=True)
@click.option("--processes", type=click.IntRange(1, 16), default=2, show_default=True)
@click.option("--without-claim", is_flag=True, help="Show what the claim prevents.")
@click.option("--http", "over_http", is_flag=True, help="Send forms to a real server instead.")
@click.option(
    "--rounds",
    type=click.IntRange(1, rush.MOST_ROUNDS),
    default=20,
    show_default=True,
    help="With --http: how often the hosts send their forms.",
)
@click.option(
    "--parallel",
    type=click.IntRange(2, rush.MOST_HOSTS),
    default=20,
    show_default=True,
    help="With --http: how many hosts.",
)
@telling_options
@with_appcontext
def double_booking_drill(  # noqa: PLR0913 - the options
    *,
    engine: str | None,
    database_url: str | None,
    attempts: int,
    threads: int,
    processes: int,
    without_claim: bool,
    over_http: bool,
    rounds: int,
    parallel: int,
    as_json: bool,
    record: str | None,
) -> None:
    """Many hosts ask for overlapping times at once; exactly one may win each seat.

    There are THREADS in each of the PROCESSES. Every 40 attempts, released together, are for
    starts that overlap. With --http so many PROCESSES of a web server answer PARALLEL hosts, who
    are signed in and send the form of the page, all at once in each of the ROUNDS. Ends with 1
    when a time was sold twice, an attempt failed, or a host who lost was left waiting.
    """
    if without_claim and (over_http or record is not None):
        raise click.UsageError("--without-claim goes with neither --http nor --record.")
    with chosen(engine, database_url) as on:
        if over_http:
            click.echo(f"{rounds} rounds of {parallel} hosts ...", err=True)
            rushed = rush.run(on.url, rush.Rush(rounds, parallel, processes))
            tell(
                "double-booking-http",
                on,
                asdict(rushed),
                is_good=rushed.is_good,
                as_json=as_json,
                record=record,
            )
        click.echo(f"{attempts} attempts from {processes} x {threads} threads ...", err=True)
        verdict, faults = double_booking.run(
            on.url, attempts, Crew(processes, threads, with_claim=not without_claim)
        )
        for fault, count in faults.most_common():
            click.echo(f"{count} x {fault}", err=True)
        tell(
            "double-booking",
            on,
            asdict(verdict),
            is_good=verdict.is_good,
            as_json=as_json,
            record=record,
        )
