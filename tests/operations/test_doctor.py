"""The doctor finds each fault that was made on purpose, and nothing where all is well."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest
from flask import current_app
from sqlalchemy import delete, select, text, update

from pro_am.availability.models import Calendar, Hold
from pro_am.bookings import actions as bookings
from pro_am.foundation import clock, jobs, marks, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.jobs import Job
from pro_am.foundation.outbox import Address, Letter
from pro_am.media import queries as media
from pro_am.media.models import Picture
from pro_am.media.rules import PictureState
from pro_am.operations.doctor import configuration, promises
from pro_am.search import actions as search
from tests.factories import make_booking, only_offer


@pytest.fixture
def well(app, person):
    """An installation in which nothing is wrong: one confirmed booking, one picture, an index."""
    with transaction():
        booking = make_booking(person("ana"), only_offer())
    bookings.confirm(booking, person("ben"), allergies_read=True)
    _picture(person("ben"))
    search.rebuild()
    return app


def _picture(owner):
    picture = Picture(
        public_id="ab" * 12,
        owner_id=owner.id,
        width=4,
        height=3,
        alt="A soup",
        bytes=1,
        state=PictureState.READY,
        created_at=clock.now(),
    )
    for file in media.files_due(picture):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    with transaction():
        db.session.add(picture)


def findings():
    db.session.rollback()
    return {check.name: list(check.findings()) for check in promises.CHECKS if list(check.look())}


def execute(statement):
    with transaction():
        db.session.execute(statement)


def take_the_same_time_again():
    with transaction():
        hold = db.session.scalars(select(Hold)).one()
        db.session.add(
            Hold(
                calendar_id=hold.calendar_id,
                starts_at=hold.starts_at + timedelta(minutes=30),
                ends_at=hold.ends_at + timedelta(minutes=30),
                blocks_from=hold.blocks_from + timedelta(minutes=30),
                blocks_until=hold.blocks_until + timedelta(minutes=30),
            )
        )


def letter_in(state, **values):
    outbox.post(
        Address("ben@example.org", "en"),
        "accounts/password_changed",
        name="Ben",
        reset_url="http://127.0.0.1:8000/",
    )
    db.session.flush()
    latest = db.session.scalars(select(Letter).order_by(Letter.id.desc())).first()
    latest.state = state
    for name, value in values.items():
        setattr(latest, name, value)


def post_letter(state, **values):
    with transaction():
        letter_in(state, **values)


def leave_a_file():
    file = media.uploads() / "cd" / "cdcdcdcdcdcdcdcdcdcdcdcd-400.avif"
    file.parent.mkdir()
    file.write_bytes(b"x")
    long_ago = clock.now().timestamp() - 7200
    os.utime(file, (long_ago, long_ago))


def lose_a_file():
    media.files_due(db.session.scalars(select(Picture)).one())[0].unlink()


def break_the_index():
    for file in (Path(current_app.instance_path) / "search").rglob("*"):
        if file.is_file():
            file.write_bytes(b"")


def put_job(state):
    with transaction():
        jobs.enqueue("search.check")
        db.session.flush()
        db.session.execute(
            update(Job).where(Job.kind == "search.check").values(state=state, waiting_key=None)
        )


def forget_calendars():
    with transaction():
        for table in ("booking_steps", "bookings", "holds", "weekly_hours", "free_days"):
            db.session.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - names of ours
        db.session.execute(delete(Calendar))


FAULTS = {
    "migrations": lambda: execute(text("UPDATE alembic_version SET version_num = '0000'")),
    "time sold twice": take_the_same_time_again,
    "bookings and their time": lambda: execute(update(Hold).values(released_at=clock.now())),
    "letters": lambda: post_letter("on a pigeon"),
    "letters ": lambda: post_letter("sending", next_at=clock.now() - timedelta(days=2)),
    "jobs": lambda: put_job("asleep"),
    "given up": lambda: put_job("failed"),
    "given up ": lambda: post_letter("unknown"),
    "pictures without files": lose_a_file,
    "files without pictures": leave_a_file,
    "profiles without calendars": forget_calendars,
    "search index": break_the_index,
    "search index ": lambda: execute(text("DELETE FROM search_outbox")),
}


def test_where_all_is_well_nothing_is_found(well):
    assert findings() == {}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_made_on_purpose_is_found_and_named(well, name):
    FAULTS[name]()

    assert set(findings()) == {name.strip()}


def test_two_that_share_seats_are_no_fault(well):
    """Released, expired and past holds take nothing."""
    hold = db.session.scalars(select(Hold)).one()
    facts = {name: getattr(hold, name) for name in ("calendar_id", "starts_at", "ends_at")}
    facts |= {"blocks_from": hold.blocks_from, "blocks_until": hold.blocks_until}
    with transaction():
        db.session.add(Hold(**facts, released_at=clock.now()))
        db.session.add(Hold(**facts, expires_at=clock.now()))

    assert findings() == {}


def test_a_file_that_is_being_written_is_no_fault(well):
    file = media.uploads() / "cd" / "cdcdcdcdcdcdcdcdcdcdcdcd-400.avif"
    file.parent.mkdir()
    file.write_bytes(b"x")
    os.utime(file, (clock.now().timestamp(), clock.now().timestamp()))

    assert findings() == {}


GOOD = {
    "SECRET_KEY": "WnU4c1pQx7-3kd8Lw0aYv2RtBq9EoHfJ",
    "ENV": "production",
    "PUBLIC_URL": "https://cuisine.example",
    "PROXIES": 1,
    "SESSION_COOKIE_SECURE": True,
    "MAIL_SERVER": "smtp://127.0.0.1",
    "MAIL_FROM": "bonjour@cuisine.example",
}


def advised():
    return {check.name for check in configuration.CHECKS if list(check.look())}


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("setting", "value", "name"),
    [
        ("SECRET_KEY", "too short for that", "secret key"),
        ("SECRET_KEY", "ab" * 30, "secret key"),
        ("ENV", "development", "environment"),
        ("DEBUG", True, "environment"),
        ("PUBLIC_URL", "http://127.0.0.1:8000", "address"),
        ("TRUSTED_HOSTS", [], "address"),
        ("PROXIES", 0, "address"),
        ("SESSION_COOKIE_SECURE", False, "cookies"),
        ("SESSION_COOKIE_SAMESITE", "None", "cookies"),
        ("MAIL_SERVER", "", "mail"),
        ("MAIL_FROM", "bonjour@localhost", "mail"),
        ("TIME_ZONE", "Atlantis/Capital", "time zones"),
    ],
)
def test_each_doubtful_setting_is_named(app, setting, value, name):
    with app.app_context():
        app.config.update(GOOD)
        before = advised()
        app.config[setting] = value

        assert before == {"backups", "texts"} | _of_this_machine(before)
        assert name in advised() - before


def _of_this_machine(names):
    """The tests' own database lies in a folder of the tests."""
    return names & {"permissions"}


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_files_that_everybody_may_read_are_named(app):
    file = Path(app.instance_path) / "settings.py"
    file.write_text("SECRET_KEY = 'x'")
    file.chmod(0o644)
    Path(app.instance_path).chmod(0o755)
    with app.app_context():
        assert any("settings.py" in words for words in configuration.permissions())
        Path(app.instance_path).chmod(0o700)
        assert not any("settings.py" in words for words in configuration.permissions())
        Path(app.instance_path).chmod(0o755)
        file.chmod(0o600)
        assert not any("settings.py" in words for words in configuration.permissions())


def test_old_backups_and_held_letters_are_said(app, time):
    with app.app_context():
        marks.put(marks.Name.BACKUP, "x.tar")
        marks.put(marks.Name.LETTERS_HELD)
        assert list(configuration.backups()) == []
        time.forward(days=3)

        assert list(configuration.backups()) == ["The latest backup is 3 days old."]
        assert len(list(configuration.held_letters())) == 1


def test_the_command_ends_with_one_when_there_is_a_fault_and_says_so_in_json(app, people):
    answer = app.test_cli_runner().invoke(args=["doctor", "--json"])

    told = json.loads(answer.stdout.splitlines()[-1])
    assert answer.exit_code == 1
    assert told["faults"] == sum(each["is_fault"] for each in told["findings"]) > 0
    assert {"environment", "search index"} <= {each["check"] for each in told["findings"]}
    assert "FAULT   environment" in app.test_cli_runner().invoke(args=["doctor"]).stdout


def test_the_command_ends_with_two_when_there_is_no_database_to_ask(app):
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text("DROP TABLE marks"))

    answer = app.test_cli_runner().invoke(args=["doctor"])

    assert answer.exit_code == 2
    assert "cannot be asked" in answer.stderr
