"""`flask demo`: a community to look around in, of the size that is wished."""

import sys

import click
from flask import current_app
from flask.cli import with_appcontext

from pro_am.operations.demo import crowds, seeding, today
from pro_am.search import actions as search
from pro_am.trust import jobs as trust

LARGEST = 100_000


@click.command("demo")
@click.option("--seed", default=seeding.SEED, show_default=True, help="Another tells other days.")
@click.option(
    "--people",
    type=click.IntRange(1, LARGEST),
    default=1,
    help="Grow the demo to so many people; 200 of them are written by hand and always there.",
)
@with_appcontext
def demo(*, seed: int, people: int) -> None:
    """Fill a community with invented people and what they did; repeating it adds nothing."""
    if current_app.config["ENV"] != "development":
        _refuse(
            "The demo's people have a published password, stewards among them: it is for"
            " development (PRO_AM_ENV=development) alone."
        )
    if crowds.others():
        click.echo("There are members who are not of the demo; they stay as they are.", err=True)
    if not seeding.is_filled():
        if crowds.demo_people():
            _refuse("Somebody already has an address at example.org, which the demo's people need.")
        seeding.fill(seed=seed)
        today.fill()
    _grow(people, seed)
    for line in seeding.sign_ins():
        click.echo(line)


def _grow(people: int, seed: int) -> None:
    missing = max(0, people - crowds.demo_people())
    if not missing:
        return
    with click.progressbar(length=missing, label="People", file=sys.stderr) as bar:
        for added in crowds.grow(people, seed):
            bar.update(added)
    steps = (
        ("scores", trust.recompute),
        ("the search index", search.rebuild),
    )
    for name, renew in steps:
        click.echo(f"Computing {name} ...", err=True)
        renew()


def _refuse(why: str) -> None:
    click.echo(why, err=True)
    sys.exit(2)
