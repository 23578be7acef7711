"""A child process that opens what strangers send; the web process never decodes a picture.

The child (`decode.py`) limits its own memory, processor time and files before it reads a byte, and
is killed when it takes too long. Whatever goes wrong in it is a refusal here.
"""

import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from pro_am.media import rules
from pro_am.media.rules import Format, Rendition
from pro_am.media.sandbox import decode

log = logging.getLogger(__name__)

WALL_SECONDS = 20
CPU_SECONDS = 12
MEMORY_BYTES = 768 * 1024 * 1024  # address space
FILE_BYTES = 8 * 1024 * 1024  # each rendition
TOO_MUCH_WORK = (decode.TOO_LARGE, -signal.SIGXCPU, -signal.SIGKILL)
FIRST_BYTES = 256  # what tells the format
AT_ONCE = 2  # children of one process: what bounds the memory of the machine

_places = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Size:
    """Of the picture as people see it, upright, in points."""

    width: int
    height: int


def render(file: BinaryIO, folder: Path, renditions: Iterable[Rendition]) -> Size:
    """Verify a picture and write its clean renditions into `folder` as `<width>.<extension>`.

    The file is one on the disk: the child reads it, this process looks at its first bytes only.
    Raise the refusal that fits when it is not a picture, too large, broken, or too much work.
    """
    file.flush()
    rules.check_weight(os.fstat(file.fileno()).st_size)
    kind = rules.format_of(os.pread(file.fileno(), FIRST_BYTES, 0))
    if kind is Format.HEIC and not reads_heic():
        raise rules.HeicNotSupported
    if not _places.acquire(timeout=WALL_SECONDS):
        raise rules.TooManyAtOnce
    try:
        answer = _run(file, folder, _order(kind, renditions))
    finally:
        _places.release()
    return Size(answer["width"], answer["height"])


def reads_heic() -> bool:
    """Whether the optional pillow-heif is installed."""
    return find_spec("pillow_heif") is not None


def _order(kind: Format, renditions: Iterable[Rendition]) -> str:
    order: decode.Order = {
        "format": kind,
        "most_pixels": rules.MOST_PIXELS,
        "longest_side": rules.LONGEST_SIDE,
        "renditions": [(each.width, each.extension) for each in renditions],
        "memory_bytes": MEMORY_BYTES,
        "cpu_seconds": CPU_SECONDS,
        "file_bytes": FILE_BYTES,
    }
    return json.dumps(order)


def _run(file: BinaryIO, folder: Path, order: str) -> dict[str, int]:
    # -I: nothing is imported because of the environment or the current folder. -B: no bytecode.
    command = [sys.executable, "-I", "-B", decode.__file__, order]
    os.lseek(file.fileno(), 0, os.SEEK_SET)  # the child reads on from where we stand
    try:
        child = subprocess.run(  # noqa: S603 - our own script; the upload is its input only
            command,
            stdin=file,
            capture_output=True,
            cwd=folder,
            env={},
            timeout=WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise rules.PictureTooLarge from None
    if child.returncode in TOO_MUCH_WORK:
        raise rules.PictureTooLarge
    if child.returncode:
        reason = child.stderr.decode(errors="replace").strip().rpartition("\n")[-1]
        log.info("A picture was refused: exit %s, %s", child.returncode, reason)
        raise rules.PictureBroken
    answer: dict[str, int] = json.loads(child.stdout)
    return answer
