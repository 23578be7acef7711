"""Work for later: rows written in the transaction of the deed, done by `flask work` (worker.py).

Any number of workers may run. A job is claimed by a conditional update that is committed before
the work starts; a worker that dies loses its claim when the lease ends, and another takes the job
up. So handlers must bear being run twice; what cannot (a letter) keeps its own state.
"""

import enum
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from flask import Flask, current_app
from sqlalchemy import (
    ColumnElement,
    Executable,
    Index,
    Table,
    delete,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation import clock
from pro_am.foundation.database import Model, db, transaction

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
PAUSES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
MOST_ATTEMPTS = len(PAUSES) + 1
KEPT = timedelta(days=7)

Handler = Callable[..., None]


class Lane(enum.Enum):
    """Of the work of one worker: so that what people wait for is not behind what takes minutes."""

    ALL = "everything, one after the other"
    URGENT = "the kinds that cannot wait for any other"
    APART = "the kinds that were set apart"
    OTHERS = "the other kinds"


@dataclass(frozen=True)
class Recurring:
    """A job that comes back: `every` after it was last begun, whoever began it."""

    kind: str
    every: timedelta


class Job(Model):
    __tablename__ = "jobs"
    __table_args__ = (Index("ix_jobs_due", "state", "run_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    facts: Mapped[dict[str, Any]]
    # Two waiting jobs never share a key: asking twice for the same work is asking once.
    waiting_key: Mapped[str | None] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(default="waiting")  # waiting, claimed, done, failed
    run_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    claimed_until: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    error: Mapped[str | None]


class RecurringRun(Model):
    __tablename__ = "recurring_runs"

    kind: Mapped[str] = mapped_column(primary_key=True)
    next_at: Mapped[datetime]


def enqueue(
    kind: str, *, key: str | None = None, run_at: datetime | None = None, **facts: object
) -> None:
    """Ask for work, inside the transaction of the deed. With a key, once however often asked."""
    row = {
        "kind": kind,
        "facts": facts,
        "waiting_key": f"{kind}:{key}" if key is not None else None,
        "state": "waiting",
        "run_at": run_at or clock.now(),
        "attempts": 0,
    }
    _insert_if_new(Job, row)


def run_due(
    is_stopping: Callable[[], bool] = lambda: False,
    lane: Lane = Lane.ALL,
    most: int | None = None,
) -> int:
    """Run what is due now, all or at most so many, one after the other; return how many ran."""
    _begin_recurring()
    done = 0
    while done != most and not is_stopping() and (job_id := _claim(lane)) is not None:
        _run(job_id)
        done += 1
    return done


def attach(app: Flask) -> None:
    app.extensions["pro_am_jobs"] = {}
    app.extensions["pro_am_recurring"] = ()
    app.extensions["pro_am_urgent"] = frozenset()
    app.extensions["pro_am_apart"] = frozenset()
    app.extensions["pro_am_at_start"] = ()


def register(app: Flask, handlers: dict[str, Handler], recurring: Iterable[Recurring]) -> None:
    known: dict[str, Handler] = app.extensions["pro_am_jobs"]
    known.update(handlers)
    app.extensions["pro_am_recurring"] = tuple(recurring)


def arrange(
    app: Flask, *, apart: Iterable[str], at_start: Iterable[str], urgent: Iterable[str] = ()
) -> None:
    """Which kinds have a lane of their own in each worker, and which each worker begins with."""
    app.extensions["pro_am_urgent"] = frozenset(urgent)
    app.extensions["pro_am_apart"] = frozenset(apart)
    app.extensions["pro_am_at_start"] = tuple(at_start)


def _begin_recurring() -> None:
    now = clock.now()
    recurring: tuple[Recurring, ...] = current_app.extensions["pro_am_recurring"]
    begun = {run.kind: run.next_at for run in db.session.scalars(select(RecurringRun))}
    due = [each for each in recurring if begun.get(each.kind, now) <= now]
    if not due:
        return
    with transaction():
        for each in sorted(due, key=lambda each: each.kind):  # all workers in one order
            _insert_if_new(RecurringRun, {"kind": each.kind, "next_at": now})
            run = db.session.get_one(RecurringRun, each.kind, with_for_update=True)
            if run.next_at > now:
                continue  # another worker was quicker
            run.next_at = now + each.every
            enqueue(each.kind, key="recurring")
        db.session.execute(delete(Job).where(Job.state == "done", Job.finished_at < now - KEPT))


def _claim(lane: Lane) -> int | None:
    """Take one due job, or one whose worker has died, and commit the claim."""
    now = clock.now()
    due = (
        select(Job.id)
        .where(
            _is_in(lane),
            ((Job.state == "waiting") & (Job.run_at <= now))
            | ((Job.state == "claimed") & (Job.claimed_until < now)),
        )
        .order_by(Job.run_at, Job.id)
        .limit(1)
    )
    if db.session.scalar(due) is None:  # look before taking the write lock
        return None
    with transaction():
        job_id = db.session.scalar(due.with_for_update(skip_locked=True))
        if job_id is None:
            return None
        db.session.execute(
            update(Job)
            .where(Job.id == job_id)
            .values(
                state="claimed",
                waiting_key=None,  # whoever asks again from now on asks for a further run
                claimed_until=now + LEASE,
                attempts=Job.attempts + 1,
            )
        )
    return job_id


def _is_in(lane: Lane) -> ColumnElement[bool]:
    urgent: frozenset[str] = current_app.extensions["pro_am_urgent"]
    apart: frozenset[str] = current_app.extensions["pro_am_apart"]
    if lane is Lane.ALL:
        return true()
    if lane is Lane.OTHERS:
        return Job.kind.not_in(urgent | apart)
    return Job.kind.in_(urgent if lane is Lane.URGENT else apart)


def _run(job_id: int) -> None:
    handlers: dict[str, Handler] = current_app.extensions["pro_am_jobs"]
    job = db.session.get_one(Job, job_id)
    kind, facts, attempts = job.kind, job.facts, job.attempts
    if attempts > MOST_ATTEMPTS:
        _put_back(job_id, attempts, "Whoever took it up never came back.")
        return
    try:
        handlers[kind](**facts)
        _let_go(job_id, attempts, state="done", finished_at=clock.now(), error=None)
    except Exception as fault:  # one broken job must not stop the others
        log.exception("Job %s %s failed", kind, job_id)
        db.session.rollback()
        _put_back(job_id, attempts, f"{type(fault).__name__}: {fault}"[:500])


def _put_back(job_id: int, attempts: int, error: str) -> None:
    now = clock.now()
    if attempts < MOST_ATTEMPTS:
        pause = PAUSES[attempts - 1]
        _let_go(job_id, attempts, state="waiting", run_at=now + pause, error=error)
    else:
        _let_go(job_id, attempts, state="failed", finished_at=now, error=error)


def _let_go(job_id: int, attempts: int, **outcome: object) -> None:
    """End a claim, unless its lease ended first and somebody else holds the job by now."""
    with transaction():
        db.session.execute(
            update(Job)
            .where(Job.id == job_id, Job.attempts == attempts)
            .values(claimed_until=None, **outcome)
        )


def _insert_if_new(model: type[Model], row: Mapping[str, object]) -> None:
    db.session.execute(_insert(model, db.engine.dialect.name), row)


@cache
def _insert(model: type[Model], dialect: str) -> Executable:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - what every model of ours is
    return insert(table).on_conflict_do_nothing()
