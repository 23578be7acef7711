"""Taking pictures in, and letting them go."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids, jobs
from pro_am.foundation.database import db, transaction
from pro_am.media import queries, rules, sandbox
from pro_am.media.models import Picture
from pro_am.media.rules import Rendition

ERASE = "media.erase"


def keep_picture(owner: Member, stream: BinaryIO, alt: str, *, private: bool = False) -> Picture:
    """Verify an upload, write its clean renditions, and only then its row; or refuse.

    The original is not kept. A phone's picture takes about a second in a child process: call this
    outside a transaction, so that nothing is locked meanwhile.
    """
    content = stream.read(rules.LARGEST_BYTES + 1)
    public_id = rules.private_id(ids.public_id()) if private else ids.public_id()
    uploads = queries.uploads()
    uploads.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=uploads, prefix="new-") as folder:
        size = sandbox.render(content, Path(folder), rules.RENDITIONS)
        weight = _put_in_place(Path(folder), public_id)
    try:
        with transaction():
            picture = Picture(
                public_id=public_id,
                owner_id=owner.id,
                width=size.width,
                height=size.height,
                alt=alt.strip(),
                bytes=weight,
                created_at=clock.now(),
            )
            db.session.add(picture)
    except BaseException:
        erase(public_id)
        raise
    return picture


def keep_renditions(
    owner: Member, made: Mapping[Rendition, Path], alt: str, *, width: int, height: int
) -> Picture:
    """Take in a picture of our own whose renditions are ready: they are copied, never decoded."""
    public_id, weight = ids.public_id(), 0
    with transaction():
        for rendition, place in queries.files_of(public_id).items():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made[rendition], place)
            weight += place.stat().st_size
        picture = Picture(
            public_id=public_id,
            owner_id=owner.id,
            width=width,
            height=height,
            alt=alt,
            bytes=weight,
            created_at=clock.now(),
        )
        db.session.add(picture)
        db.session.flush()  # whoever shows it needs its id
    return picture


def drop_picture(picture: Picture) -> None:
    """Forget a picture that nothing shows any more; its files go after the commit."""
    with transaction():
        jobs.enqueue(ERASE, public_id=picture.public_id)
        db.session.delete(picture)


def erase(public_id: str) -> None:
    for file in queries.files_of(public_id).values():
        file.unlink(missing_ok=True)


def _put_in_place(folder: Path, public_id: str) -> int:
    """Move the renditions where they are served, safe from a power cut; return their bytes."""
    weight = 0
    for rendition, place in queries.files_of(public_id).items():
        made = folder / f"{rendition.width}.{rendition.extension}"
        with made.open("rb") as file:
            os.fsync(file.fileno())
        weight += made.stat().st_size
        place.parent.mkdir(exist_ok=True)
        made.rename(place)  # within one disk: the folder is in the uploads
    return weight
