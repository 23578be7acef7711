"""What an operator does with letters from a shell."""

import sys

import click
from flask.cli import with_appcontext

from pro_am.notifications import actions
from pro_am.notifications.rules.bounces import LARGEST_REPORT, NotAReport


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


@letters.command("bounced")
@click.argument("addresses", nargs=-1, required=True)
@click.option("--lift", is_flag=True, help="Write there again.")
@with_appcontext
def bounced(addresses: tuple[str, ...], *, lift: bool) -> None:
    """Send nothing to these addresses: their mailboxes take no letters."""
    if lift:
        click.echo(f"{actions.lift(addresses)} addresses are written to again.")
        return
    count = actions.mark_bounced(addresses, words="the operator said so")
    click.echo(f"{count} addresses are newly marked: nothing is sent there.")


@letters.command("bounce")
@with_appcontext
def bounce() -> None:
    """Read a delivery report (RFC 3464) from standard input, as a mail server pipes it."""
    try:
        marked = actions.take_report(sys.stdin.buffer.read(LARGEST_REPORT + 1))
    except NotAReport as cause:
        click.echo(str(cause), err=True)
        sys.exit(2)
    click.echo(f"{len(marked)} addresses are marked: nothing is sent there.")
