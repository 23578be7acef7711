"""What an index in PostgreSQL has to bear: hosts, damage, a rebuild beside it, and many offers."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import select, text

from pro_am.accounts.models import Member
from pro_am.foundation.database import db, transaction
from pro_am.profiles import actions as profiles
from pro_am.search import actions
from pro_am.search.engines import Budget, IndexBroken
from pro_am.search.engines.current import engine as current_engine
from pro_am.search.engines.postgresql import counts
from pro_am.search.engines.postgresql.database import Database
from pro_am.search.engines.postgresql.engine import PostgresqlEngine
from pro_am.search.engines.postgresql.tables import SCHEMA
from pro_am.search.rules.documents import Order, Query
from pro_am.search.rules.tally import Tally
from tests.search.offers import any_offer, any_query, offer, seeded

SOON = 10  # seconds


@pytest.fixture
def engine(postgresql_engine):
    rng = seeded(1)
    postgresql_engine.rebuild((any_offer(n, rng) for n in range(1, 40)), position=1)
    postgresql_engine.replace([any_offer(n, rng) for n in range(40, 60)])
    postgresql_engine.commit(2)
    return postgresql_engine


@pytest.fixture
def write(index_database):
    def write(statement):
        with index_database.begin() as connection:
            return connection.execute(text(statement))

    return write


def tables(write):
    found = write(f"SELECT tablename FROM pg_tables WHERE schemaname = '{SCHEMA}'")  # noqa: S608
    return sorted(found.scalars())


def found(engine, words="", **filters):
    return [hit.offer_id for hit in engine.search(Query(words, **filters))]


def test_a_whole_index_passes_its_check(engine):
    engine.check()


def test_what_one_host_commits_the_others_find_at_once(engine, index_database):
    other_host = PostgresqlEngine(Database(index_database))
    before = found(other_host, "creme")
    engine.replace([offer(99)])

    engine.commit(3)

    assert found(other_host, "creme") == sorted([*before, 99], key=found(engine, "creme").index)
    assert 99 in found(other_host, "creme")


def test_one_writer_waits_for_the_other_on_whatever_host(engine, index_database):
    other_host, order = PostgresqlEngine(Database(index_database)), []

    def write():
        with other_host.only_writer():
            order.append("second")

    with ThreadPoolExecutor(1) as pool:
        with engine.only_writer():
            waiting = pool.submit(write)
            time.sleep(0.2)
            order.append("first")
        waiting.result(SOON)

    assert order == ["first", "second"]


@pytest.mark.parametrize(
    "damage",
    [
        "DROP SCHEMA {s} CASCADE",
        "DROP TABLE {s}.state",
        "DELETE FROM {s}.state",
        "UPDATE {s}.state SET offers = offers + 1",
        "DROP TABLE {s}.offers_1",
        "DROP TABLE {s}.terms_1",
        "DELETE FROM {s}.offers_1 WHERE offer_id = 7",
        "UPDATE {s}.offers_1 SET price_minor = price_minor + 1",
        "UPDATE {s}.offers_1 SET lat = 0",
        "UPDATE {s}.offers_1 SET marks = '{{1}}'",
        "UPDATE {s}.terms_1 SET offers = offers + 1",
        "UPDATE {s}.terms_1 SET id = -id",
        "ALTER TABLE {s}.offers_1 DROP COLUMN trust",
        "UPDATE {s}.state SET format = 0",
    ],
)
def test_damage_is_found_and_a_rebuild_mends_it(engine, write, damage):
    write(damage.format(s=SCHEMA))
    with pytest.raises(IndexBroken):
        engine.check()

    engine.rebuild([offer(1)], position=9)

    engine.check()
    assert (found(engine, "creme"), engine.position()) == ([1], 9)


@pytest.mark.parametrize("ask", ["search", "tally", "count", "position", "commit"])
def test_without_tables_everything_says_that_the_index_is_broken(engine, write, ask):
    write(f"DROP SCHEMA {SCHEMA} CASCADE")
    arguments = {"search": [Query()], "tally": [Query()], "commit": [1]}.get(ask, [])

    with pytest.raises(IndexBroken):
        getattr(engine, ask)(*arguments)


def test_what_is_set_aside_serves_no_more_until_the_next_rebuild(engine, write):
    assert engine.set_aside("it smells")
    assert not engine.set_aside("still")
    with pytest.raises(IndexBroken, match="it smells"):
        engine.search(Query())

    engine.rebuild([offer(1)], position=9)

    assert found(engine) == [1]
    assert tables(write) == ["offers_1", "offers_2", "state", "terms_1", "terms_2"]


def test_the_old_index_serves_while_a_new_one_is_built(engine, index_database, write):
    before = found(engine, "pain")

    def documents():
        yield offer(1, title="Pain")
        assert found(engine, "pain") == before
        yield offer(2)

    engine.rebuild(documents(), position=9)

    assert found(engine, "pain") == [1]


def test_a_rebuild_that_fails_leaves_nothing_behind(engine, write):
    before, hits = tables(write), found(engine, "pain")

    def documents():
        yield offer(1, title="Pain")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        engine.rebuild(documents(), position=9)

    assert tables(write) == before
    assert (found(engine, "pain"), engine.position()) == (hits, 2)
    engine.check()


def test_two_generations_are_kept(engine, write):
    for position in range(3, 6):
        engine.rebuild([offer(1)], position=position)

    assert tables(write) == ["offers_3", "offers_4", "state", "terms_3", "terms_4"]


def test_searches_go_on_in_many_threads_while_the_index_changes(engine):
    stop = threading.Event()

    def search():
        while not stop.is_set():
            assert len(found(engine, "", limit=500)) >= 55

    with ThreadPoolExecutor(4) as pool:
        searching = [pool.submit(search) for _ in range(3)]
        for position in range(3, 9):
            engine.replace([any_offer(100 + position, seeded(position))])
            engine.commit(position)
        engine.merge()
        stop.set()
        for each in searching:
            each.result(SOON)

    engine.check()


class TestOfManyOffers:
    """Few may be scored here, so that few offers are already many."""

    @pytest.fixture
    def hurried(self, engine, index_database):
        rng = seeded(3)
        documents = [any_offer(n, rng) for n in range(1, 300)]
        documents += [offer(n, title="Okonomiyaki pain") for n in (401, 402, 403)]
        engine.rebuild(documents, position=3)
        return PostgresqlEngine(Database(index_database), most_scored=20)

    def test_what_is_left_out_is_said(self, hurried, engine):
        budget, enough = Budget(SOON), Budget(SOON)

        part = hurried.search(Query("pain levain"), budget)
        whole = engine.search(Query("pain levain"), enough)

        assert budget.was_partial
        assert not enough.was_partial
        assert set(part) < set(whole)

    def test_rare_words_are_never_left_out(self, hurried):
        hits = hurried.search(Query("pain okonomiyaki"), Budget(SOON))

        assert [hit.offer_id for hit in hits[:3]] == [401, 402, 403]

    def test_nothing_is_said_when_no_other_offer_could_do_better(self, hurried):
        budget = Budget(SOON)

        hits = hurried.search(Query("pain okonomiyaki", limit=3), budget)

        assert [hit.offer_id for hit in hits] == [401, 402, 403]
        assert not budget.was_partial

    @pytest.mark.parametrize("order", [Order.TEXT, Order.PRICE])
    def test_filters_alone_are_answered_exactly_in_order(self, hurried, engine, order):
        budget = Budget(SOON)
        query = Query(crafts=frozenset({"cooking"}), order=order, limit=30)

        assert hurried.search(query, budget) == engine.search(query)
        assert not budget.was_partial

    @pytest.mark.parametrize("seed", range(6))
    def test_every_offer_of_a_part_passes_all_filters(self, hurried, engine, seed):
        rng = seeded(seed)
        for _ in range(15):
            query = any_query(rng)

            part, whole = hurried.search(query), engine.search(replace(query, limit=500))

            assert set(part) <= set(whole)
            assert len(part) <= query.limit

    def test_counts_from_a_sample_are_near_the_truth(self, hurried, index_database):
        with index_database.connect() as connection:
            known = hurried._knowledge(connection)
            counted = [
                counts.tally(connection, Query(), None, known, sample).offers for sample in (0, 1)
            ]

        assert counted == [302, pytest.approx(302, rel=0.35)]


def test_a_search_that_the_database_cannot_answer_in_time_is_given_up(engine, index_database):
    found(engine, "pain")
    with index_database.begin() as busy:
        busy.exec_driver_sql(f"LOCK TABLE {SCHEMA}.offers_1")
        budget, began = Budget(0.2), time.monotonic()

        hits = engine.search(Query("creme brulee"), budget)
        counted = engine.tally(Query("creme brulee"))

    assert (hits, budget.was_partial, counted) == ([], True, Tally())
    assert time.monotonic() - began < 2
    assert found(engine, "creme brulee")


@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
class TestInAnInstallation:
    @pytest.fixture(autouse=True)
    def _chosen(self, app):
        app.config["SEARCH"] = "postgresql"

    def test_the_index_follows_the_database(self, person, offer):
        actions.rebuild()
        assert found(current_engine()) == [offer.id]
        profiles.pause_offer(offer)

        actions.index_news()

        assert found(current_engine()) == []
        assert actions.check()

    def test_the_index_is_built_anew_where_it_differs_from_the_database(self, person, offer):
        actions.rebuild()
        current_engine().remove([offer.id])
        current_engine().commit(current_engine().position())

        assert not actions.check()
        assert found(current_engine()) == [offer.id]

    def test_a_page_outlives_a_broken_index(self, person):
        """Its own transaction goes on where the index failed within it."""
        ana = person("ana")
        with transaction():
            ana.name = "Ana of the index"
            with pytest.raises(IndexBroken):
                current_engine().search(Query("pain"))
            db.session.flush()

        assert db.session.scalar(select(Member.name).where(Member.id == ana.id)) == ana.name

    def test_results_come_without_the_index_and_say_so(self, app, browser_of):
        broken = browser_of(None).get("/search?q=").text
        with app.app_context():
            actions.rebuild()

        whole = browser_of(None).get("/search?q=").text

        assert ("Search is being repaired" in broken, "Search is being repaired" in whole) == (
            True,
            False,
        )
        assert "Dinner at my table" in broken
        assert "Dinner at my table" in whole

    def test_a_search_leaves_no_settings_behind(self, person):
        actions.rebuild()
        current_engine().search(Query("pain"), Budget(SOON))

        shown = [db.session.scalar(text(f"SHOW {name}")) for name in ("jit", "statement_timeout")]

        assert shown == ["on", "30s"]
