"""`flask drill`: what an operator, or a doubter, may break on purpose."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

import click
from flask import current_app
from flask.cli import with_appcontext

from pro_am.operations.drills import double_booking
from pro_am.operations.drills.contest import Crew
from pro_am.operations.drills.hostile import samples, siege


@click.group("drill")
def drill() -> None:
    """Break things on purpose, in a throw-away place that this installation never sees."""


@drill.command("double-booking")
@click.option(
    "--engine",
    type=click.Choice(["sqlite", "postgresql"]),
    help="Default: sqlite, or postgresql when a URL is given.",
)
@click.option("--database-url", help="PostgreSQL beside which to make a database, and drop it.")
@click.option(
    "--attempts",
    type=click.IntRange(2, double_booking.MOST_ATTEMPTS),
    default=640,
    show_default=True,
)
@click.option("--threads", type=click.IntRange(1, 64), default=16, show_default=True)
@click.option("--processes", type=click.IntRange(1, 16), default=2, show_default=True)
@click.option("--without-claim", is_flag=True, help="Show what the claim prevents.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_appcontext
def double_booking_drill(  # noqa: PLR0913 - the options
    *,
    engine: str | None,
    database_url: str | None,
    attempts: int,
    threads: int,
    processes: int,
    without_claim: bool,
    as_json: bool,
) -> None:
    """Many hosts ask for overlapping times at once; exactly one may win each slot.

    There are THREADS in each of the PROCESSES. Every 40 attempts, released together, are for
    starts that overlap. Ends with 1 when a time was sold twice or an attempt failed.
    """
    server = _server(engine, database_url)
    click.echo(f"{attempts} attempts from {processes} x {threads} threads ...", err=True)
    verdict, faults = double_booking.run(
        server, attempts, Crew(processes, threads, with_claim=not without_claim)
    )
    for fault, count in faults.most_common():
        click.echo(f"{count} x {fault}", err=True)
    if as_json:
        click.echo(json.dumps(asdict(verdict)))
    else:
        for name, value in asdict(verdict).items():
            click.echo(f"{name:<14}{value:>12}")
    sys.exit(0 if verdict.is_good else 1)


@drill.command("hostile")
@click.option(
    "--pictures",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of files to upload instead of our own.",
)
@click.option(
    "--strings",
    type=click.File(encoding="utf-8"),
    help="A JSON list of strings to type instead of our own.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_appcontext
def hostile_drill(*, pictures: Path | None, strings: TextIO | None, as_json: bool) -> None:
    """Upload and type what breaks things elsewhere; pages must stay quick, memory flat.

    Ends with 1 when an answer is a fault of the server, says nothing to the person, or lets
    something dangerous into a page, and when a bar of memory or time is not met.
    """
    files = sorted(pictures.iterdir()) if pictures else ()
    verdict = siege.run(
        {file.name: file.read_bytes() for file in files if file.is_file()} or samples.pictures(),
        json.load(strings) if strings else list(samples.NAUGHTY.values()),
    )
    for fault in verdict.faults:
        click.echo(fault, err=True)
    if as_json:
        click.echo(json.dumps(asdict(verdict)))
    else:
        for row in verdict.lines():
            click.echo(row)
    sys.exit(0 if verdict.is_good else 1)


def _server(engine: str | None, database_url: str | None) -> str | None:
    """The URL of a PostgreSQL database, or None for SQLite."""
    if engine == "sqlite" or (engine is None and database_url is None):
        if database_url:
            raise click.UsageError("With --engine sqlite the drill needs no --database-url.")
        return None
    url = database_url or str(current_app.config["DATABASE_URL"] or "")
    if not url.startswith(("postgresql://", "postgresql+psycopg://")):
        raise click.UsageError(
            "Name a PostgreSQL database with --database-url or PRO_AM_DATABASE_URL:"
            " postgresql://USER:PASSWORD@HOST/NAME"
        )
    return url
