"""A child process that reads what strangers send; neither the pages nor the worker do.

The child (`read_file.py`) limits its own memory and processor time before it reads a byte, and is
killed when it takes too long. Whatever goes wrong in it is a refusal here.
"""

import json
import logging
import signal
import subprocess
import sys
from datetime import datetime

from pro_am.calendar_sources.rules.reading import Owner, Reading
from pro_am.calendar_sources.rules.refusals import NoCalendar, TooMuchWork
from pro_am.calendar_sources.rules.troubles import Remark, Trouble
from pro_am.calendar_sources.sandbox import read_file
from pro_am.foundation.time_slots import TimeSlot

log = logging.getLogger(__name__)

WALL_SECONDS = 20  # a busy machine takes its time
CPU_SECONDS = 5
MEMORY_BYTES = 256 * 1024 * 1024  # address space
TOO_MUCH_WORK = (read_file.TOO_LARGE, -signal.SIGXCPU, -signal.SIGKILL)


def read_apart(content: bytes, span: TimeSlot, owner: Owner) -> Reading:
    """`rules.reading.read` in a child; raise NoCalendar or TooMuchWork."""
    # -I: nothing is imported because of the environment or the current folder. -B: no bytecode.
    command = [sys.executable, "-I", "-B", read_file.__file__]
    try:
        child = subprocess.run(  # noqa: S603 - our own script; the file is its input only
            command,
            input=_order(span, owner) + content,
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
        log.info("A calendar was refused: exit %s, %s", child.returncode, reason)
        raise NoCalendar
    answer: read_file.Answer = json.loads(child.stdout)
    return Reading(
        [TimeSlot(*map(datetime.fromisoformat, pair)) for pair in answer["busy"]],
        answer["events"],
        [Remark(line, Trouble(trouble)) for line, trouble in answer["remarks"]],
        answer["essence"],
    )


def _order(span: TimeSlot, owner: Owner) -> bytes:
    order: read_file.Order = {
        "from": span.start.isoformat(),
        "to": span.end.isoformat(),
        "zone": owner.zone,
        "emails": sorted(owner.emails),
        "host": owner.host,
        "memory_bytes": MEMORY_BYTES,
        "cpu_seconds": CPU_SECONDS,
    }
    return json.dumps(order).encode() + b"\n"
