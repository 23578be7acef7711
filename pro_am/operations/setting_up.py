"""`flask setup`: everything between a fresh copy and a site that answers; harmless to repeat."""

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade
from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.operations.demo import seeding
from pro_am.profiles import actions as profiles
from pro_am.search import actions as search


@click.command("setup")
@click.option("--demo/--no-demo", default=None, help="Fill an empty community with a demo.")
@with_appcontext
def setup(*, demo: bool | None) -> None:
    """Bring the database up to date, and an empty development community to life."""
    upgrade()
    profiles.found_starting_crafts()
    is_development = current_app.config["ENV"] == "development"
    is_empty = not db.session.scalar(select(func.count()).select_from(Member))
    if is_empty and (is_development if demo is None else demo):
        seeding.fill()
    search.check()
    if is_development:
        for line in seeding.sign_ins():
            click.echo(line)
