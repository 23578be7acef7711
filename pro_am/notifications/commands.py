"""What an operator does with letters from a shell."""

import click
from flask.cli import with_appcontext

from pro_am.notifications import actions


@click.group("letters")
def letters() -> None:
    """Letters on their way."""


@letters.command("resume")
@click.option("--drop-waiting", is_flag=True, help="What waits now is never sent.")
@with_appcontext
def resume(*, drop_waiting: bool) -> None:
    """Let letters leave again after a restore."""
    if drop_waiting:
        click.echo(f"{actions.drop_waiting()} letters are dropped.")
    actions.resume_letters(by=None)
    click.echo("Letters are sent again.")
