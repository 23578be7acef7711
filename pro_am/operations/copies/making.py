"""`flask backup`: the whole community in one file, while it goes on."""

import os
import shutil
import tarfile
from datetime import datetime
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from platform import python_version
from tempfile import TemporaryDirectory

from flask import current_app
from sqlalchemy import text

from pro_am.config import SETTINGS
from pro_am.foundation import clock, marks
from pro_am.foundation.database import db
from pro_am.media.queries import uploads
from pro_am.operations.copies import databases
from pro_am.operations.copies.manifest import (
    DATABASE,
    FORMAT,
    NAME,
    UPLOADS,
    Manifest,
    Unusable,
    part_of,
)

TEMPORARY = "new-"  # what media is still writing


def usual_place() -> Path:
    folder = Path(current_app.instance_path) / "backups"
    return folder / f"pro-am-{clock.now():%Y%m%d-%H%M%S}.tar"


def make(file: Path) -> Manifest:
    """Write the copy beside its place, and put it there once it is whole."""
    if file.exists():
        raise Unusable(f"{file} is there already; a backup overwrites nothing.")
    databases.check_tools()
    file.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=file.parent, prefix=".backup-") as folder:
        stage = Path(folder)
        _take_pictures(stage / UPLOADS)
        rows = databases.snapshot(stage / DATABASE)
        # Once more: those added between, whose rows the snapshot has. One that was erased between
        # was taken the first time. So every picture of the snapshot is here.
        _take_pictures(stage / UPLOADS)
        manifest = _manifest_of(stage, rows)
        whole = stage / "whole.tar"
        _write(whole, stage, manifest)
        os.link(whole, file)  # fails, rather than overwrites, when somebody was quicker
    marks.put(marks.Name.BACKUP, str(file))
    return manifest


def _take_pictures(stage: Path) -> None:
    """As further names of the same files where the disk is the same: no bytes are copied."""
    stage.mkdir(exist_ok=True)
    source = uploads()
    if not source.is_dir():
        return
    for folder, names, files in os.walk(source):
        names[:] = [name for name in names if not name.startswith(TEMPORARY)]
        target = stage / Path(folder).relative_to(source)
        target.mkdir(exist_ok=True)
        for name in files:
            _take(Path(folder) / name, target / name)


def _take(source: Path, target: Path) -> None:
    if target.exists():
        return
    try:
        os.link(source, target)
    except FileNotFoundError:
        return  # erased a moment ago
    except OSError:
        shutil.copyfile(source, target)  # another disk


def _manifest_of(stage: Path, rows: dict[str, int]) -> Manifest:
    files = sorted(path for path in stage.rglob("*") if path.is_file())
    with db.engine.connect() as connection:
        migrations = connection.scalars(text("SELECT version_num FROM alembic_version")).all()
    moment: datetime = clock.now()
    return Manifest(
        format=FORMAT,
        made_at=moment.isoformat(timespec="seconds") + "Z",
        engine=databases.engine_name(),
        migrations=sorted(migrations),
        versions={"python": python_version(), "sqlalchemy": version("sqlalchemy")},
        settings={
            setting.name: current_app.config[setting.name]
            for setting in SETTINGS
            if not setting.is_secret
        },
        rows=rows,
        files={path.relative_to(stage).as_posix(): part_of(path) for path in files},
    )


def _write(whole: Path, stage: Path, manifest: Manifest) -> None:
    """The manifest first, so that whoever reads the file knows what to expect."""
    with whole.open("wb") as stream:
        whole.chmod(0o600)  # everything people have entrusted to the community is in it
        with tarfile.open(fileobj=stream, mode="w") as tar:
            written = manifest.written()
            entry = tarfile.TarInfo(NAME)
            entry.size = len(written)
            tar.addfile(entry, BytesIO(written))
            for name, part in manifest.files.items():
                entry = tarfile.TarInfo(name)
                entry.size = part.bytes
                with (stage / name).open("rb") as content:
                    tar.addfile(entry, content)
        stream.flush()
        os.fsync(stream.fileno())
