"""`flask demo`: a community to look around in, where there is nobody yet."""

import sys

import click
from flask import current_app
from flask.cli import with_appcontext

from pro_am.operations.demo import seeding


@click.command("demo")
@click.option("--seed", default=seeding.SEED, show_default=True, help="Another tells other days.")
@with_appcontext
def demo(*, seed: int) -> None:
    """Fill an empty community with invented people and two years of what they did."""
    if current_app.config["ENV"] != "development":
        click.echo(
            "The demo's people have a published password, stewards among them: it is for"
            " development (PRO_AM_ENV=development) alone.",
            err=True,
        )
        sys.exit(2)
    if not seeding.is_empty():
        click.echo(
            "This community has members. The demo would mix invented people with real ones, so it"
            " only fills an empty community.",
            err=True,
        )
        sys.exit(2)
    seeding.fill(seed=seed)
    for line in seeding.sign_ins():
        click.echo(line)
