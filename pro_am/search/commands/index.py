"""What an operator does with the index from a shell."""

import click
from flask.cli import with_appcontext

from pro_am.foundation import marks
from pro_am.search import actions, queries
from pro_am.search.actions.words import write_words
from pro_am.search.engines import IndexBroken
from pro_am.search.engines.current import engine


@click.command("status")
@with_appcontext
def status() -> None:
    """Say what the index holds, how far it has heard, and when it was last compared."""
    known, news = marks.all_marks(), queries.known_news()
    click.echo(engine().told())
    try:
        click.echo(f"Offers: {engine().count()}. Place in the outbox: {engine().position()}.")
    except IndexBroken as fault:
        click.echo(f"Broken: {fault}")
    click.echo(f"The outbox: {news.oldest} to {news.latest}.")
    for name, how in ((marks.Name.INDEX, "Whole"), (marks.Name.INDEX_BROKEN, "Broken")):
        if mark := known.get(name):
            click.echo(f"{how} at {mark.at:%Y-%m-%d %H:%MZ}. {mark.words}".rstrip())


@click.command("rebuild")
@with_appcontext
def rebuild() -> None:
    """Index everything anew; the old index serves meanwhile."""
    actions.rebuild()
    write_words()
    click.echo(f"{engine().count()} offers can be found.")


@click.command("check")
@with_appcontext
def check() -> None:
    """Compare the index with what was written, and with the database."""
    was_whole = actions.check()
    click.echo("The index is whole." if was_whole else "The index was broken and is built anew.")
