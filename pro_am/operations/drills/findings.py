"""What a drill found: printed, recorded if asked, and told by how the command ends."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from flask import current_app

from pro_am.operations.drills.engines import Engine
from pro_am.operations.promises import records

HERE = ""  # what --record means without a folder


def telling_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--json and --record, for `tell`."""
    for option in (
        click.option(
            "--record",
            is_flag=False,
            flag_value=HERE,
            metavar="[FOLDER]",
            help="Keep what was found for the page of promises, here or in FOLDER.",
        ),
        click.option("--json", "as_json", is_flag=True, help="Print one JSON object."),
    ):
        command = option(command)
    return command


def tell(
    drill: str,
    engine: Engine,
    figures: Mapping[str, Any],
    *,
    is_good: bool,
    as_json: bool,
    record: str | None,
) -> None:
    """Ends the command: with 0 when the promise was kept."""
    if record is not None:
        folder = Path(record) if record else records.folder_of(current_app.instance_path)
        file = records.write(folder, drill, engine.name, engine.version, figures, is_good)
        click.echo(f"Recorded in {file}", err=True)
    if as_json:
        click.echo(json.dumps(figures))
    else:
        for name, value in figures.items():
            click.echo(f"{name:<22}{_words(value):>16}")
    sys.exit(0 if is_good else 1)


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {count}" for name, count in value.items()) or "none"
    return str(value)
