"""`flask trust recompute`."""

import sys
from pathlib import Path

import click

from pro_am.standing.rules import constants
from pro_am.trust.commands.reading import A_FILE, reading
from pro_am.trust.rules import evidence_file
from pro_am.trust.rules.broken_file import text_of
from pro_am.trust.rules.evidence_file import EvidenceFile, Numbers


@click.command("recompute")
@click.argument("file", type=A_FILE)
def recompute(file: Path) -> None:
    """Compute a score again from its public evidence.

    Ends with 1 when it is not what the file says, with 2 when the file cannot be used.
    """
    with reading(file) as content:
        read = evidence_file.read(text_of(content))
    found = evidence_file.recompute(read)
    for line in _lines(read, found):
        click.echo(line)
    differences = evidence_file.differences(read.told, found)
    for each in differences:
        click.echo(
            f"The file says otherwise: {each.name} {_told(each.told)} instead of"
            f" {_told(each.found)}.",
            err=True,
        )
    sys.exit(1 if differences else 0)


def _lines(read: EvidenceFile, found: Numbers) -> list[str]:
    head = f"{read.member} as {read.role.value}, {len(read.reviews)} reviews, {read.computed_at}"
    if found.score is None or found.low is None or found.high is None:
        return [head, "unproven: too little is known for a number"]
    parts = {"base": constants.BASE, **found.parts}
    return [
        head,
        *(f"{name.replace('_', ' '):<14}{points:>+8.1f}" for name, points in parts.items()),
        f"{'score':<14}{found.score:>8.1f}   interval {found.low:.1%} to {found.high:.1%}",
    ]


def _told(number: float | None) -> str:
    return "none" if number is None else f"{number:.4g}"
