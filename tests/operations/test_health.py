"""What watches the installation learns whether it lives, and whether it is ready; nothing else."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from pro_am.foundation import marks
from pro_am.foundation.database import db
from pro_am.foundation.worker import HEARTBEAT_EVERY, Heartbeat
from pro_am.operations import health


@pytest.fixture
def probe(app):
    def ask(path):
        return app.test_client().get(path, base_url="http://127.0.0.1")

    return ask


@pytest.fixture
def worker(app):
    with app.app_context():
        marks.put(marks.Name.WORKER)


def break_database(monkeypatch):
    def refuse(*_arguments, **_options):
        raise OperationalError("SELECT", {}, Exception("gone, password=hush"))

    monkeypatch.setattr("sqlalchemy.engine.base.Engine.connect", refuse)


def test_it_lives_without_a_database(probe, monkeypatch):
    break_database(monkeypatch)

    assert probe("/healthz").status_code == 200


def test_it_is_ready_with_database_migrations_and_worker(probe, worker):
    answer = probe("/readyz")

    assert answer.status_code == 200
    assert answer.json == {
        "ready": True,
        "checks": {"database": True, "migrations": True, "worker": True},
    }


def test_without_a_worker_it_is_not(probe, worker, time):
    time.forward(minutes=6)

    answer = probe("/readyz")

    assert answer.status_code == 503
    assert answer.json["checks"] == {"database": True, "migrations": True, "worker": False}


def test_behind_the_latest_migration_it_is_not(app, probe, worker):
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))

    answer = probe("/readyz")

    assert answer.status_code == 503
    assert answer.json["checks"]["migrations"] is False


def test_without_a_database_it_is_not_and_says_no_secret(probe, worker, monkeypatch):
    break_database(monkeypatch)

    answer = probe("/readyz")

    assert answer.status_code == 503
    assert not any(answer.json["checks"].values())
    assert "hush" not in answer.text


def test_a_database_that_hangs_is_answered_for_in_time(probe, monkeypatch):
    release = threading.Event()
    monkeypatch.setattr(health, "_look", lambda: release.wait(10) and {"database": True})
    monkeypatch.setattr(health, "ANSWER_WITHIN", timedelta(milliseconds=50))

    answers = [probe("/readyz") for _ in range(2)]
    release.set()

    assert [answer.status_code for answer in answers] == [503, 503]


def test_a_worker_says_now_and_then_that_it_lives(app, time):
    heartbeat = Heartbeat()
    with app.app_context():
        seen = []
        for _ in range(4):
            heartbeat.beat()
            seen.append(marks.all_marks()[marks.Name.WORKER].at)
            time.now += HEARTBEAT_EVERY / 2

    assert [later - seen[0] for later in seen] == [
        timedelta(0),
        timedelta(0),
        HEARTBEAT_EVERY,
        HEARTBEAT_EVERY,
    ]
