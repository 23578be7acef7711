"""The drill of recaps: a small storm is survived, and what came twice or never is seen."""

import json
import tempfile
from email.message import EmailMessage

import pytest
from sqlalchemy import select, update

from pro_am import create_app
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.operations import throw_away_postgres as postgres
from pro_am.operations.drills.recaps import books
from pro_am.operations.drills.recaps.mailbox import open_mailbox
from pro_am.operations.drills.recaps.weeks import monday_before, next_changes
from pro_am.operations.market.followed import FRIENDS_OF
from pro_am.supporters import actions
from pro_am.supporters.actions.letters import RECAP
from pro_am.supporters.models import Recap
from tests.conftest import NOON
from tests.supporters.conftest import MONDAY, plan  # noqa: F401 - a fixture
from tests.supporters.test_telling import SUNDAY_EVENING

REAL_NOW = clock.now
SECRET = "a secret for the tests alone"


@pytest.fixture
def drill(tmp_path, monkeypatch):
    """A function that runs `flask drill recaps` beside an installation."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(clock, "now", REAL_NOW)  # the schedulers have a wrong one of their own
    settings = {"ENV": "development", "SECRET_KEY": SECRET, "INSTANCE_PATH": tmp_path / "instance"}
    runner = create_app(settings).test_cli_runner()
    return lambda *arguments: runner.invoke(args=["drill", "recaps", "--json", *arguments])


def test_a_small_storm_is_survived(drill):
    result = drill("--supporters", "20", "--kills", "2")

    found = json.loads(result.stdout)
    assert result.exit_code == 0, result.output
    assert (found["duplicates"], found["lost"]) == (0, 0)
    assert found["sent"] + found["unknown"] == 40


@pytest.mark.drill
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_a_storm_on_either_engine(drill, engine):
    if engine == "postgresql" and postgres.why_not():
        pytest.skip(postgres.why_not())

    result = drill("--supporters", "200", "--kills", "10", "--engine", engine)

    assert result.exit_code == 0, result.output


def test_the_clocks_change_once_each_way():
    changes = next_changes(NOON)

    assert [f"{each:%Y-%m-%d %H}" for each in changes] == ["2030-03-31 01", "2030-10-27 01"]
    assert [each.weekday() for each in map(monday_before, changes)] == [0, 0]


@pytest.fixture
def told(person, offer, plan, time):  # noqa: F811
    """One friend of Ana's, whose recap is written, and who is to have it by now."""
    guest = actions.Guest("Dee", f"dee@{FRIENDS_OF}", "en", [])
    actions.accept(actions.ask(person("ana"), guest))
    plan(person("ana"), offer)
    time.now = SUNDAY_EVENING
    actions.tell_due()
    with transaction():
        db.session.execute(update(Letter).where(Letter.template == RECAP).values(state="sent"))
    return db.session.scalars(select(Letter).where(Letter.template == RECAP)).one()


def came(mailbox, letter):
    message = EmailMessage()
    message["Subject"] = letter.subject
    message.set_content("...")
    mailbox.take(letter.recipient, message.as_bytes())


def test_what_came_once_is_in_order(told):
    with open_mailbox() as mailbox:
        came(mailbox, told)
        found = books.look(mailbox, 1, MONDAY, before=0)

    assert (found.sent, found.received, found.duplicates, found.lost) == (1, 1, 0, 0)


def test_what_came_twice_is_seen(told):
    with open_mailbox() as mailbox:
        came(mailbox, told)
        came(mailbox, told)
        found = books.look(mailbox, 1, MONDAY, before=0)

    assert found.duplicates == 1


def test_what_was_sent_and_never_came_is_lost(told):
    with open_mailbox() as mailbox:
        assert books.look(mailbox, 1, MONDAY, before=0).lost == 1


def test_who_was_never_told_is_lost_and_an_unknown_letter_is_not(told):
    with transaction():
        told.state = "unknown"
    with open_mailbox() as mailbox:
        found = books.look(mailbox, 2, MONDAY, before=0)

    assert (found.unknown, found.lost) == (1, 1)


def test_a_letter_that_no_row_names_is_one_too_many(told):
    with transaction():
        db.session.execute(update(Recap).values(letter_id=None))
    with open_mailbox() as mailbox:
        assert books.look(mailbox, 0, MONDAY, before=0).duplicates == 1
