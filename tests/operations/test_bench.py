"""The bench measures what it says, on a market of its own. No figure is judged here."""

import json
import tempfile

import pytest
from sqlalchemy import func, select

from pro_am import create_app
from pro_am.availability import actions as availability
from pro_am.availability.actions import claiming
from pro_am.availability.models import Calendar, Hold
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.operations import market, throw_away
from pro_am.operations.bench import behind_server, claim, tables
from pro_am.operations.bench.behind_server import WebWorker
from pro_am.operations.bench.claim import Uncontended
from pro_am.operations.bench.comparison import BARS, Figure
from pro_am.operations.bench.free_time import FreeTimeFigure
from pro_am.operations.bench.mixed_pages import mixed_pages
from pro_am.operations.bench.visits import all_visits
from pro_am.operations.drills import naive
from pro_am.profiles.models import Offer
from pro_am.reviews.models import Review

SECRET = "a secret for the tests alone"
TINY = ["--offers", "20", "--seconds", "0.1", "--no-server", "--calendars", "0", "--bookings", "0"]
TINY += ["--measures", "0", "--sos", "0"]  # tests of their own measure those


@pytest.fixture
def instance(tmp_path, monkeypatch):
    """The folder of an installation beside the one for temporary files."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return tmp_path / "instance"


@pytest.fixture
def bench(instance):
    """A function that runs `flask bench` beside that installation."""
    app = create_app({"ENV": "development", "SECRET_KEY": SECRET, "INSTANCE_PATH": instance})
    runner = app.test_cli_runner()
    return lambda *arguments: runner.invoke(args=["bench", *arguments])


@pytest.fixture
def tiny_market(instance):
    """An open market of 21 offers, one profile of which has a single one."""
    with throw_away.installation() as settings, throw_away.running(settings):
        db.create_all()
        market.open_market(offers=21, seed=3)
        yield


def figure(**changes):
    facts = {
        "page": "home",
        "cpu_ms": 3.0,
        "spread_ms": 0.5,
        "bar_ms": 3.0,
        "statements": 8,
        "most_statements": 8,
        "size": 20_000,
        "zipped": 5_000,
        "bare_cpu_ms": 1.2,
        "ratio": 0.4,
    }
    return Figure(**(facts | changes))


def test_every_page_is_measured_beside_a_bare_one(bench):
    result = bench("--json", *TINY)

    found = json.loads(result.stdout.splitlines()[-1])
    assert result.exit_code == (0 if found["is_good"] else 1), result.output
    assert [page["page"] for page in found["pages"]] == list(BARS)
    *pages, posted = found["pages"]
    pages = [page for page in pages if page["page"] != "home, known"]  # a 304 has no bytes
    for page in pages:
        assert page["cpu_ms"] > 0
        assert page["statements"] > 0
        assert 0 < page["zipped"] < page["size"]
        assert page["ratio"] == pytest.approx(page["bare_cpu_ms"] / page["cpu_ms"], abs=0.01)
    assert posted["bare_cpu_ms"] is None
    assert found["memory_mb"] > 0


def test_the_table_names_every_page_and_nothing_else_is_left(bench, instance):
    before = sorted(instance.rglob("*"))

    result = bench(*TINY)

    lines = result.stdout.splitlines()
    assert [line[:16].strip() for line in lines[: len(BARS) + 1]] == ["page", *BARS]
    assert "different searches" in result.stdout
    assert any(line.startswith("20 offers, made in ") for line in lines)
    assert sorted(instance.rglob("*")) == before
    assert list((instance.parent / "temporary").iterdir()) == []


def test_several_markets_stand_side_by_side(bench):
    result = bench("--offers", "24", *TINY)

    lines = result.stdout.splitlines()
    (head,) = (n for n, line in enumerate(lines) if line.split() == ["CPU", "ms", "24", "20"])
    assert [line[:16].strip() for line in lines[head + 1 : head + 1 + len(BARS)]] == list(BARS)


def test_bookings_with_the_claim_are_measured_beside_bookings_without(instance):
    (rate,) = claim.figures(20, None, lambda _step: None)

    assert (rate.engine, rate.bookings) == ("sqlite", 20)
    assert rate.per_second > 0 < rate.without_claim
    assert 0.1 < rate.ratio < 10
    assert rate.cpu_ms > 0 < rate.cpu_ms_without
    assert availability.claim is claiming.claim is not naive.look_only


@pytest.mark.parametrize(("ratio", "is_good"), [(1.1, True), (0.9, True), (0.89, False)])
def test_a_claim_that_makes_bookings_slow_is_not_good(ratio, is_good):
    rate = Uncontended("sqlite", 200, 90.0, 100.0, ratio, 300, 9.5, 9.1)

    assert rate.is_good is is_good
    assert ("not met" in tables.bookings([rate])) is not is_good


def test_pages_are_asked_for_behind_a_server(instance):
    with throw_away.installation() as settings:
        with throw_away.running(settings) as app:
            db.create_all()
            market.open_market(offers=20, seed=3)
            addresses = mixed_pages(offers=20, seed=3)
            everything = [each for each in all_visits(app, 3) if each.name == "my week"]

        worker = behind_server.web_worker(settings, addresses[:8])
        [load] = behind_server.loads(settings, everything, seconds=0.1)

    assert len(set(addresses)) == len(addresses) == 100
    assert 50 < worker.at_start_mb <= worker.in_use_mb
    assert load.page == "my week"
    assert load.per_second > 0
    assert 0 < load.median_ms <= load.p99_ms


@pytest.mark.parametrize(("in_use_mb", "is_good"), [(200, True), (201, False)])
def test_a_web_worker_beyond_its_bar_is_not_good(in_use_mb, is_good):
    assert WebWorker(at_start_mb=100, in_use_mb=in_use_mb, pages=500).is_good is is_good


@pytest.mark.parametrize(
    ("changes", "is_good"),
    [
        ({}, True),
        ({"bar_ms": None, "cpu_ms": 99.0}, True),
        ({"cpu_ms": 3.01}, False),
        ({"statements": 9}, False),
        ({"statements": 40, "most_statements": None}, True),
    ],
)
def test_a_page_beyond_its_bar_is_not_good(changes, is_good):
    assert figure(**changes).is_good is is_good


def test_a_market_too_small_to_measure_is_refused(bench):
    assert bench("--offers", "1").exit_code == 2


@pytest.mark.usefixtures("tiny_market")
def test_a_market_has_as_many_offers_as_asked_for():
    assert db.session.scalar(select(func.count()).select_from(Offer)) == 21
    assert db.session.scalar(select(func.count()).select_from(Review)) > 0


@pytest.mark.usefixtures("tiny_market")
def test_nobody_is_booked_twice_in_a_market():
    for calendar in db.session.scalars(select(Calendar)):
        taken = db.session.scalars(select(Hold).where(Hold.calendar_id == calendar.id)).all()
        slots = [TimeSlot(held.blocks_from, held.blocks_until) for held in taken]
        assert all(not one.overlaps(other) for one in slots for other in slots if one is not other)


def test_what_free_time_costs_is_measured_and_judged(bench):
    result = bench(*TINY, "--calendars", "700")

    assert [line.split("  ")[0] for line in result.stdout.splitlines()[-3:]] == [
        "slots of 8 weeks (CPU)",
        "52 weeks of windows x 1,000 (CPU)",
        "free on Saturday evening, 600 of 700 (p95, sqlite)",
    ]


def test_how_long_an_sos_waits_is_measured_and_judged(bench):
    result = bench(*TINY, "--sos", "2")

    assert [line.split("  ")[0] for line in result.stdout.splitlines()[-2:]] == [
        "SOS to 20 supporters, queued, p50",
        "SOS to 20 supporters, queued, slowest",
    ]


def test_free_time_that_costs_too_much_is_not_met():
    assert FreeTimeFigure("slots", 5.0, 5).is_good
    assert not FreeTimeFigure("slots", 5.1, 5).is_good
