"""`flask restore`: a copy put back, checked first, and silent until somebody agrees."""

import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic.script import ScriptDirectory
from flask import current_app
from flask_migrate import upgrade

from pro_am.accounts import actions as accounts
from pro_am.foundation import clock, marks
from pro_am.foundation.database import MIGRATIONS, db
from pro_am.media.queries import uploads
from pro_am.notifications import actions as notifications
from pro_am.operations.copies import databases, manifest
from pro_am.operations.copies.manifest import DATABASE, UPLOADS, Manifest, Part, Unusable
from pro_am.search import actions as search

WORKER_SEEN_WITHIN = timedelta(minutes=1)


def restore(file: Path, *, replace: bool) -> Manifest:
    """Nothing is touched before every checksum was right and the place is free.

    Afterwards whoever was signed in is not, links in old letters are dead, and letters are held.
    """
    databases.check_tools()
    _check_place(replace=replace)
    home = Path(current_app.instance_path)
    with TemporaryDirectory(dir=home, prefix=".restore-") as folder:
        stage = Path(folder)
        with _opened(file) as tar:
            said = _read_manifest(tar)
            _check_origin(said)
            _unpack(tar, said, stage)
        databases.load(stage / DATABASE)
        upgrade()
        notifications.hold_letters()
        accounts.end_all_sessions_and_links()
        marks.take_away(marks.Name.WORKER)  # it was another machine's
        _put_pictures(stage / UPLOADS)
    search.rebuild()
    return said


def _check_place(*, replace: bool) -> None:
    has_pictures = uploads().is_dir() and any(uploads().iterdir())
    if (databases.holds_members() or has_pictures) and not replace:
        raise Unusable(
            "There is a community here already. With --replace it is lost, and the backup takes"
            " its place."
        )
    worker = marks.all_marks().get(marks.Name.WORKER) if databases.holds_members() else None
    if worker and clock.now() - worker.at < WORKER_SEEN_WITHIN:
        raise Unusable("A worker is running here. Stop it and the web server, then restore.")
    db.session.rollback()


@contextmanager
def _opened(file: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(file, mode="r:") as tar:
            yield tar
    except FileNotFoundError:
        raise Unusable(f"There is no file {file}.") from None
    except (tarfile.TarError, OSError, EOFError) as fault:
        raise Unusable(f"{file} cannot be read as a backup: {fault}") from None


def _read_manifest(tar: tarfile.TarFile) -> Manifest:
    entry = tar.next()
    content = tar.extractfile(entry) if entry and entry.name == manifest.NAME else None
    if content is None:
        raise Unusable(f"The file does not begin with {manifest.NAME}: it is no backup of Pro-Am.")
    return manifest.read(content.read())


def _check_origin(said: Manifest) -> None:
    here = databases.engine_name()
    if said.engine != here:
        raise Unusable(f"This backup is of a {said.engine} database; this place uses {here}.")
    known = {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    if unknown := set(said.migrations) - known:
        raise Unusable(
            f"This backup is of a later version of Pro-Am (migration {', '.join(sorted(unknown))})."
            " Upgrade first, then restore."
        )


def _unpack(tar: tarfile.TarFile, said: Manifest, stage: Path) -> None:
    """Write what the manifest names, and nothing else, and compare as it is written."""
    missing = dict(said.files)
    while entry := tar.next():
        expected = missing.pop(entry.name, None)
        content = tar.extractfile(entry) if expected and entry.isreg() else None
        if expected is None or content is None:
            raise Unusable(f"{entry.name} is in the file, but not in its manifest.")
        target = stage / entry.name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            for chunk in manifest.chunks_of(content):  # type: ignore[arg-type]  # IO[bytes] reads
                stream.write(chunk)
        _compare(entry.name, manifest.part_of(target), expected)
    if missing:
        raise Unusable(f"{sorted(missing)[0]} is missing: the file is not whole.")


def _compare(name: str, found: Part, expected: Part) -> None:
    if found != expected:
        raise Unusable(f"{name} is damaged: its checksum is not the one in the manifest.")


def _put_pictures(stage: Path) -> None:
    """In two renames, so that there is never half of them."""
    place = uploads()
    before = place.with_name("uploads.before")
    shutil.rmtree(before, ignore_errors=True)
    stage.mkdir(exist_ok=True)
    if place.exists():
        place.rename(before)
    os.rename(stage, place)  # noqa: PTH104 - within one disk
    shutil.rmtree(before, ignore_errors=True)
