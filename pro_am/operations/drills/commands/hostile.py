"""`flask drill hostile`: pictures and strings that break things elsewhere."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

import click
from flask.cli import with_appcontext

from pro_am.operations.drills.hostile import samples, siege


@click.command("hostile")
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
