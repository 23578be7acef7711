"""What an operator does with calendars from a shell."""

import sys

import click
from flask.cli import with_appcontext

from pro_am.availability import actions


@click.group("availability")
def availability() -> None:
    """Free time: whether it is right."""


@availability.command("audit")
@with_appcontext
def audit() -> None:
    """Compare the picture that search asks with every calendar, and put right what it hides."""
    found = actions.audit_free_days()
    click.echo(
        f"{found.calendars} calendars; {found.at_fault} were hidden in part:"
        f" {found.quarters} quarter hours, put right."
    )
    sys.exit(1 if found.at_fault else 0)
