"""`flask setup`: everything between a fresh copy and a site that answers; harmless to repeat."""

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade

from pro_am.intake.actions import writing
from pro_am.operations.demo import seeding, today
from pro_am.profiles import actions as profiles
from pro_am.search import actions as search
from pro_am.search.actions import synonyms, words


@click.command("setup")
@with_appcontext
def setup() -> None:
    """Bring the database up to date, and an empty development community to life."""
    upgrade()
    profiles.found_starting_crafts()
    writing.found_starting_questionnaires()
    synonyms.found_starting_synonyms()
    is_development = current_app.config["ENV"] == "development"
    if is_development and seeding.is_empty():
        seeding.fill()
        today.fill()
    search.check()
    words.write_words_if_due()
    if is_development:
        for line in seeding.sign_ins():
            click.echo(line)
