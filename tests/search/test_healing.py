"""The rounds of the drill that need no processes: damage, one look of the worker, all is well."""

import json
import tempfile
from dataclasses import replace

import pytest

from pro_am import create_app
from pro_am.foundation import clock, marks
from pro_am.foundation.database import db
from pro_am.operations import throw_away_postgres as postgres
from pro_am.operations.drills.search_index import damage, healing
from pro_am.operations.drills.search_index.damage import IN_A_FOLDER, Scene
from pro_am.operations.drills.search_index.equality import difference
from pro_am.operations.drills.search_index.healing import Verdict
from pro_am.operations.drills.search_index.people import change
from pro_am.operations.drills.search_index.visible import percentile
from pro_am.profiles.models import Offer
from pro_am.search import actions, queries
from pro_am.search.engines.current import engine
from pro_am.search.rules.documents import Query
from tests.search.offers import seeded

REAL_NOW = clock.now
OF_FILES = sorted(
    name
    for name in IN_A_FOLDER
    if name.startswith(("segment", "list", "manifest", "pointer", "bit", "deleted", "of another"))
)
GOOD = Verdict("sqlite", "whoosh", 100, 50, 500, 0, 0, 7, 0.7, 1.4, {"deleted": 30.0})

# Whoosh leaves files open when it fails half-way through opening a segment.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def scene(app, person, offer, tmp_path):
    actions.rebuild()
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return Scene(engine()._generations._folder, None, None, folder, seeded(3))


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", OF_FILES)
def test_one_look_of_the_worker_mends_what_was_damaged(scene, name):
    IN_A_FOLDER[name](scene)
    assert difference(engine())

    assert not actions.check(offers=actions.FEW)

    assert difference(engine()) is None
    assert marks.stands(marks.Name.INDEX_BROKEN)
    assert actions.check()


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_an_older_copy_is_brought_up_to_date(scene, offer):
    damage.prepare(scene)
    change(offer, title="Something new")
    actions.index_news()
    assert difference(engine()) is None

    damage.older_copy(scene)
    assert difference(engine())
    actions.check(offers=actions.FEW)

    assert difference(engine()) is None
    assert engine().search(Query("something new"))


def test_every_difference_is_seen(app, person, offer):
    actions.rebuild()
    assert difference(engine()) is None

    (document,) = queries.all_documents()
    engine().replace([replace(document, body="Other words")])
    engine().commit(queries.latest_news())
    assert "not in the index as in the database" in difference(engine())

    change(db.session.get_one(Offer, offer.id), price_minor=1)
    assert difference(engine()) == "The index has not heard of everything."


@pytest.mark.parametrize(
    ("found", "is_good"),
    [
        ({}, True),
        ({"faults": 1}, False),
        ({"wrong": 1}, False),
        ({"healed_s": {"deleted": 30.0, "full disk": 120.1}}, False),
    ],
)
def test_only_what_heals_in_time_and_unnoticed_is_good(found, is_good):
    assert replace(GOOD, **found).is_good is is_good


def test_the_slowest_of_a_hundred_is_their_99th_percentile():
    assert percentile([n / 100 for n in range(1, 101)], 0.99) == 1.0
    assert percentile([], 0.5) == 0


@pytest.mark.drill
@pytest.mark.parametrize(
    ("database", "search"),
    [("sqlite", "whoosh"), ("postgresql", "whoosh"), ("postgresql", "postgresql")],
)
def test_a_small_installation_heals_and_nobody_notices(tmp_path, monkeypatch, database, search):
    if database == "postgresql" and (reason := postgres.why_not()):
        pytest.skip(reason)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(clock, "now", REAL_NOW)  # the server lives by the real clock
    settings = {"ENV": "development", "SECRET_KEY": "x" * 40, "INSTANCE_PATH": tmp_path / "own"}
    arguments = ["--engine", database, "--search", search, "--offers", "20", "--saves", "3"]
    for name in list(healing.rounds_of(search))[:2]:
        arguments += ["--round", name]

    result = (
        create_app(settings)
        .test_cli_runner()
        .invoke(args=["drill", "search-index", "--json", *arguments])
    )

    verdict = json.loads(result.stdout.splitlines()[-1])
    assert result.exit_code == 0, result.output
    assert (verdict["faults"], verdict["wrong"], len(verdict["healed_s"])) == (0, 0, 2)
