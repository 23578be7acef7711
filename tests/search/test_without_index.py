"""While the index is broken the database answers: the same offers, gone at once like everywhere."""

from dataclasses import replace

import pytest

from pro_am.foundation.database import db
from pro_am.foundation.jobs import Job
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode
from pro_am.search import actions, queries, results
from pro_am.search.engines import Budget
from pro_am.search.engines.current import engine
from pro_am.search.engines.memory import MemoryEngine
from pro_am.search.queries import without_index
from pro_am.search.rules.documents import Area, Order, Query
from pro_am.search.views import search_form
from tests.search.offers import seeded

WORDS = ("pain", "levain", "crepes", "CRÊPES", "running", "hiver", "soupe", "yoga", "brot", "the")
TOWNS = ((47.22, -1.55), (47.47, -0.55), (48.85, 2.35))


@pytest.fixture
def oracle(app, market):
    oracle = MemoryEngine()
    with app.app_context():
        oracle.rebuild(queries.all_documents(), 0)
    return oracle


def any_query(rng):
    def sometimes(value, otherwise=frozenset()):
        return value if rng.random() < 0.25 else otherwise

    return Query(
        words=" ".join(rng.choices(WORDS, k=rng.choice([0, 0, 1, 1, 2]))),
        every_word=rng.random() < 0.3,
        language=sometimes("fr", None),
        crafts=sometimes(frozenset(rng.sample(["cooking", "fitness"], 1))),
        specialities=sometimes(frozenset(rng.sample(["fresh-pasta", "running", "bread"], 2))),
        spoken=sometimes(frozenset(rng.sample(["fr", "br", "en"], 2))),
        people=sometimes(rng.randint(1, 8), None),
        max_price_minor=sometimes(rng.choice([0, 1000, 2500]), None),
        trust_least=sometimes(50, None),
        place_modes=sometimes(frozenset(rng.sample(list(PlaceMode), 2))),
        near=rng.choice([*TOWNS, None]),
        km=rng.choice([5, 25, 100]),
        area=sometimes(Area(47, -2, 48, 0), None),
        diets=sometimes(frozenset(["halal"])),
        without_allergens=sometimes(frozenset(["milk"])),
        with_picture=rng.random() < 0.1,
        at_once=rng.random() < 0.2,
        order=rng.choice(list(Order)),
    )


def test_a_small_community_finds_the_same_in_the_same_order(app, market, oracle):
    rng = seeded(3)
    with app.app_context():
        for _ in range(40):
            query, budget = any_query(rng), Budget(60)

            spare = without_index.engine_for(query, budget)

            assert spare.search(query) == oracle.search(query), query
            assert spare.tally(query) == oracle.tally(query), query
            assert not budget.was_partial


def test_a_large_community_finds_the_same(app, market, oracle, monkeypatch):
    monkeypatch.setattr(without_index, "FEW", 0)
    rng = seeded(4)
    found = 0
    with app.app_context():
        for _ in range(150):
            query, budget = any_query(rng), Budget(60)

            hits = without_index.engine_for(query, budget).search(query)

            truth = oracle.search(query)
            assert {hit.offer_id for hit in hits} == {hit.offer_id for hit in truth}, query
            if not query.words:
                assert hits == truth
            assert not budget.was_partial
            found += bool(truth and query.words)
    assert found > 20


def test_where_too_much_is_found_the_first_are_kept_and_it_is_said(app, oracle, monkeypatch):
    monkeypatch.setattr(without_index, "FEW", 0)
    monkeypatch.setattr(without_index, "MOST", 5)
    query, budget = Query(order=Order.PRICE), Budget(60)
    with app.app_context():
        hits = without_index.engine_for(query, budget).search(query)

    truth = oracle.search(replace(query, limit=5))
    prices = {each.offer_id: each.price_minor for each in oracle._documents.values()}
    assert [prices[hit.offer_id] for hit in hits] == [prices[hit.offer_id] for hit in truth]
    assert budget.was_partial


@pytest.mark.parametrize("withdraw", ["pause_offer", "pause_profile"])
def test_what_is_withdrawn_is_counted_no_more_though_the_index_lags(
    app, market, browser_of, done, withdraw
):
    """In the number of results, in the counts beside the filters, on the map, in a town."""
    visitor = browser_of(None)
    paths = ("/search?craft=fitness", "/search?craft=fitness&where=Nantes+(44)&km=100", "/")
    before = [visitor.get(path).text for path in paths]
    with app.app_context():
        offers = [
            each
            for each in map(lambda n: db.session.get_one(Offer, n), market)
            if each.profile.craft.slug == "fitness"
        ]
        slugs = [each.profile.slug for each in offers]
        for each in offers:
            getattr(profiles, withdraw)(each if withdraw == "pause_offer" else each.profile)
        assert engine().count() == len(market) + 1  # Ben's

    after = [visitor.get(path).text for path in paths]

    assert any(f"/{slug}" in text for slug in slugs for text in before)
    for text in after:
        assert not any(f"/{slug}" in text for slug in slugs)
    with app.test_request_context("/en/search"):
        counts = results.tally(results.find(search_form()))
        assert engine().count() == len(market) + 1
    assert (counts.craft["fitness"], counts.offers) == (0, len(market) + 1 - len(offers))
    if withdraw == "pause_profile":
        sitemap = visitor.get("/sitemap.xml").text
        assert not any(f"/{slug}" in sitemap for slug in slugs)


def test_many_searches_that_meet_a_broken_index_ask_the_worker_once(app, market, browser_of):
    with app.app_context():
        engine().set_aside("A bit was turned.")
        before = db.session.query(Job).count()
    visitor = browser_of(None)

    for word in ("pain", "yoga", "soupe"):
        answer = visitor.get(f"/search?q={word}")
        assert answer.status_code == 200
        assert "Search is being repaired" in answer.text
    app.extensions["pro_am_search_asking"].thread.join()

    with app.app_context():
        assert db.session.query(Job).count() == before + 1
        actions.check()
    assert "Search is being repaired" not in visitor.get("/search?q=pain").text
