"""The drill that kills: a small one is survived, and what is lost or half is seen."""

import json
import tempfile

import pytest
from sqlalchemy import delete, update

from pro_am import create_app
from pro_am.availability.models import Hold
from pro_am.bookings.models import Booking, BookingStep
from pro_am.conversations.models import Message
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.operations import throw_away_postgres as postgres
from pro_am.operations.drills.kill import books, crash
from pro_am.operations.drills.kill.books import Books
from pro_am.operations.drills.kill.writers import Heard
from pro_am.search import actions as search
from tests.factories import make_booking, make_member, only_offer

REAL_NOW = clock.now
SECRET = "a secret for the tests alone"


@pytest.fixture
def booking(person):
    search.rebuild()  # which the doctor looks at too
    return make_booking(make_member("Dora Host"), only_offer())


@pytest.fixture
def drill(tmp_path, monkeypatch):
    """A function that runs `flask drill kill` beside an installation."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(clock, "now", REAL_NOW)  # the server lives by the real clock
    settings = {"ENV": "development", "SECRET_KEY": SECRET, "INSTANCE_PATH": tmp_path / "instance"}
    runner = create_app(settings).test_cli_runner()
    return lambda *arguments: runner.invoke(args=["drill", "kill", "--json", *arguments])


def test_a_whole_booking_is_in_order(booking):
    found = books.look([booking.reference])

    assert (found.bookings, found.letters, found.lost) == (1, 2, 0)
    assert (found.half, found.faults) == ([], [])


def test_what_was_acknowledged_and_is_not_there_is_lost(booking):
    assert books.look([booking.reference, "N0WHERE2"]).lost == 1


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (delete(BookingStep), "lacks the step"),
        (update(Hold).values(released_at=clock.now()), "lacks its time"),
        (delete(Message), "lacks its message"),
        (delete(Letter).where(Letter.template == "bookings/requested"), "lacks a letter"),
        (update(Letter).values(recipient="dora@example.org"), "lacks a letter"),
        (update(Booking).values(reference="2222"), "belongs to no booking"),
    ],
)
def test_what_a_booking_lacks_is_seen(booking, harm, words):
    with transaction():
        db.session.execute(harm)

    assert any(words in each for each in books.look([]).half)


def test_what_the_doctor_finds_is_a_fault(booking):
    with transaction():
        db.session.execute(update(Letter).values(state="half sent"))

    assert any("no known state" in each for each in books.look([]).faults)


WHOLE = {"bookings": 9, "letters": 18, "lost": 0, "half": [], "faults": []}
TOLD = [f"REF{number}" for number in range(9)]


@pytest.mark.parametrize(
    ("found", "heard", "over_capacity", "is_good"),
    [
        ({}, Heard(TOLD), 0, True),
        ({}, Heard(TOLD, cut_off=["RemoteDisconnected"]), 0, True),
        ({"lost": 1, "bookings": 8}, Heard(TOLD), 0, False),
        ({"bookings": 10}, Heard(TOLD), 0, False),
        ({"half": ["REF1 lacks a letter"]}, Heard(TOLD), 0, False),
        ({"faults": ["letters: ..."]}, Heard(TOLD), 0, False),
        ({}, Heard([*TOLD[:8], TOLD[0]]), 0, False),
        ({}, Heard(TOLD[:8]), 0, False),
        ({}, Heard(TOLD, others=[500]), 0, False),
        ({}, Heard(TOLD), 1, False),
    ],
)
def test_only_all_of_it_whole_and_once_is_good(found, heard, over_capacity, is_good):
    verdict = crash.verdict_on(
        crash.Plan(bookings=9, kills=2, seed=1),
        heard,
        Books(**(WHOLE | found)),
        [1.5],
        engine="sqlite",
        over_capacity=over_capacity,
        seconds=3,
    )

    assert verdict.is_good is is_good


@pytest.mark.parametrize("kills", [1, 2, 3, 8])
def test_every_kill_has_its_moment(kills):
    lives = list(crash.moments(crash.Plan(bookings=9, kills=kills, seed=2)))

    moments = [moment for life in lives for moment in life if moment is not None]
    assert moments == sorted(moments)
    assert (len(moments), moments[-1]) == (kills + 1, 9)  # the last life ends by itself


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgresql", marks=pytest.mark.drill)])
def test_a_small_installation_survives_being_killed(drill, engine):
    if engine == "postgresql" and (reason := postgres.why_not()):
        pytest.skip(reason)

    result = drill("--engine", engine, "--bookings", "12", "--kills", "2")

    verdict = json.loads(result.stdout.splitlines()[-1])
    assert result.exit_code == 0, result.output
    assert verdict["acknowledged"] == verdict["in_the_books"] == 12
    assert (verdict["lost"], verdict["half"], verdict["faults"]) == (0, 0, 0)


def test_more_kills_than_bookings_are_refused(drill):
    result = drill("--bookings", "5", "--kills", "5")

    assert result.exit_code == 2
    assert "fewer moments" in result.stderr
