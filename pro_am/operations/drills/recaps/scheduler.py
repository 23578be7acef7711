"""`flask work` as a process of its own, with a wrong clock; it can be killed at any moment."""

import multiprocessing
import os
from pathlib import Path

from flask.cli import ScriptInfo

from pro_am.foundation import clock
from pro_am.operations import throw_away
from pro_am.operations.drills.recaps.wrong_clock import WrongClock
from pro_am.operations.throw_away import Settings

# Each begins from a process that has read the program already, and holds no connection or lock.
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["pro_am.features"])


class Scheduler:
    def __init__(self, settings: Settings, clock_file: Path) -> None:
        self._arguments = (settings, clock_file)
        self.start()

    def start(self) -> None:
        self._process = _PROCESSES.Process(target=_work, args=self._arguments, daemon=True)
        self._process.start()

    def kill(self) -> None:
        """At once, whatever it is doing."""
        self._process.kill()
        self._process.join()

    def stop(self) -> None:
        self._process.terminate()
        self._process.join()


def _work(settings: Settings, clock_file: Path) -> None:
    log = Path(str(settings["INSTANCE_PATH"])) / "schedulers.log"
    with log.open("ab") as lines:
        os.dup2(lines.fileno(), 2)
    clock.set_wrong(WrongClock(clock_file).wrong_by)
    with throw_away.running(settings) as app:
        app.cli.main(["work"], obj=ScriptInfo(create_app=lambda: app), standalone_mode=False)
