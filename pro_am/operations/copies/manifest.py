"""What a copy says of itself: where it comes from, and a checksum for each of its files."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

NAME = "manifest.json"
DATABASE = "database"
UPLOADS = "uploads"
FORMAT = 1
CHUNK = 1024 * 1024


class Unusable(Exception):  # noqa: N818 - it reads as what it is
    """A copy, or a place for one, that cannot be used; the message is for the operator."""


@dataclass(frozen=True)
class Part:
    """One file of the copy."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    format: int
    made_at: str  # ISO 8601, UTC
    engine: str  # sqlite or postgresql
    migrations: list[str]
    versions: dict[str, str]
    settings: dict[str, object]  # without secrets; for the reader, nothing is set from them
    rows: dict[str, int]  # by table
    files: dict[str, Part]

    def written(self) -> bytes:
        return json.dumps(asdict(self), indent=2, sort_keys=True).encode()

    @property
    def picture_count(self) -> int:
        return sum(name.startswith(f"{UPLOADS}/") for name in self.files)


def read(text: bytes) -> Manifest:
    try:
        facts = json.loads(text)
        files = {name: Part(**part) for name, part in facts.pop("files").items()}
        manifest = Manifest(**facts, files=files)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Unusable(f"{NAME} is damaged: this is no backup of Pro-Am, or not whole.") from None
    if manifest.format != FORMAT:
        raise Unusable(f"This backup has format {manifest.format}; this version reads {FORMAT}.")
    for name in manifest.files:
        _check_name(name)
    return manifest


def part_of(file: Path) -> Part:
    with file.open("rb") as stream:
        return Part(file.stat().st_size, checksum(chunks_of(stream)))


def checksum(chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def chunks_of(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


def _check_name(name: str) -> None:
    """Whoever made the file could write anything into it: nothing leaves its folder."""
    path = PurePosixPath(name)
    inside = path.parts[:1] in ((DATABASE,), (UPLOADS,)) and not path.is_absolute()
    if not inside or ".." in path.parts or "\\" in name or "\0" in name:
        raise Unusable(f"{NAME} names {name!r}, which belongs nowhere in a backup.")
