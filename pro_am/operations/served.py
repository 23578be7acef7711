"""The application as an operator serves it: gunicorn, one process or several, threads."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

from pro_am import config
from pro_am.operations.throw_away import Settings

UP_WITHIN = 180  # seconds; a busy machine may need several attempts
THREADS = 16


@dataclass(frozen=True)
class Served:
    address: str
    workers: tuple[int, ...]
    """The processes that answer."""
    main: int
    """The one that starts them."""

    def memory_mb(self) -> float:
        """Resident memory now, of the worker that has most."""
        return max(_resident_mb(worker) for worker in self.workers)

    def kill_one(self, worker: int) -> None:
        """At once, whatever it is doing; another is started in its place."""
        os.kill(worker, signal.SIGKILL)

    def kill_all(self) -> None:
        """As when the machine takes them all."""
        os.killpg(self.main, signal.SIGKILL)


def environment(settings: Settings, address: str) -> dict[str, str]:
    """Of a process that serves this installation, or works for it."""
    inherited = {name: value for name, value in os.environ.items() if name[:7] != "PRO_AM_"}
    given = {**settings, "PUBLIC_URL": address, "ENV": "production"}
    names = ("INSTANCE_PATH", *(setting.name for setting in config.SETTINGS))
    ours = {f"PRO_AM_{name}": str(given[name]) for name in names if given.get(name) is not None}
    return {**inherited, **ours, "MALLOC_ARENA_MAX": "2"}  # as operations.md says


@contextmanager
def served(settings: Settings, *, workers: int = 1, port: int | None = None) -> Iterator[Served]:
    """Serve that installation, on a free port if none is named, until the end of the block."""
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--workers", str(workers), "--threads", str(THREADS)]
    command += ["--log-level", "error", "--no-control-socket", "app:app"]
    root = Path(config.__file__).parents[1]
    log = Path(str(settings["INSTANCE_PATH"])) / "server.log"  # a line for each request
    with log.open("wb") as lines:
        process = subprocess.Popen(  # noqa: S603 - our own words
            command,
            cwd=root,
            env=environment(settings, address),
            stderr=lines,
            start_new_session=True,  # a group of their own, so that all can be killed at once
        )
    try:
        _wait_until_up(process, address, log)
        yield Served(address, _children_of(process, workers), process.pid)
    finally:
        process.terminate()
        process.wait()


def _resident_mb(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_until_up(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + UP_WITHIN
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(f"{address}/en/", timeout=UP_WITHIN):  # noqa: S310 - our own server
                return
        except (OSError, HTTPException):  # not yet, or cut off
            time.sleep(0.1)
    raise RuntimeError(f"The web server did not start.\n{log.read_text()}")


def _children_of(process: subprocess.Popen[bytes], count: int) -> tuple[int, ...]:
    """The first answers before the last is there."""
    file = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + UP_WITHIN
    while time.monotonic() < deadline:
        children = tuple(int(child) for child in file.read_text().split())
        if len(children) == count:
            return children
        time.sleep(0.1)
    raise RuntimeError("The web server did not start all of its workers.")
