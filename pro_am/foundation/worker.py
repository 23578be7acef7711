"""`flask work`: the process that does what waits, in three lanes."""

import logging
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from types import FrameType

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import OperationalError

from pro_am.foundation import clock, jobs, marks
from pro_am.foundation.database import db, transaction
from pro_am.foundation.jobs import Lane

log = logging.getLogger(__name__)

IDLE_SECONDS = 0.5
HEARTBEAT_EVERY = timedelta(seconds=20)


class Stopping:
    """Whether the worker is asked to stop: no lock, since a signal may come at any moment."""

    is_asked = False

    def ask(self, _ended: object) -> None:
        self.is_asked = True


def attach(app: Flask) -> None:
    app.cli.add_command(work)


@click.command("work")
@click.option("--once", is_flag=True, help="Do what is due now, then stop.")
@with_appcontext
def work(*, once: bool) -> None:
    """Do the waiting work: letters, the index, scores, pictures."""
    stopping = Stopping()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.is_asked = True  # the job under way is finished first

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if once:
        jobs.run_due(lambda: stopping.is_asked)
    else:
        work_until(stopping)


def work_until(stopping: Stopping) -> None:
    """In several lanes, when some kinds are set apart; what ends one of them ends the worker."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    beside = [
        lane
        for lane, kinds in ((Lane.URGENT, "pro_am_urgent"), (Lane.APART, "pro_am_apart"))
        if app.extensions[kinds]
    ]
    if not beside:
        _work_in(Lane.ALL, stopping)
        return
    with ThreadPoolExecutor(len(beside), thread_name_prefix="beside") as pool:
        lanes = [pool.submit(_work_beside, app, lane, stopping) for lane in beside]
        for each in lanes:
            each.add_done_callback(stopping.ask)
        try:
            _work_in(Lane.OTHERS, stopping)
        finally:
            stopping.is_asked = True
    for each in lanes:
        each.result()


def _work_beside(app: Flask, lane: Lane, stopping: Stopping) -> None:
    with app.app_context():
        if lane is Lane.APART:
            _trying(_ask_for_first_work)
        _work_in(lane, stopping)


def _ask_for_first_work() -> None:
    with transaction():
        for kind in current_app.extensions["pro_am_at_start"]:
            jobs.enqueue(kind, key="at start")


def _work_in(lane: Lane, stopping: Stopping) -> None:
    heartbeat = Heartbeat()

    def asked_between_jobs() -> bool:
        if lane in (Lane.ALL, Lane.OTHERS):
            heartbeat.beat()
        return stopping.is_asked

    # One job a round: what comes in meanwhile is done together, not one after the other.
    most = 1 if lane is Lane.APART else None
    while not stopping.is_asked:
        _trying(lambda: asked_between_jobs() or jobs.run_due(asked_between_jobs, lane, most))
        db.session.remove()
        time.sleep(IDLE_SECONDS)


def _trying(deed: Callable[[], object]) -> None:
    try:
        deed()
    except OperationalError as fault:
        log.warning("The database did not answer; trying again: %s", fault.orig)
        db.session.rollback()


class Heartbeat:
    """Says now and then that a worker is alive: whoever watches cannot see its process."""

    def __init__(self) -> None:
        self._latest: datetime | None = None

    def beat(self) -> None:
        now = clock.now()
        if self._latest is None or now - self._latest >= HEARTBEAT_EVERY:
            marks.put(marks.Name.WORKER)
            self._latest = now
