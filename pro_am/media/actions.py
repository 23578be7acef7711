"""Taking pictures in, finishing them in the worker, and letting them go."""

import os
import shutil
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids, jobs
from pro_am.foundation.database import db, transaction
from pro_am.media import queries, rules, sandbox
from pro_am.media.models import Picture, Portrait
from pro_am.media.rules import PictureState, Rendition
from pro_am.media.sandbox import Size

ERASE = "media.erase"
FINISH = "media.finish"
CHUNK_BYTES = 256 * 1024

_uploading: set[int] = set()  # members whose picture this process is taking in
_uploading_lock = threading.Lock()


def keep_picture(owner: Member, stream: BinaryIO, alt: str, *, prefix: str = "") -> Picture:
    """Verify an upload, keep what can be shown at once, leave the rest to the worker; or refuse.

    One that is not for everybody has a `prefix` (see rules). The original is not kept. It is read
    piece by piece and decoded in a child process, which takes a moment: call this outside a
    transaction, so that nothing is locked meanwhile.
    """
    public_id = prefix + ids.public_id()
    uploads = queries.uploads()
    uploads.mkdir(exist_ok=True)
    with (
        _one_at_a_time(owner.id),
        TemporaryDirectory(dir=uploads, prefix="new-") as folder,
        TemporaryFile(dir=uploads) as original,
    ):
        _copy(stream, original)
        made = (rules.FALLBACK, rules.CLEAN_COPY)
        size = sandbox.render(original, Path(folder), made)
        weights = _put_in_place(Path(folder), public_id, made)
    try:
        with transaction():
            picture = _picture(owner, public_id, alt.strip(), size)
            picture.state, picture.bytes = PictureState.WAITING, weights[rules.FALLBACK]
            db.session.add(picture)
            jobs.enqueue(FINISH, public_id=public_id)
    except BaseException:
        erase(public_id)
        raise
    return picture


def finish_picture(public_id: str) -> None:
    """Make what `keep_picture` left to the worker; done twice, it does no harm."""
    picture, copy = queries.picture_with(public_id), queries.clean_copy_of(public_id)
    if picture is None or picture.state is PictureState.READY:
        copy.unlink(missing_ok=True)
        return
    with TemporaryDirectory(dir=queries.uploads(), prefix="new-") as folder:
        with copy.open("rb") as file:
            sandbox.render(file, Path(folder), rules.LATER)
        weights = _put_in_place(Path(folder), public_id, rules.LATER)
    with transaction():
        picture = queries.picture_with(public_id)  # it may have been dropped meanwhile
        if picture and picture.state is PictureState.WAITING:
            picture.state = PictureState.READY
            picture.bytes += sum(weights.values())
    if picture is None:
        erase(public_id)
    copy.unlink(missing_ok=True)


def keep_renditions(
    owner: Member,
    made: Mapping[Rendition, Path],
    alt: str,
    *,
    width: int,
    height: int,
    prefix: str = "",
) -> Picture:
    """Take in a picture of our own whose renditions are ready: they are copied, never decoded."""
    public_id, weight = prefix + ids.public_id(), 0
    with transaction():
        for rendition, place in queries.files_of(public_id).items():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made[rendition], place)
            weight += place.stat().st_size
        picture = _picture(owner, public_id, alt, Size(width, height))
        picture.state, picture.bytes = PictureState.READY, weight
        db.session.add(picture)
    return picture


def describe(picture: Picture, words: str) -> None:
    """Say what a picture shows, for people who cannot see it."""
    with transaction():
        picture.alt = words.strip()


def drop_picture(picture: Picture) -> None:
    """Forget a picture that nothing shows any more; its files go after the commit."""
    with transaction():
        jobs.enqueue(ERASE, public_id=picture.public_id)
        db.session.delete(picture)


def show_portrait(member: Member, picture: Picture) -> None:
    """Show another face; the one before goes. Who sees it stays as it was chosen."""
    with transaction():
        portrait = queries.portrait_of(member)
        if portrait is None:
            db.session.add(Portrait(member_id=member.id, picture_id=picture.id, is_public=False))
            return
        before, portrait.picture = portrait.picture, picture
        db.session.flush()  # nothing may point to the picture when it goes
        drop_picture(before)


def choose_who_sees(member: Member, *, everybody: bool) -> None:
    with transaction():
        if portrait := queries.portrait_of(member):
            portrait.is_public = everybody


def drop_portrait(member: Member) -> None:
    with transaction():
        if portrait := queries.portrait_of(member):
            picture = portrait.picture
            db.session.delete(portrait)
            db.session.flush()  # nothing may point to the picture when it goes
            drop_picture(picture)


def drop_pictures_of(member: Member) -> None:
    """Everything that a member has given; whatever showed it has let go of it."""
    with transaction():
        drop_portrait(member)
        for picture in db.session.scalars(select(Picture).where(Picture.owner_id == member.id)):
            drop_picture(picture)


def erase(public_id: str) -> None:
    for file in (*queries.files_of(public_id).values(), queries.clean_copy_of(public_id)):
        file.unlink(missing_ok=True)


@contextmanager
def _one_at_a_time(member_id: int) -> Iterator[None]:
    """One member's pictures come one after the other: nobody takes all the room there is."""
    with _uploading_lock:
        if member_id in _uploading:
            raise rules.OneAtATime
        _uploading.add(member_id)
    try:
        yield
    finally:
        _uploading.discard(member_id)


def _copy(stream: BinaryIO, file: BinaryIO) -> None:
    """Piece by piece, and no further than a picture may weigh."""
    weight = 0
    while piece := stream.read(CHUNK_BYTES):
        weight += len(piece)
        rules.check_weight(weight)
        file.write(piece)


def _picture(owner: Member, public_id: str, alt: str, size: Size) -> Picture:
    return Picture(
        public_id=public_id,
        owner_id=owner.id,
        width=size.width,
        height=size.height,
        alt=alt,
        created_at=clock.now(),
    )


def _put_in_place(
    folder: Path, public_id: str, renditions: Iterable[Rendition]
) -> dict[Rendition, int]:
    """Move renditions where they belong, safe from a power cut; return their bytes."""
    weights = {}
    for rendition in renditions:
        place = queries.uploads() / rules.file_of(public_id, rendition)
        made = folder / f"{rendition.width}.{rendition.extension}"
        with made.open("rb") as file:
            os.fsync(file.fileno())
        weights[rendition] = made.stat().st_size
        place.parent.mkdir(exist_ok=True)
        made.rename(place)  # within one disk: the folder is in the uploads
    return weights
