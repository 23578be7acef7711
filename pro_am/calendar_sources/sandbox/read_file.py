"""The script of the child: the first line of its input is an `Order` as JSON, the rest the file.

Run by its path. Of the product it imports the rules alone, once its own limits hold. It answers
with an `Answer` as JSON, and exits with `TOO_LARGE`, or as Python does after an error, which means
that there is no calendar in the file.
"""

import json
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType, ModuleType
from typing import TypedDict

TOO_LARGE = 3  # exit status
SECONDS_AN_EVENT = 0.5  # of the processor; what takes longer is left out, and named

Order = TypedDict(
    "Order",
    {
        "from": str,  # UTC, as ISO 8601
        "to": str,
        "zone": str,
        "emails": list[str],
        "host": str,
        "memory_bytes": int,
        "cpu_seconds": int,
    },
)


class Answer(TypedDict):
    busy: list[tuple[str, str]]
    events: int
    remarks: list[tuple[int, str]]
    essence: str


def main() -> None:
    order: Order = json.loads(sys.stdin.buffer.readline())
    _limit_this_process(order)
    try:
        answer = _read(sys.stdin.buffer.read(), order)
        json.dump(answer, sys.stdout)
    except MemoryError:
        sys.exit(TOO_LARGE)


def _limit_this_process(order: Order) -> None:
    for what, most in (
        (resource.RLIMIT_AS, order["memory_bytes"]),
        (resource.RLIMIT_CPU, order["cpu_seconds"]),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 32),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _read(content: bytes, order: Order) -> Answer:
    _let_import_from_the_product()
    from pro_am.calendar_sources.rules import reading
    from pro_am.foundation.time_slots import TimeSlot

    @contextmanager
    def patience() -> Iterator[None]:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_AN_EVENT)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise reading.TookTooLong

    signal.signal(signal.SIGVTALRM, give_up)
    span = TimeSlot(datetime.fromisoformat(order["from"]), datetime.fromisoformat(order["to"]))
    owner = reading.Owner(order["zone"], frozenset(order["emails"]), order["host"])
    found = reading.read(content, span, owner, patience=patience)
    return {
        "busy": [(slot.start.isoformat(), slot.end.isoformat()) for slot in found.busy],
        "events": found.events,
        "remarks": [(remark.line, remark.trouble.value) for remark in found.remarks],
        "essence": found.essence,
    }


def _let_import_from_the_product() -> None:
    """A package of its name without what is in its front door, which imports all of it."""
    package = ModuleType("pro_am")
    package.__path__ = [str(Path(__file__).parents[2])]
    sys.modules["pro_am"] = package


if __name__ == "__main__":
    main()
