"""Backups: whole while the community goes on; restored only if every byte is right, and silent."""

import hashlib
import json
import tarfile
import threading
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import func, inspect, select, text

from pro_am.accounts.models import AccountToken, Member, SignedInSession
from pro_am.foundation import jobs, marks, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Address, Letter
from pro_am.notifications import actions as notifications
from pro_am.operations.copies import making, manifest, restoring
from pro_am.operations.copies.manifest import Unusable
from pro_am.search import actions as search
from pro_am.search.engines.current import engine
from tests.conftest import application
from tests.factories import make_member

# What is not carried over, on purpose.
DEAD = {"sessions", "account_tokens", "marks"}


@pytest.fixture
def elsewhere(request, app, tmp_path):
    """Another installation, on the same kind of database: empty."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    if app.config["SQLALCHEMY_DATABASE_URI"].startswith("sqlite"):
        yield application(folder, f"sqlite:///{folder / 'pro_am.sqlite'}")
        return
    server, name = request.getfixturevalue("postgres_server"), f"elsewhere_{uuid4().hex}"
    server.create_database(name)
    other = application(folder, server.url(name))
    yield other
    with other.app_context():
        db.session.remove()
        db.engine.dispose()
    server.drop_database(name)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "copy.tar"


@pytest.fixture
def pictures(app, tmp_path):
    """Some files where pictures are; one that media is still writing."""
    place = Path(app.instance_path) / "uploads"
    for name in ("ab/abcd-400.avif", "ab/abcd-800.jpg", "cd/cdef-400.avif"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(name.encode() * 100)
    (place / "new-x").mkdir()
    (place / "new-x" / "half.avif").write_bytes(b"half")
    return place


@pytest.fixture
def back_up(app, people, file):
    def run():
        with app.app_context():
            return making.make(file)

    return run


@pytest.fixture
def restore(elsewhere, file):
    def run(*, replace=False):
        with elsewhere.app_context():
            return restoring.restore(file, replace=replace)

    return run


def fingerprints(app: Flask) -> dict[str, str]:
    """A checksum of all rows of every table, whatever their order."""
    with app.app_context(), db.engine.connect() as connection:
        tables = inspect(db.engine).get_table_names()
        return {table: _checksum(connection, table) for table in tables}


def _checksum(connection, table):
    rows = connection.execute(select(text("*")).select_from(text(table)))
    return hashlib.sha256("\n".join(sorted(repr(tuple(row)) for row in rows)).encode()).hexdigest()


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_row_and_every_picture_comes_back(app, elsewhere, pictures, back_up, restore):
    back_up()
    before = fingerprints(app)

    restore()

    after = fingerprints(elsewhere)
    assert {table: after[table] for table in set(before) - DEAD} == {
        table: before[table] for table in set(before) - DEAD
    }
    kept = contents(pictures)
    del kept["new-x/half.avif"]
    assert contents(Path(elsewhere.instance_path) / "uploads") == kept
    with elsewhere.app_context():
        assert engine().count() == 1


@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
def test_an_index_in_the_database_stays_out_of_the_copy(app, back_up, file):
    app.config["SEARCH"] = "postgresql"
    with app.app_context():
        search.rebuild()
        assert engine().count() == 1

    back_up()

    assert b"pro_am_search" not in file.read_bytes()


def test_a_copy_made_while_people_write_is_of_one_instant(app, elsewhere, back_up, restore):
    """Each deed writes a member and a letter to them; the copy has both or neither."""
    stop, faults = threading.Event(), []

    def write() -> None:
        number = 0
        try:
            while not stop.is_set():
                number += 1
                with app.app_context(), transaction():
                    member = make_member(f"Writer {number}", email=f"w{number}@example.org")
                    _letter_to(member.email)
        except Exception as fault:  # noqa: BLE001 - told below
            faults.append(fault)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        said = back_up()
    finally:
        stop.set()
        writer.join()
    restore()

    assert faults == []
    with elsewhere.app_context():
        members = db.session.scalar(
            select(func.count()).select_from(Member).where(Member.email.startswith("w"))
        )
        assert db.session.scalar(select(func.count()).select_from(Letter)) == members
        assert said.rows["letters"] == members
        assert said.rows["members"] == members + 3


def test_a_restored_copy_sends_nothing_before_somebody_agrees(
    app, elsewhere, back_up, restore, monkeypatch
):
    with app.app_context(), transaction():
        _letter_to("ben@example.org")
    back_up()
    restore()
    sent = []
    monkeypatch.setattr(
        "pro_am.notifications.actions.delivery.hand_over",
        lambda _message, recipient: sent.append(recipient),
    )
    elsewhere.config["MAIL_SERVER"] = "smtp://127.0.0.1:9"

    with elsewhere.app_context():
        notifications.deliver_due()
        jobs.run_due()
        assert sent == []
        notifications.resume_letters(by=None)
        notifications.deliver_due()

    assert sent == ["ben@example.org"]


def test_what_waits_may_be_dropped_when_the_old_place_has_sent_it(app, elsewhere, back_up, restore):
    with app.app_context(), transaction():
        _letter_to("ben@example.org")
    back_up()
    restore()

    told = elsewhere.test_cli_runner().invoke(args=["letters", "resume", "--drop-waiting"])

    assert "1 letters are dropped" in told.output
    with elsewhere.app_context():
        assert db.session.scalars(select(Letter.state)).all() == ["dropped"]
        assert not marks.stands(marks.Name.LETTERS_HELD)


def test_old_sessions_and_links_are_dead(app, elsewhere, browser_of, back_up, restore):
    browser_of("ana")
    browser_of(None).submit("/account/new-password", email="ben@example.org")
    back_up()
    with app.app_context():
        assert _count(SignedInSession, AccountToken) == [1, 1]

    restore()

    with elsewhere.app_context():
        assert _count(SignedInSession, AccountToken) == [0, 0]


def test_no_secret_is_in_the_manifest(app, back_up, file):
    back_up()

    with tarfile.open(file) as tar:
        text_of_manifest = tar.extractfile(manifest.NAME).read().decode()
    assert app.config["SECRET_KEY"] not in text_of_manifest
    assert set(json.loads(text_of_manifest)["settings"]).isdisjoint(
        {"SECRET_KEY", "DATABASE_URL", "MAIL_SERVER"}
    )
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["database", "uploads/ab/abcd-400.avif"])
def test_one_wrong_byte_is_refused_with_the_name_of_its_file(
    elsewhere, pictures, back_up, restore, file, name
):
    back_up()
    with tarfile.open(file) as tar:
        place = tar.getmember(name).offset_data + 7
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)

    with pytest.raises(Unusable, match=name):
        restore()

    _is_untouched(elsewhere)


@pytest.mark.parametrize("left", [0.3, 0.9])
def test_half_a_file_is_refused(elsewhere, pictures, back_up, restore, file, left):
    back_up()
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * left)])

    with pytest.raises(Unusable):
        restore()

    _is_untouched(elsewhere)


def test_a_file_that_nobody_named_is_refused(elsewhere, back_up, restore, file):
    back_up()
    with tarfile.open(file, "a") as tar:
        tar.addfile(tarfile.TarInfo("uploads/more.avif"), BytesIO())

    with pytest.raises(Unusable, match=r"uploads/more\.avif"):
        restore()


@pytest.mark.parametrize(
    "name", ["../evil", "uploads/../../evil", "/etc/evil", "uploads/a\\b", "elsewhere/x"]
)
def test_nothing_leaves_its_folder(name):
    said = {"format": 1, "files": {name: {"bytes": 0, "sha256": ""}}, "made_at": "", "rows": {}}
    said |= {"engine": "sqlite", "migrations": [], "versions": {}, "settings": {}}

    with pytest.raises(Unusable, match="belongs nowhere"):
        manifest.read(json.dumps(said).encode())


@pytest.mark.parametrize("text_of_manifest", [b"", b"{}", b"[]", b'{"files": 3}', b"\xff"])
def test_a_damaged_manifest_is_refused(text_of_manifest):
    with pytest.raises(Unusable, match="damaged"):
        manifest.read(text_of_manifest)


def test_a_place_that_is_taken_is_refused_unless_told_to_replace_it(
    app, elsewhere, back_up, restore
):
    back_up()
    restore()
    with elsewhere.app_context(), transaction():
        make_member("Somebody Else", email="else@example.org")

    with pytest.raises(Unusable, match="--replace"):
        restore()
    restore(replace=True)

    with elsewhere.app_context():
        assert db.session.scalar(select(Member).where(Member.name == "Somebody Else")) is None
        assert _count(Member) == [3]


def test_a_running_worker_is_stopped_first(app, elsewhere, back_up, restore):
    back_up()
    restore()
    with elsewhere.app_context():
        marks.put(marks.Name.WORKER)

    with pytest.raises(Unusable, match="worker"):
        restore(replace=True)


def test_a_copy_of_a_later_version_is_refused(elsewhere, back_up, restore, monkeypatch):
    monkeypatch.setattr(
        "pro_am.operations.copies.manifest.Manifest.written",
        lambda said: json.dumps({**json.loads(_written(said)), "migrations": ["9999"]}).encode(),
    )
    back_up()

    with pytest.raises(Unusable, match="later version"):
        restore()


def test_a_backup_overwrites_nothing_and_is_remembered(app, back_up, file):
    back_up()

    with pytest.raises(Unusable, match="there already"):
        back_up()

    with app.app_context():
        assert marks.all_marks()[marks.Name.BACKUP].words == str(file)
    assert [path.name for path in file.parent.glob(".backup-*")] == []


def test_the_commands_say_what_they_did(app, people, elsewhere, file):
    made = app.test_cli_runner().invoke(args=["backup", str(file), "--json"])
    told = elsewhere.test_cli_runner().invoke(args=["restore", str(file)])
    again = elsewhere.test_cli_runner().invoke(args=["restore", str(file)])

    assert json.loads(made.stdout.splitlines()[-1])["members"] == 3
    assert made.exit_code == told.exit_code == 0
    assert "3 members" in told.stdout
    assert "letters resume" in told.stdout
    assert again.exit_code == 2
    assert "--replace" in again.stderr


def _letter_to(email: str) -> None:
    facts = {"name": "Ben", "reset_url": "http://127.0.0.1:8000/"}
    outbox.post(Address(email, "en"), "accounts/password_changed", **facts)


def _count(*models: type) -> list[int]:
    return [db.session.scalar(select(func.count()).select_from(model)) for model in models]


def _is_untouched(app: Flask) -> None:
    with app.app_context():
        assert inspect(db.engine).get_table_names() == []
    assert not (Path(app.instance_path) / "uploads").exists()


def _written(said: manifest.Manifest) -> str:
    return json.dumps(asdict(said))
