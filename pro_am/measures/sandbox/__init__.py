"""A child process that reads recordings (GPX, FIT) which strangers send; the pages do not.

The child (`read_activity.py`) limits its own memory and processor time before it reads a byte, and
is killed when it takes too long. Of where somebody was it tells nothing: no point leaves it.
"""

import json
import logging
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pro_am.measures.rules.files import NoActivity, TooManyFiles, TooMuchWork
from pro_am.measures.sandbox import read_activity

log = logging.getLogger(__name__)

WALL_SECONDS = 20
CPU_SECONDS = 10
MEMORY_BYTES = 640 * 1024 * 1024  # address space
MOST_POINTS = 200_000  # two days of one a second
AT_ONCE = 2  # children of one process
TOO_MUCH_WORK = (read_activity.TOO_LARGE, -signal.SIGXCPU, -signal.SIGKILL)

_places = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Activity:
    start: datetime  # naive UTC
    minutes: Decimal
    km: Decimal | None
    climb: int | None  # metres
    heart: int | None  # beats a minute, the mean


@dataclass(frozen=True, slots=True)
class Recording:
    activities: tuple[Activity, ...]
    broken_at: int | None  # the line, or the byte; what was read before it is there


def read_apart(content: bytes) -> Recording:
    """What was recorded; raise NoActivity or TooMuchWork."""
    if not _places.acquire(timeout=WALL_SECONDS):
        raise TooManyFiles
    try:
        answer = _run(content)
    finally:
        _places.release()
    if not answer["activities"]:
        raise NoActivity(place=answer["broken_at"] or 1)
    return Recording(
        tuple(
            Activity(
                datetime.fromisoformat(each["start"]),
                Decimal(str(each["minutes"])),
                None if each["km"] is None else Decimal(str(each["km"])),
                each["climb"],
                each["heart"],
            )
            for each in answer["activities"]
        ),
        answer["broken_at"],
    )


def _run(content: bytes) -> read_activity.Answer:
    order: read_activity.Order = {
        "memory_bytes": MEMORY_BYTES,
        "cpu_seconds": CPU_SECONDS,
        "most_points": MOST_POINTS,
    }
    # -I: nothing is imported because of the environment or the current folder. -B: no bytecode.
    command = [sys.executable, "-I", "-B", read_activity.__file__]
    try:
        child = subprocess.run(  # noqa: S603 - our own script; the file is its input only
            command,
            input=json.dumps(order).encode() + b"\n" + content,
            capture_output=True,
            env={},
            timeout=WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TooMuchWork from None
    if child.returncode in TOO_MUCH_WORK:
        raise TooMuchWork
    if child.returncode:
        reason = child.stderr.decode(errors="replace").strip().rpartition("\n")[-1]
        log.info("A recording was refused: exit %s, %s", child.returncode, reason[:200])
        raise NoActivity(place=1)
    answer: read_activity.Answer = json.loads(child.stdout)
    return answer
