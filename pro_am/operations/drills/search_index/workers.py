"""The worker as an operator runs it, and what may happen to its process."""

import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pro_am import config
from pro_am.operations.served import environment
from pro_am.operations.throw_away import Settings

ROOT = Path(config.__file__).parents[1]
FULL_AT = 2_000  # bytes that a file may still have


class Worker:
    def __init__(self, settings: Settings, address: str) -> None:
        self._settings = settings
        self._address = address
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        log = Path(str(self._settings["INSTANCE_PATH"])) / "worker.log"
        with log.open("ab") as lines:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "flask", "--app", "app", "work"],
                cwd=ROOT,
                env=environment(self._settings, self._address),
                stdout=lines,
                stderr=lines,
            )

    def kill(self) -> None:
        """At once, whatever it is doing."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait()

    @property
    def is_there(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @contextmanager
    def without_room(self) -> Iterator[None]:
        """As on a full disk: nothing it writes may pass FULL_AT, its database included.

        A limit of the system on the size of files of this one process; writing more fails with
        EFBIG where a full disk says ENOSPC, which everything of ours treats alike.
        """
        assert self._process is not None  # noqa: S101 - the drill has started it
        limit, pid = resource.RLIMIT_FSIZE, self._process.pid
        before = resource.prlimit(pid, limit)
        resource.prlimit(pid, limit, (FULL_AT, before[1]))
        try:
            yield
        finally:
            if self.is_there:
                resource.prlimit(pid, limit, before)


@contextmanager
def working(settings: Settings, address: str) -> Iterator[Worker]:
    worker = Worker(settings, address)
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()
