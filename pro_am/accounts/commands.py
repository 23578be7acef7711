"""What an operator does with accounts from a shell."""

import sys

import click

from pro_am.accounts import actions, queries
from pro_am.accounts.rules import Role


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
