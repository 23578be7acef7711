"""Work for later: done once by many workers, again when it failed, never for an undone deed."""

import signal
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from pro_am.foundation import clock, jobs, worker
from pro_am.foundation.database import db, transaction
from pro_am.foundation.jobs import LEASE, PAUSES, Job, Recurring, RecurringRun

WORKERS = 4


class Work:
    """The only handler: it notes what it was asked, and fails or dies on demand."""

    def __init__(self):
        self.done = []
        self.outcome = None
        self.lock = threading.Lock()

    def __call__(self, **facts):
        with self.lock:
            self.done.append(facts)
        if self.outcome:
            self.outcome()


@pytest.fixture
def work(app):
    """In place of the product's own jobs."""
    work = Work()
    app.extensions["pro_am_jobs"] = {"work": work}
    app.extensions["pro_am_recurring"] = ()
    jobs.arrange(app, apart=[], at_start=[])
    return work


@pytest.fixture
def ask(app):
    def ask(**facts):
        with app.app_context(), transaction():
            jobs.enqueue("work", **facts)

    return ask


@pytest.fixture
def run(app):
    def run():
        with app.app_context():
            return jobs.run_due()

    return run


@pytest.fixture
def all_jobs(app):
    """What is known of each job: its state, its attempts, and when it runs next."""

    def look():
        with app.app_context():
            return db.session.execute(
                select(Job.state, Job.attempts, Job.run_at).order_by(Job.id)
            ).all()

    return look


def fail():
    raise ZeroDivisionError("no luck")


def die():
    raise KeyboardInterrupt


def test_many_workers_do_each_job_once(work, ask, run, all_jobs):
    for number in range(20):
        ask(number=number)

    with ThreadPoolExecutor(WORKERS) as pool:
        done = list(pool.map(lambda _: run(), range(WORKERS)))

    assert sum(done) == 20
    assert sorted(each["number"] for each in work.done) == list(range(20))
    assert Counter(state for state, _, _ in all_jobs()) == {"done": 20}


def test_jobs_wait_for_their_time_and_come_in_its_order(work, ask, run, time):
    ask(name="later", run_at=clock.now() + timedelta(hours=1))
    ask(name="now")
    ask(name="before", run_at=clock.now() - timedelta(minutes=1))

    assert run() == 2
    time.forward(hours=1)
    assert run() == 1

    assert [each["name"] for each in work.done] == ["before", "now", "later"]


def test_asked_twice_for_the_same_it_is_done_once(work, ask, run):
    for _ in range(3):
        ask(key="all")
    ask(key="other")
    ask()
    ask()

    assert run() == 4


def test_asked_while_it_is_being_done_it_is_done_again(work, ask, run):
    """What changed meanwhile may have been missed by the run under way."""
    ask(key="all")
    work.outcome = lambda: ask(key="all") if len(work.done) == 1 else None

    assert run() == 2


def test_a_deed_that_is_undone_leaves_no_job(app, work, run):
    with app.app_context(), pytest.raises(ZeroDivisionError), transaction():
        jobs.enqueue("work")
        fail()

    assert run() == 0


def test_a_job_that_fails_is_tried_again_after_growing_pauses_then_given_up(
    work, ask, run, all_jobs, time
):
    work.outcome = fail
    ask()
    waited = []
    while run():
        [(state, _, run_at)] = all_jobs()
        if state == "failed":
            break
        waited.append(run_at - clock.now())
        time.now = run_at

    assert waited == list(PAUSES) == sorted(PAUSES)
    assert all_jobs()[0][:2] == ("failed", len(PAUSES) + 1)
    time.forward(days=30)
    assert run() == 0


def test_a_job_that_fails_stops_no_other_and_leaves_nothing_half_done(app, work, ask, run):
    def fail_once():
        if len(work.done) == 1:
            with transaction():
                db.session.add(RecurringRun(kind="half done", next_at=clock.now()))
                db.session.flush()  # it has reached the database
                fail()

    work.outcome = fail_once
    ask(name="bad")
    ask(name="good")

    assert run() == 2

    assert [each["name"] for each in work.done] == ["bad", "good"]
    with app.app_context():
        assert db.session.get(RecurringRun, "half done") is None


def test_a_job_that_succeeds_later_keeps_no_error(app, work, ask, run, time):
    work.outcome = fail
    ask()
    run()
    work.outcome = None
    time.forward(hours=1)
    run()

    with app.app_context():
        job = db.session.scalars(select(Job)).one()
        assert (job.state, job.attempts, job.error) == ("done", 2, None)


def test_an_unknown_job_fails_alone(app, work, run, ask):
    with app.app_context(), transaction():
        jobs.enqueue("of a later version")
    ask()

    assert run() == 2
    assert len(work.done) == 1


def test_a_change_outside_an_action_is_the_jobs_fault(app, work, ask, run, all_jobs):
    work.outcome = lambda: db.session.add(RecurringRun(kind="x", next_at=clock.now()))
    ask()

    assert run() == 1

    assert all_jobs()[0].state == "waiting"


def test_who_takes_up_the_job_of_a_dead_worker_waits_for_the_lease(work, ask, run, time):
    work.outcome = die
    ask(name="orphan")
    with pytest.raises(KeyboardInterrupt):
        run()
    work.outcome = None

    assert run() == 0
    time.forward(seconds=LEASE.total_seconds() + 1)
    assert run() == 1
    assert work.done == [{"name": "orphan"}] * 2


def test_a_job_that_kills_every_worker_is_given_up(work, ask, run, all_jobs, time):
    work.outcome = die
    ask()
    for _ in range(len(PAUSES) + 1):
        with pytest.raises(KeyboardInterrupt):
            run()
        time.forward(seconds=LEASE.total_seconds() + 1)

    assert run() == 1

    assert len(work.done) == len(PAUSES) + 1
    assert all_jobs()[0].state == "failed"


def test_a_slow_worker_says_nothing_about_a_job_that_another_holds(work, ask, run, all_jobs, time):
    """Its lease ended, another took the job up and is still at it when the slow one is done."""
    states = []

    def outlive_the_lease():
        if len(work.done) == 1:
            time.forward(seconds=LEASE.total_seconds() + 1)
            with ThreadPoolExecutor(1) as other:
                other.submit(run).result()
            states.append(all_jobs()[0][:2])
            fail()

    work.outcome = outlive_the_lease
    ask()
    run()

    assert states == [("done", 2)]
    assert all_jobs()[0][:2] == ("done", 2)


def test_what_recurs_is_begun_once_each_time_by_however_many_workers(app, work, run, time):
    app.extensions["pro_am_recurring"] = (Recurring("work", timedelta(minutes=10)),)
    counts = []
    for minutes in (0, 5, 6, 20, 60):
        time.forward(minutes=minutes)
        with ThreadPoolExecutor(WORKERS) as pool:
            counts.append(sum(pool.map(lambda _: run(), range(WORKERS))))

    assert counts == [1, 0, 1, 1, 1]
    assert len(work.done) == 4


def test_jobs_that_are_done_are_forgotten_after_a_week(app, work, ask, run, all_jobs, time):
    ask()
    run()
    app.extensions["pro_am_recurring"] = (Recurring("work", timedelta(days=1)),)
    run()
    time.forward(days=8)
    run()

    assert len(all_jobs()) == 1


def test_a_worker_that_is_asked_to_stop_ends_the_job_under_way_and_begins_no_other(
    app, work, ask, all_jobs
):
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)}
    work.outcome = lambda: signal.raise_signal(signal.SIGTERM)
    ask()
    ask()
    try:
        result = app.test_cli_runner().invoke(args=["work"])
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)

    assert result.exit_code == 0
    assert [state for state, _, _ in all_jobs()] == ["done", "waiting"]


def test_a_worker_outlives_a_database_that_does_not_answer(app, work, ask, monkeypatch, caplog):
    """The first look fails, the second finds the work, and then it is told to stop."""
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)}
    run_due, looks = jobs.run_due, []

    def look(is_stopping, lane, most):
        looks.append(1)
        if len(looks) == 1:
            raise OperationalError("SELECT", {}, Exception("database is locked"))
        return run_due(is_stopping, lane, most)

    monkeypatch.setattr(jobs, "run_due", look)
    monkeypatch.setattr(worker, "IDLE_SECONDS", 0)
    work.outcome = lambda: signal.raise_signal(signal.SIGTERM)
    ask()
    try:
        result = app.test_cli_runner().invoke(args=["work"])
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)

    assert result.exit_code == 0
    assert len(work.done) == 1
    assert "trying again" in caplog.text


def test_work_that_is_set_apart_waits_for_no_other(app, work, all_jobs):
    """One lane is in the middle of something long, and the other goes on."""
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)}
    was_done = threading.Event()
    waited = []

    def long(**_facts):
        waited.append(was_done.wait(10))
        signal.raise_signal(signal.SIGTERM)

    app.extensions["pro_am_jobs"] = {"long": long, "apart": lambda **_facts: was_done.set()}
    jobs.arrange(app, apart=["apart"], at_start=["apart"])
    with app.app_context(), transaction():
        jobs.enqueue("long")
    try:
        result = app.test_cli_runner().invoke(args=["work"])
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)

    assert (result.exit_code, waited) == (0, [True])
    assert [state for state, _, _ in all_jobs()] == ["done", "done"]


def test_what_ends_one_lane_ends_the_worker(app, work, monkeypatch):
    """So that what watches it starts it again."""
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)}
    run_due = jobs.run_due

    def look(is_stopping, lane, most):
        if lane is jobs.Lane.APART:
            raise RuntimeError("A fault of our own.")
        return run_due(is_stopping, lane, most)

    monkeypatch.setattr(jobs, "run_due", look)
    jobs.arrange(app, apart=["apart"], at_start=[])
    try:
        result = app.test_cli_runner().invoke(args=["work"])
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)

    assert result.exit_code == 1
