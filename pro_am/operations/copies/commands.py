"""`flask backup` and `flask restore`."""

import json
import sys
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy import func, select

from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.operations.copies import making, restoring
from pro_am.operations.copies.manifest import Manifest, Unusable

A_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("backup")
@click.argument("file", type=A_FILE, required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_appcontext
def backup(*, file: Path | None, as_json: bool) -> None:
    """Copy the whole community into FILE, while it runs: database and pictures.

    Default: a new file in the folder `backups` of the instance. Secrets are not in it.
    """
    file = (file or making.usual_place()).absolute()
    try:
        made = making.make(file)
    except (Unusable, OSError) as fault:
        _give_up(fault)
    size = file.stat().st_size
    if as_json:
        click.echo(json.dumps({"file": str(file), "bytes": size, **_figures(made)}))
    else:
        click.echo(f"{file}: {size / 1e6:.1f} MB, {_in_words(made)}.")


@click.command("restore")
@click.argument("file", type=A_FILE)
@click.option("--replace", is_flag=True, help="In place of the community that is here: it is lost.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_appcontext
def restore(*, file: Path, replace: bool, as_json: bool) -> None:
    """Put the community of FILE here, once every checksum is right.

    It sends no letter until `flask letters resume`, and everybody signs in anew.
    """
    try:
        said = restoring.restore(file, replace=replace)
    except Unusable as fault:
        _give_up(fault)
    waiting = db.session.scalar(
        select(func.count()).select_from(Letter).where(Letter.state == "waiting")
    )
    if as_json:
        click.echo(json.dumps({"file": str(file), "letters_held": waiting, **_figures(said)}))
        return
    click.echo(f"Restored as it was at {said.made_at}: {_in_words(said)}.")
    click.echo(
        f"Letters are held, {waiting} of them waiting. If the old installation has sent or will"
        " send them:\n  flask --app app letters resume --drop-waiting\nelse:\n"
        "  flask --app app letters resume"
    )


def _figures(said: Manifest) -> dict[str, object]:
    return {
        "made_at": said.made_at,
        "engine": said.engine,
        "members": said.rows.get("members", 0),
        "rows": sum(said.rows.values()),
        "pictures": said.picture_count,
    }


def _in_words(said: Manifest) -> str:
    members, rows = said.rows.get("members", 0), sum(said.rows.values())
    return f"{members} members, {rows} rows, {said.picture_count} files of pictures"


def _give_up(fault: Exception) -> None:
    click.echo(str(fault), err=True)
    sys.exit(2)
