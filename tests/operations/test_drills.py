"""The drills: they find what they look for, and leave nothing behind."""

import json
import tempfile
from datetime import datetime, timedelta

import psycopg
import pytest

from pro_am import create_app
from pro_am.availability.rules.windows import Window
from pro_am.foundation.time_slots import TimeSlot
from pro_am.operations import throw_away_postgres as postgres
from pro_am.operations.drills import rush
from pro_am.operations.drills.counting import times_over_capacity
from pro_am.operations.drills.double_booking import Verdict
from pro_am.operations.drills.hostile.visitor import Page

SECRET = "a secret for the tests alone"
NOON = datetime(2030, 1, 7, 12, 0)
SMALL = ["--attempts", "50", "--threads", "4", "--processes", "2"]  # a round of 40, one of 10
NOWHERE = "postgresql://nobody@127.0.0.1:1/nothing"


@pytest.fixture(autouse=True)
def time():
    """The other processes of a drill live by the real clock, and so must this one."""


@pytest.fixture
def instance(tmp_path, monkeypatch):
    """The folder of an installation beside the one for temporary files."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.delenv("PRO_AM_DATABASE_URL", raising=False)
    return tmp_path / "instance"


@pytest.fixture
def drill(instance):
    """A function that runs `flask drill` beside that installation."""
    app = create_app({"ENV": "development", "SECRET_KEY": SECRET, "INSTANCE_PATH": instance})
    runner = app.test_cli_runner()
    return lambda *arguments: runner.invoke(args=["drill", *arguments])


def verdict_of(result):
    return json.loads(result.stdout.splitlines()[-1])


def hours(first, last):
    return TimeSlot(NOON + timedelta(hours=first), NOON + timedelta(hours=last))


def window(first, last, seats):
    return Window(NOON + timedelta(hours=first), NOON + timedelta(hours=last), seats)


@pytest.mark.parametrize(
    ("windows", "holds", "times"),
    [
        ([window(0, 9, 1)], [], 0),
        ([window(0, 9, 1)], [hours(0, 2), hours(2, 4)], 0),
        ([window(0, 9, 1)], [hours(0, 2), hours(1, 3)], 1),
        ([window(0, 9, 1)], [hours(0, 2), hours(0, 2), hours(0, 2)], 1),
        ([window(0, 9, 1)], [hours(0, 2), hours(1, 3), hours(4, 6), hours(5, 7)], 2),
        ([window(0, 9, 2)], [hours(0, 2), hours(1, 3)], 0),
        ([window(0, 9, 2)], [hours(0, 3), hours(1, 4), hours(2, 5)], 1),
        ([window(0, 2, 2), window(2, 9, 1)], [hours(0, 4), hours(0, 3)], 1),
        ([window(0, 2, 1)], [hours(3, 4)], 1),
    ],
)
def test_every_time_beyond_the_seats_is_counted(windows, holds, times):
    assert times_over_capacity(windows, holds) == times


@pytest.mark.parametrize(
    ("booked", "errors", "over_capacity", "is_good"),
    [(2, 0, 0, True), (3, 0, 1, False), (2, 1, 0, False), (0, 0, 0, False), (1, 0, 0, False)],
)
def test_only_one_winner_for_each_slot_is_good(booked, errors, over_capacity, is_good):
    refused = 80 - booked - errors

    verdict = Verdict(
        "sqlite", True, 2, 80, booked, refused, 0, errors, 2, over_capacity, 1.0, 2.0, 3.0
    )

    assert verdict.is_good is is_good


def test_each_slot_is_sold_once_on_sqlite(drill, instance):
    result = drill("double-booking", "--json", *SMALL)

    verdict = verdict_of(result)
    assert result.exit_code == 0, result.output
    assert verdict["engine"] == "sqlite"
    assert (verdict["slots"], verdict["booked"], verdict["refused"]) == (2, 2, 48)
    assert (verdict["errors"], verdict["over_capacity"]) == (0, 0)
    assert 0 < verdict["p50_ms"] <= verdict["p99_ms"] <= 1000 * verdict["seconds"] + 100


def test_each_slot_is_sold_once_on_postgresql(drill, postgres_server):
    if postgres_server is None:
        pytest.skip(postgres.why_not())
    url = postgres_server.url("postgres")

    result = drill("double-booking", "--json", "--database-url", url, *SMALL)

    verdict = verdict_of(result)
    assert result.exit_code == 0, result.output
    assert (verdict["engine"], verdict["booked"], verdict["refused"]) == ("postgresql", 2, 48)
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        left = connection.execute("SELECT datname FROM pg_database WHERE datname ~ 'throw_away'")
        assert left.fetchall() == []


@pytest.mark.drill
def test_a_drill_starts_a_postgresql_of_its_own(drill):
    if reason := postgres.why_not():
        pytest.skip(reason)

    result = drill("double-booking", "--engine", "postgresql", "--json", *SMALL)

    assert result.exit_code == 0, result.output
    assert verdict_of(result)["engine"] == "postgresql"


def test_where_no_postgresql_can_be_started_the_drill_says_what_to_give(drill, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")  # neither a server nor what starts it

    result = drill("double-booking", "--engine", "postgresql", *SMALL)

    assert result.exit_code == 2
    assert "is not installed" in result.stderr
    assert "--database-url" in result.stderr


@pytest.mark.drill
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_each_seat_is_sold_once_through_the_pages(drill, engine):
    if engine == "postgresql" and (reason := postgres.why_not()):
        pytest.skip(reason)

    result = drill(
        "double-booking", "--http", "--rounds", "4", "--parallel", "6", "--engine", engine, "--json"
    )

    verdict = verdict_of(result)
    assert (verdict["winners"], verdict["seats"], verdict["losers"]) == (8, 8, 16), result.output
    assert verdict["statuses"] == {"303": 8, "409": 16}
    assert (verdict["over_capacity"], verdict["without_alternatives"]) == (0, 0)


OTHER_TIME = '<input type="radio" name="start" value="2030-01-07T18:30Z">'
WON, LOST = Page(303, "", 20, "/en/bookings/ABC"), Page(409, OTHER_TIME, 30, "")


@pytest.mark.parametrize(
    ("first", "second", "over_capacity", "is_good"),
    [
        ([WON, LOST, LOST, LOST], [WON, WON, WON, LOST], 0, True),
        ([WON, LOST, LOST, LOST], [WON, WON, WON, LOST], 1, False),
        ([WON, WON, LOST, LOST], [WON, WON, LOST, LOST], 0, False),
        ([WON, LOST, LOST, Page(500, "", 9, "")], [WON, WON, WON, LOST], 0, False),
        ([WON, LOST, LOST, Page(0, "cut off", 0, "")], [WON, WON, WON, LOST], 0, False),
        ([WON, LOST, LOST, Page(409, "Taken.", 9, "")], [WON, WON, WON, LOST], 0, False),
        ([WON, LOST, LOST, Page(409, OTHER_TIME, 2100, "")], [WON, WON, WON, LOST], 0, False),
    ],
)
def test_only_one_winner_a_seat_and_a_quick_no_with_other_times_is_good(
    first, second, over_capacity, is_good
):
    verdict = rush.verdict_on(
        rush.Rush(2, hosts=4, processes=2),
        [first, second],
        engine="sqlite",
        over_capacity=over_capacity,
        seconds=1.0,
    )

    assert verdict.is_good is is_good


def test_what_was_found_is_kept_where_it_was_asked_for(drill, instance, tmp_path):
    drill("double-booking", "--record", *SMALL)
    drill("double-booking", "--record", str(tmp_path / "elsewhere"), *SMALL)

    for folder in (instance / "drills", tmp_path / "elsewhere"):
        (file,) = folder.iterdir()
        told = json.loads(file.read_text())
        assert file.name == "double-booking-sqlite.json"
        assert (told["is_good"], told["figures"]["booked"]) == (True, 2)
        assert told["machine"]["database"].startswith("SQLite 3.")


def test_a_drill_leaves_nothing_behind(drill, instance):
    before = sorted(instance.rglob("*"))

    drill("double-booking", *SMALL)

    assert sorted(instance.rglob("*")) == before
    assert list((instance.parent / "temporary").iterdir()) == []


@pytest.mark.drill
def test_without_the_claim_times_are_sold_twice(drill):
    result = drill("double-booking", "--json", "--without-claim")

    assert result.exit_code == 1
    assert verdict_of(result)["over_capacity"] > 0


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--attempts", "1"], "--attempts"),
        (["--database-url", "mysql://somewhere/else"], "Name a PostgreSQL database"),
        (["--engine", "sqlite", "--database-url", NOWHERE], "needs no --database-url"),
        (["--database-url", NOWHERE], "cannot be used"),
        (["--without-claim", "--record"], "goes with neither"),
        (["--without-claim", "--http"], "goes with neither"),
    ],
)
def test_what_the_drill_cannot_use_it_refuses_with_the_reason(drill, options, reason):
    result = drill("double-booking", *options)

    assert result.exit_code == 2
    assert reason in result.stderr
