"""The application as an operator serves it: gunicorn, one process, threads."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from pro_am import config
from pro_am.operations.throw_away import Settings

UP_WITHIN = 60  # seconds
THREADS = 16


@dataclass(frozen=True)
class Served:
    address: str
    pid: int  # of the process that answers

    def memory_mb(self) -> float:
        """Resident memory now."""
        fields = Path(f"/proc/{self.pid}/statm").read_text().split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def served(settings: Settings) -> Iterator[Served]:
    """Serve that installation on a free port until the end of the block."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--workers", "1", "--threads", str(THREADS)]
    command += ["--log-level", "error", "--no-control-socket", "app:app"]
    root = Path(config.__file__).parents[1]
    process = subprocess.Popen(  # noqa: S603 - our own words
        command, cwd=root, env=_environment(settings, address)
    )
    try:
        _wait_until_up(process, address)
        yield Served(address, _only_child_of(process.pid))
    finally:
        process.terminate()
        process.wait()


def _environment(settings: Settings, address: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name[:7] != "PRO_AM_"}
    given = {**settings, "PUBLIC_URL": address, "ENV": "production"}
    names = ("INSTANCE_PATH", *(setting.name for setting in config.SETTINGS))
    ours = {f"PRO_AM_{name}": str(given[name]) for name in names if given.get(name) is not None}
    return {**inherited, **ours}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_until_up(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + UP_WITHIN
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(f"{address}/en/", timeout=UP_WITHIN):  # noqa: S310 - our own server
                return
        except URLError:
            time.sleep(0.1)
    raise RuntimeError("The web server did not start.")


def _only_child_of(pid: int) -> int:
    (child,) = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(child)
