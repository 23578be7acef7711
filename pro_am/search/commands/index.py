"""What an operator does with the index from a shell."""

import click
from flask.cli import with_appcontext

from pro_am.search import actions
from pro_am.search.engines.current import engine


@click.command("rebuild")
@with_appcontext
def rebuild() -> None:
    """Index everything anew; the old index serves meanwhile."""
    actions.rebuild()
    click.echo(f"{engine().count()} offers can be found.")


@click.command("check")
@with_appcontext
def check() -> None:
    """Compare the index with what was written, and with the database."""
    was_whole = actions.check()
    click.echo("The index is whole." if was_whole else "The index was broken and is built anew.")
