"""Checking free time against cases, from a shell."""

import sys
from pathlib import Path

import click

from pro_am.operations.cases.checking import outcomes


@click.command("check-cases")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check_cases(file: Path) -> None:
    """Put the cases of a JSON file to the product, and say of each whether it agrees."""
    found = list(outcomes(file))
    for outcome in found:
        click.echo(outcome.words)
    failed = sum(bool(outcome.fault) for outcome in found)
    skipped = sum(bool(outcome.skipped) for outcome in found)
    click.echo(f"{len(found) - failed - skipped} ok, {failed} failed")
    sys.exit(1 if failed else 0)
