"""The index follows the database, whoever changes it and in whatever order."""

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from pro_am.availability.events import RestChanged
from pro_am.availability.models import Calendar
from pro_am.foundation import clock, jobs, marks
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Offer, Profile
from pro_am.search import actions, queries
from pro_am.search.engines.current import engine
from pro_am.search.models import SearchNews
from pro_am.search.rules.documents import Query
from pro_am.standing import actions as standing
from pro_am.standing.rules import ReviewedAs
from tests.factories import make_member, make_pro_am, only_offer

TOGETHER = 10  # seconds


def found(words=""):
    return [hit.offer_id for hit in engine().search(Query(words))]


def test_a_new_community_has_an_index_after_the_first_round_of_work(app, people):
    with app.app_context():
        jobs.run_due()

        assert found() == [only_offer().id]


def test_an_undone_change_is_not_told(app, person, offer):
    jobs.run_due()
    before = queries.latest_news()

    with pytest.raises(ZeroDivisionError), transaction():
        profiles.pause_offer(offer)
        raise ZeroDivisionError

    assert queries.latest_news() == before
    assert found() == [offer.id]


def test_news_is_read_once_and_in_one_go(app, person, offer):
    actions.rebuild()
    profiles.pause_offer(offer)
    profiles.publish_offer(offer)
    assert len(queries.news_after(engine().position())) == 2

    actions.index_news()

    assert engine().position() == queries.latest_news()
    assert found() == [offer.id]


def test_a_change_that_is_told_early_and_committed_late_is_not_passed_over(app, people):
    """Ids are given out before the commit: without care the worker would read past the first."""
    with app.app_context():
        first_id = only_of(people["ben"])
        second_id = make_pro_am(make_member("Dora Lang")).id
        actions.rebuild()
        assert found() == [first_id, second_id]
    told, may_commit = threading.Event(), threading.Event()

    def pause_slowly():
        with app.app_context(), transaction():
            profiles.pause_offer(db.session.get_one(Offer, first_id))
            told.set()
            may_commit.wait(TOGETHER)

    def pause_quickly():
        told.wait(TOGETHER)
        with app.app_context():
            profiles.pause_offer(db.session.get_one(Offer, second_id))

    with ThreadPoolExecutor(2) as pool:
        slow, quick = pool.submit(pause_slowly), pool.submit(pause_quickly)
        told.wait(TOGETHER)
        with pytest.raises(TimeoutError):
            quick.result(timeout=0.5)  # it waits for the one before
        with app.app_context():
            actions.index_news()
        may_commit.set()
        slow.result()
        quick.result()

    with app.app_context():
        actions.index_news()
        assert found() == []


def only_of(member_id):
    offers = select(Offer.id).join(Offer.profile).where(Profile.member_id == member_id)
    return db.session.scalars(offers).one()


def test_an_index_of_another_database_is_built_anew(app, person, offer):
    """It has seen news that was never written here: a database restored from an older copy."""
    actions.rebuild()
    engine().remove([offer.id])
    engine().commit(queries.latest_news() + 100)

    actions.index_news()

    assert found() == [offer.id]
    assert engine().position() == queries.latest_news()


def test_the_check_finds_what_the_index_lacks(app, person, offer):
    actions.rebuild()
    assert actions.check()
    engine().remove([offer.id])
    engine().commit(queries.latest_news())

    assert not actions.check()

    assert found() == [offer.id]
    assert actions.check()


def test_old_news_is_forgotten(app, person, offer, monkeypatch):
    monkeypatch.setattr(actions, "HEARD_KEPT", 3)
    actions.rebuild()
    for _ in range(5):
        profiles.pause_offer(offer)
        profiles.publish_offer(offer)

    actions.index_news()

    assert db.session.scalar(select(func.count()).select_from(SearchNews)) == 4
    assert found() == [offer.id]


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_an_operator_checks_and_rebuilds_the_index(app, people):
    run = app.test_cli_runner().invoke

    words = [run(args=["search", verb]).output for verb in ("check", "check", "rebuild")]

    assert words == [
        "The index was broken and is built anew.\n",
        "The index is whole.\n",
        "1 offers can be found.\n",
    ]


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_two_workers_write_one_after_the_other(app, people):
    with app.app_context():
        actions.rebuild()
        offer_id = only_offer().id

    def change_and_index(number):
        with app.app_context():
            offer = db.session.get_one(Offer, offer_id)
            (profiles.pause_offer if number % 2 else profiles.publish_offer)(offer)
            actions.index_news()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(change_and_index, range(12)))

    with app.app_context():
        actions.index_news()
        is_open = db.session.get_one(Offer, offer_id).is_published
        assert found() == ([offer_id] if is_open else [])
        assert actions.check()


def test_of_much_news_a_part_is_committed_at_a_time(app, person, monkeypatch):
    monkeypatch.setattr(actions, "MOST_AT_ONCE", 2)
    actions.rebuild()
    ids = [make_pro_am(make_member(f"Dora{n} Lang")).id for n in range(5)]
    positions = []
    commit = engine().commit
    monkeypatch.setattr(
        engine(), "commit", lambda position: (positions.append(position), commit(position))
    )

    actions.index_news()

    assert len(positions) >= 3
    assert positions == sorted(positions)
    assert positions[-1] == queries.latest_news()
    assert set(ids) < set(found())


def test_an_index_older_than_the_news_that_are_kept_is_built_anew(app, person, offer, monkeypatch):
    """A copy of long ago: what it lacks is written nowhere any more."""
    monkeypatch.setattr(actions, "HEARD_KEPT", 2)
    actions.rebuild()
    stands_at = engine().position()
    other_id = make_pro_am(make_member("Dora Lang")).id
    for _ in range(5):
        profiles.pause_offer(offer)
        profiles.publish_offer(offer)
    actions.index_news()
    engine().remove([other_id])
    engine().commit(stands_at)

    actions.index_news()

    assert set(found()) == {offer.id, other_id}


@pytest.mark.parametrize(
    "other",
    [
        {"price_minor": 1},
        {"title": "Something else"},
        {"body": "Other words"},
        {"seats_least": 3},
        {"seats_most": 40},
        {"lat": 10.0},
        {"lat": None},
        {"language": "fr"},
        {"craft": "fitness"},
        {"speciality_slugs": frozenset({"running"})},
        {"spoken": frozenset({"br"})},
        {"diets": frozenset({"halal"})},
        {"allergens_contained": frozenset({"fish"})},
        {"place_modes": frozenset()},
        {"is_instant": True},
    ],
)
@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_the_check_compares_every_field_with_the_database(app, person, offer, other):
    actions.rebuild()
    assert actions.check()
    (document,) = queries.all_documents()
    engine().replace([replace(document, **other)])
    engine().commit(queries.latest_news())

    assert not actions.check()

    assert actions.check()
    assert marks.stands(marks.Name.INDEX_BROKEN)


def test_the_first_index_of_a_community_is_no_fault(app, people):
    with app.app_context():
        actions.check()
        assert not marks.stands(marks.Name.INDEX_BROKEN)

        shutil.rmtree(Path(app.instance_path) / "search")
        actions.check()

        assert marks.stands(marks.Name.INDEX_BROKEN)
        assert found() == [only_offer().id]


def test_the_most_trusted_are_indexed_first(app, person, offer):
    others = [make_pro_am(make_member(f"Dora{n} Lang")) for n in range(2)]
    least, most = (each.profile.member_id for each in others)
    standing.write_down({}, [score(least, low=0.5), score(most, low=0.9)], version="a test")

    order = [document.offer_id for document in queries.all_documents()]

    assert order == [others[1].id, others[0].id, offer.id]


def score(member_id, *, low):
    return standing.ScoreFacts(
        member_id, ReviewedAs.PROVIDER, low and low * 100, low, low, 3.0, {}, []
    )


def test_offers_that_rest_are_not_in_the_index(app, person, offer):
    actions.rebuild()
    with transaction():
        db.session.execute(update(Calendar).values(paused_at=clock.now()))
        publish(RestChanged(offer.profile_id))

    actions.index_news()

    assert found() == []
    assert actions.check()


@pytest.mark.parametrize(("low", "is_told"), [(0.61, True), (0.554, False), (None, True)])
def test_a_step_of_trust_is_news_and_less_is_not(app, person, offer, low, is_told):
    member_id = offer.profile.member_id
    standing.write_down({}, [score(member_id, low=0.55)], version="a test")
    actions.index_news()

    standing.write_down({}, [score(member_id, low=low)], version="a test")

    assert bool(queries.news_after(engine().position())) is is_told
    actions.index_news()
    assert actions.check()


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_an_operator_is_told_how_the_index_is(app, people):
    run = app.test_cli_runner().invoke
    assert "Serving: nothing" in run(args=["search", "status"]).output
    run(args=["search", "rebuild"])
    with app.app_context():
        engine().set_aside("A bit was turned.")
        actions.check()

    told = run(args=["search", "status"]).output

    assert "Offers: 1." in told
    assert "A bit was turned." in told
    assert "Broken at 2030-01-07 12:00Z" in told
    assert "search index of late" in run(args=["doctor"]).output
