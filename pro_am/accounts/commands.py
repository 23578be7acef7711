"""What an operator does with accounts from a shell."""

import json
import sys
from datetime import timedelta

import click
from flask.cli import with_appcontext

from pro_am.accounts import actions, queries, rules
from pro_am.accounts.rules import Role
from pro_am.foundation.web.addresses import public_url


@click.group("members")
def members() -> None:
    """Members and their roles."""


@members.command("appoint")
@click.argument("email")
@click.argument("role", type=click.Choice([role.value for role in Role]))
def appoint(email: str, role: str) -> None:
    """Give a member a role: a steward verifies people, a moderator answers reports."""
    member = queries.member_with_email(email)
    if member is None:
        click.echo(f"No member has the address {email}.", err=True)
        sys.exit(2)
    actions.grant_role(member, Role(role), by=None)
    click.echo(f"{member.name} is now a {role}.")


@click.command("create-admin")
@click.argument("email")
@click.option("--name", help="The name that others see; default: the first part of the address.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_appcontext
def create_admin(email: str, *, name: str | None, as_json: bool) -> None:
    """Let EMAIL run this installation; harmless to repeat.

    Somebody new gets a link, printed here, that works once, to choose a password.
    """
    if not rules.is_address(email):
        raise click.UsageError(f"{email!r} is not an e-mail address.")
    made = actions.make_admin(email, name=name)
    language = made.member.language
    link = made.secret and public_url(
        "accounts.reset_password", language=language, secret=made.secret
    )
    if as_json:
        told = {"email": made.member.email, "is_new": made.is_new, "was_admin": made.was_admin}
        click.echo(json.dumps({**told, "link": link}))
        return
    if made.was_admin:
        click.echo(f"{made.member.email} was an administrator already.")
    else:
        click.echo(f"{made.member.email} is now an administrator.")
    if link:
        minutes = rules.RESET_WITHIN // timedelta(minutes=1)
        click.echo(f"Choose the password here, once, within {minutes} minutes:\n{link}")
