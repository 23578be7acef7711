"""Folders of an index on disk: whole generations, one of them serving, each file's hash known.

    FOLDER/current                 the name of the generation that serves
    FOLDER/000002-5d1c8a3f/        a generation: the engine's files, and their manifest
    FOLDER/000003-0c44b7e1.new/    one that is being built, or was when the machine stopped
    FOLDER/set-aside/              the last one that was found broken, with the reason, for a look
    FOLDER.lock                    held by who writes; beside the folder, which may be replaced

What a power cut or a bad disk does to these files is found by comparing them with the manifest.
"""

import fcntl
import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from pro_am.search.engines import IndexBroken, IndexOutdated

FORMAT = 3  # raise it when the analysis or the schema changes: older indexes are then rebuilt
KEPT = 2  # the generation that serves and the one before it

_CURRENT = "current"
_MANIFEST = "manifest"
_ASIDE = "set-aside"
_REASON = "reason"
_NEW = ".new"
_NAME = re.compile(r"\d{6,}-[0-9a-f]{8}")


@dataclass(frozen=True)
class Manifest:
    """What a generation holds, as of its last commit."""

    position: int
    count: int
    files: dict[str, str]
    """SHA-256 of each file, by name."""
    format: int = FORMAT


class Generations:
    """The folder of one index; for its user alone, since what is in it is trusted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def current(self) -> Path:
        try:
            name = (self._folder / _CURRENT).read_text(encoding="ascii")
        except (OSError, ValueError) as cause:
            raise IndexBroken(f"No index is in {self._folder}.") from cause
        if not (_NAME.fullmatch(name) and (self._folder / name).is_dir()):
            raise IndexBroken(f"The index {name!r} is gone from {self._folder}.")
        return self._folder / name

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One process at a time changes the generation that serves, or checks it."""
        with _lock(self._folder, "commit.lock"):
            yield

    @contextmanager
    def only_writer(self) -> Iterator[None]:
        """The index belongs to this machine, and so does the lock; it ends with its process."""
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        with _lock(self._folder.parent, f"{self._folder.name}.lock"):
            yield

    def set_aside(self, reason: str) -> bool:
        """Let the generation that serves serve no more, and keep it with the reason, it alone."""
        if not self._folder.is_dir():
            return False
        with self.locked():
            broken = self._serving_or_newest()
            (self._folder / _CURRENT).unlink(missing_ok=True)
            if broken is not None:
                shutil.rmtree(self._folder / _ASIDE, ignore_errors=True)
                aside = broken.rename(self._folder / _ASIDE)
                with suppress(OSError):  # a full disk may be the reason
                    (aside / _REASON).write_text(f"{broken.name}: {reason}\n")
            _sync(self._folder)
        return broken is not None

    def told(self) -> str:
        try:
            serving = self.current().name
        except IndexBroken as fault:
            serving = f"nothing ({fault})"
        kept = ", ".join(path.name for path in self._finished() if path.name != serving)
        try:
            aside = (self._folder / _ASIDE / _REASON).read_text().strip()
        except OSError:
            aside = "nothing"
        return f"Serving: {serving}. Kept: {kept or 'nothing'}. Set aside: {aside}."

    @contextmanager
    def building(self) -> Iterator[Path]:
        """An empty folder to build in. It serves once the block has ended well, else it is gone.

        One at a time; the generation that serves may be read and changed meanwhile.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder.chmod(0o700)
        with _lock(self._folder, "rebuild.lock"):
            for unfinished in self._folder.glob(f"*{_NEW}"):
                shutil.rmtree(unfinished)
            new = self._folder / f"{self._next_number():06d}-{secrets.token_hex(4)}{_NEW}"
            new.mkdir(mode=0o700)
            try:
                yield new
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)
                raise
            with self.locked():
                self._switch_to(new.rename(new.with_suffix("")))

    def _serving_or_newest(self) -> Path | None:
        try:
            return self.current()
        except IndexBroken:
            return next(reversed(self._finished()), None)

    def _finished(self) -> list[Path]:
        """Oldest first."""
        return sorted(p for p in self._folder.glob("[0-9]*-*") if p.suffix != _NEW)

    def _next_number(self) -> int:
        return max((int(p.name.split("-")[0]) for p in self._finished()), default=0) + 1

    def _switch_to(self, generation: Path) -> None:
        _sync(self._folder)
        _write_whole(self._folder / _CURRENT, generation.name)
        for old in self._finished()[:-KEPT]:
            shutil.rmtree(old)


def version(generation: Path) -> tuple[str, int, int]:
    """Changes with every commit; cheap enough to ask before every search."""
    try:
        manifest = (generation / _MANIFEST).stat()
    except OSError as cause:
        raise IndexBroken(f"{generation.name} has no manifest.") from cause
    return generation.name, manifest.st_ino, manifest.st_mtime_ns


def seal(generation: Path, *, position: int, count: int) -> None:
    """Bring the generation's files to the disk, then their manifest.

    Files never change once written, so only those that are new to the manifest are read.
    """
    sealed = read_manifest(generation).files if (generation / _MANIFEST).exists() else {}
    files = {}
    for path in _files(generation):
        if path.name not in sealed:
            _sync(path)
        files[path.name] = sealed.get(path.name) or _sha256(path)
    body = json.dumps(asdict(Manifest(position, count, files)), sort_keys=True)
    _write_whole(generation / _MANIFEST, f"{_sha256_of(body)}\n{body}")


def read_manifest(generation: Path) -> Manifest:
    try:
        digest, body = (generation / _MANIFEST).read_text(encoding="ascii").split("\n")
    except (OSError, ValueError) as cause:
        raise IndexBroken(f"The manifest of {generation.name} cannot be read.") from cause
    if digest != _sha256_of(body):
        raise IndexBroken(f"The manifest of {generation.name} has changed.")
    manifest = Manifest(**json.loads(body))
    if manifest.format != FORMAT:
        raise IndexOutdated(f"{generation.name} has format {manifest.format}, not {FORMAT}.")
    return manifest


def check_files(generation: Path) -> Manifest:
    """Compare every file with the manifest; call it while the generation is locked."""
    manifest = read_manifest(generation)
    try:
        found = {path.name: _sha256(path) for path in _files(generation)}
    except OSError as cause:
        raise IndexBroken(f"A file of {generation.name} cannot be read.") from cause
    wrong = sorted(name for name, _ in found.items() ^ manifest.files.items())
    if wrong:
        raise IndexBroken(f"Not as written in {generation.name}: {', '.join(dict.fromkeys(wrong))}")
    return manifest


def _files(generation: Path) -> list[Path]:
    return [p for p in generation.iterdir() if p.is_file() and p.suffix in (".seg", ".toc")]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _write_whole(path: Path, text: str) -> None:
    """Replace the file at once: whoever reads it sees the old text or the new, even after a cut."""
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    new.write_text(text, encoding="ascii")
    _sync(new)
    new.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _lock(folder: Path, name: str) -> Iterator[None]:
    """Wait for the lock; the system lets go of it when its process ends, however it ends."""
    try:
        file = (folder / name).open("w", encoding="ascii")
    except OSError as cause:
        raise IndexBroken(f"{folder} cannot be written.") from cause
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
