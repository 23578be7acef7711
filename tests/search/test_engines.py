"""The contract of every engine. Memory is the oracle that the others are compared with."""

from dataclasses import replace

import pytest

from pro_am.profiles.rules import PlaceMode
from pro_am.search.engines import Budget
from pro_am.search.engines.memory import MemoryEngine
from pro_am.search.engines.whoosh_engine import WhooshEngine
from pro_am.search.rules.documents import Area, Query
from pro_am.search.rules.tally import TRUST_STEPS
from tests.search.offers import (
    ALLERGENS,
    CRAFTS,
    DIETS,
    INGREDIENTS,
    MODES,
    SPECIALITIES,
    SPOKEN,
    any_offer,
    any_query,
    offer,
    seeded,
)

PARIS, NANTES = (48.85, 2.35), (47.22, -1.55)
SLUGS = {"speciality_slugs": frozenset({"bread", "running"})}


@pytest.fixture(params=["memory", "whoosh", "postgresql"])
def engine(request, tmp_path):
    engine = {
        "memory": MemoryEngine,
        "whoosh": lambda: WhooshEngine(tmp_path / "index"),
        "postgresql": lambda: request.getfixturevalue("postgresql_engine"),
    }[request.param]()
    engine.rebuild([], position=0)
    return engine


def found(engine, words="", **filters):
    chosen = {n: frozenset(v) if isinstance(v, set) else v for n, v in filters.items()}
    return [hit.offer_id for hit in engine.search(Query(words, **chosen))]


def fill(engine, *documents):
    engine.replace(documents)
    engine.commit(1)


@pytest.mark.parametrize("seed", range(12))
def test_every_engine_answers_as_the_oracle_does(engine, seed):
    rng = seeded(seed)
    oracle = MemoryEngine()
    for side in (engine, oracle):
        side.rebuild([], position=0)
    for position in range(1, rng.randint(2, 9)):
        changed = [any_offer(rng.randint(1, 60), rng) for _ in range(rng.randint(1, 25))]
        gone = rng.sample(range(1, 61), rng.randint(0, 5))
        for side in (engine, oracle):
            side.replace(changed)
            side.remove(gone)
            side.commit(position)

        for _ in range(10):
            query = any_query(rng)
            hits, truth = engine.search(query), oracle.search(query)

            assert [hit.offer_id for hit in hits] == [hit.offer_id for hit in truth], query
            assert [hit.score for hit in hits] == pytest.approx([hit.score for hit in truth])
            for hit, true in zip(hits, truth, strict=True):
                assert hit.distance_km == pytest.approx(true.distance_km)
            among = sometimes_some_of([hit.offer_id for hit in hits], rng)
            assert engine.tally(query, among) == oracle.tally(query, among), query
    assert (engine.count(), engine.position()) == (oracle.count(), oracle.position())


def sometimes_some_of(offer_ids, rng):
    return None if rng.random() < 0.7 else offer_ids[: rng.randint(0, 10)]


def test_a_rebuilt_index_answers_as_one_that_grew(engine):
    rng = seeded(99)
    documents = [any_offer(n, rng) for n in range(1, 80)]
    queries = [any_query(rng) for _ in range(40)]
    for document in documents:
        engine.replace([document])
    engine.commit(7)
    grown = [engine.search(query) for query in queries]

    engine.rebuild(iter(documents), position=7)

    assert [engine.search(query) for query in queries] == grown


def test_a_choice_is_counted_as_choosing_it_would_find(engine):
    """The tally of the oracle itself, compared with searches."""
    rng = seeded(5)
    engine.rebuild([any_offer(n, rng) for n in range(1, 80)], position=1)
    for _ in range(60):
        query = replace(any_query(rng), limit=500)

        counted = engine.tally(query)

        def found(**chosen):
            return len(engine.search(replace(query, **chosen)))  # noqa: B023 - called at once

        def alone(name, value):
            return found(**{name: frozenset({value})})

        assert counted.offers == found()
        for facet, name, values in (
            ("craft", "crafts", CRAFTS),
            ("speciality", "specialities", SPECIALITIES),
            ("spoken", "spoken", SPOKEN),
            ("ingredient", "ingredients", INGREDIENTS),
            ("place_mode", "place_modes", MODES),
        ):
            left = {each: alone(name, each) for each in values}
            assert getattr(counted, facet) == {each: n for each, n in left.items() if n}
        left = {step: found(trust_least=step) for step in TRUST_STEPS}
        assert counted.trust == {step: n for step, n in left.items() if n}
        assert counted.with_picture == found(with_picture=True)
        assert counted.at_once == found(at_once=True)
        for diet in DIETS:
            assert counted.diet[diet] == found(diets=query.diets | {diet})
        for allergen in ALLERGENS:
            left = found(without_allergens=query.without_allergens | {allergen})
            assert counted.offers - counted.allergen[allergen] == left


def test_an_empty_index_finds_nothing_and_is_whole(engine):
    assert found(engine) == []
    assert found(engine, "pain", near=PARIS) == []
    assert (engine.count(), engine.position()) == (0, 0)
    engine.check()


def test_changes_appear_with_their_commit_and_not_before(engine):
    fill(engine, offer(1), offer(2))
    engine.replace([offer(2, title="Pain"), offer(3)])
    engine.remove([1, 404])
    assert found(engine, "creme") == [1, 2]

    engine.commit(9)

    assert found(engine, "creme") == [3]
    assert found(engine) == [2, 3]
    assert (engine.count(), engine.position()) == (2, 9)


def test_the_last_of_several_changes_counts(engine):
    engine.replace([offer(1, title="Pain"), offer(1, title="Tarte"), offer(2)])
    engine.remove([2])
    engine.commit(1)

    assert found(engine) == found(engine, "tarte") == [1]
    assert found(engine, "pain") == []


def test_a_rebuild_forgets_everything_else(engine):
    fill(engine, offer(1))
    engine.replace([offer(2)])

    engine.rebuild([offer(3)], position=5)
    engine.commit(6)

    assert found(engine) == [3]
    assert engine.position() == 6


def test_words_in_titles_count_more_than_in_specialities_and_there_more_than_in_stories(engine):
    fill(
        engine,
        offer(1, title="Menu fin", specialities=("marché",), body="levain"),
        offer(2, title="Menu fin", specialities=("levain",), body="marché"),
        offer(3, title="Menu levain", specialities=("marché",), body="fin"),
    )

    assert found(engine, "levain") == [3, 2, 1]


def test_equal_offers_come_in_the_order_of_their_ids(engine):
    fill(engine, offer(3), offer(1))
    engine.replace([offer(2)])
    engine.commit(2)

    assert found(engine, "brulee") == [1, 2, 3]
    assert found(engine, "brulee", limit=2) == [1, 2]


def test_any_word_will_do_unless_every_word_is_asked(engine):
    fill(
        engine,
        offer(1, title="Pain de maïs"),
        offer(2, title="Pain de seigle"),
        offer(3, title="The bread and pain shop", language="en"),
    )

    assert set(found(engine, "pain mais")) == {1, 2, 3}
    assert found(engine, "pain mais", every_word=True) == [1]
    assert found(engine, "the bread", every_word=True) == [3]


def test_other_texts_for_a_word_find_too_and_count_less(engine):
    also = (("gateua", (("gâteau", 0.5),)), ("cake", (("gâteau", 0.8),)))
    fill(
        engine,
        offer(1, title="Gâteau"),
        offer(2, title="Gateua"),
        offer(3, title="Pain"),
        offer(4, title="Gâteau et pain"),
    )

    assert found(engine, "gateua", also=also) == [2, 1, 4]
    assert found(engine, "gateua pain", also=also, every_word=True) == [4]
    [whole, half] = (
        engine.search(Query(words, also=also))[-1].score for words in ("gâteau", "cake")
    )
    assert 0 < half < whole


def test_who_runs_out_of_time_says_so(engine):
    fill(engine, offer(1))
    enough, none_left = Budget(60), Budget(0)

    assert engine.search(Query("creme", limit=3), enough)
    assert engine.search(Query("creme", limit=4), none_left) == []

    assert (enough.was_partial, none_left.was_partial) == (False, True)
    assert engine.search(Query("creme", limit=4)) != []


def test_words_that_say_nothing_are_no_words(engine):
    fill(engine, offer(1), offer(2, craft="fitness"))

    assert found(engine, "!!", crafts={"cooking"}) == [1]
    assert engine.search(Query("…", crafts=frozenset({"cooking"})))[0].score == 0


@pytest.mark.parametrize(
    ("facts", "filters", "passes"),
    [
        ({"language": "fr"}, {"language": "fr"}, True),
        ({"language": "en"}, {"language": "fr"}, False),
        ({"craft": "fitness"}, {"crafts": {"cooking"}}, False),
        ({"craft": "fitness"}, {"crafts": {"cooking", "fitness"}}, True),
        (SLUGS, {"specialities": {"bread", "unknown"}}, True),
        (SLUGS, {"specialities": {"unknown"}}, False),
        ({}, {"specialities": {"bread"}}, False),
        ({"ingredients": frozenset({"beurre sale", "ble"})}, {"ingredients": {"ble"}}, True),
        ({"ingredients": frozenset({"beurre sale"})}, {"ingredients": {"beurre", "sale"}}, False),
        ({"trust": 60}, {"trust_least": 60}, True),
        ({"trust": 55}, {"trust_least": 60}, False),
        ({"trust": 0}, {"trust_least": 0}, True),
        ({"trust": -1}, {"trust_least": 0}, False),
        ({}, {"only": {1, 7}}, True),
        ({}, {"only": {7}}, False),
        ({}, {"only": set()}, False),
        ({}, {"area": Area(48.85, 2.35, 48.85, 2.35)}, True),
        ({}, {"area": Area(48.86, 2.35, 49, 3)}, False),
        ({}, {"area": Area(48, 3, 49, -179)}, False),
        ({"lon": 179.0}, {"area": Area(48, 178, 49, -179)}, True),
        ({"lon": -179.5}, {"area": Area(48, 178, 49, -179)}, True),
        ({"lat": None, "lon": None}, {"area": Area(-90, -180, 90, 180)}, False),
        ({"place_modes": frozenset({PlaceMode.REMOTE})}, {"area": Area(48, 2, 49, 3)}, False),
        ({"price_minor": 1999}, {"max_price_minor": 1999}, True),
        ({"price_minor": 2000}, {"max_price_minor": 1999}, False),
        ({"diets": frozenset({"vegan", "halal"})}, {"diets": frozenset({"vegan"})}, True),
        ({"diets": frozenset({"vegan"})}, {"diets": frozenset({"vegan", "halal"})}, False),
        (
            {"allergens_contained": frozenset({"egg"})},
            {"without_allergens": frozenset({"egg"})},
            False,
        ),
        (
            {"allergens_contained": frozenset({"egg"})},
            {"without_allergens": frozenset({"milk"})},
            True,
        ),
        ({"has_picture": False}, {"with_picture": True}, False),
        ({"has_picture": True}, {"with_picture": True}, True),
        ({}, {"place_modes": {PlaceMode.REMOTE}}, False),
        ({}, {"place_modes": {PlaceMode.PROVIDER, PlaceMode.HOST}}, True),
        ({"place_modes": frozenset()}, {}, True),
        ({"place_modes": frozenset()}, {"near": PARIS}, False),
    ],
)
def test_filters_are_exact(engine, facts, filters, passes):
    fill(engine, offer(1, **facts))

    assert found(engine, **filters) == ([1] if passes else [])


# Nantes to Paris: 342 km.
@pytest.mark.parametrize(
    ("modes", "radius_km", "filters", "passes"),
    [
        ({"provider"}, 0, {"km": 343}, True),
        ({"provider"}, 0, {"km": 341}, False),
        ({"host"}, 343, {"km": 343}, True),
        ({"host"}, 341, {"km": 343}, False),
        ({"host"}, 343, {"km": 341}, False),
        ({"delivered"}, 341, {"km": 343}, False),
        ({"remote"}, 0, {"km": 1}, True),
        ({"remote", "provider"}, 0, {"km": 1, "place_modes": {PlaceMode.PROVIDER}}, False),
        ({"host", "provider"}, 10, {"km": 343}, True),
        ({"host", "provider"}, 10, {"km": 343, "place_modes": {PlaceMode.HOST}}, False),
    ],
)
def test_an_offer_is_near_if_both_can_meet(engine, modes, radius_km, filters, passes):
    place_modes = frozenset(PlaceMode(mode) for mode in modes)
    fill(engine, offer(1, place_modes=place_modes, radius_km=radius_km))

    filters = {n: frozenset(v) if isinstance(v, set) else v for n, v in filters.items()}

    hits = engine.search(Query(near=NANTES, **filters))

    assert [round(hit.distance_km) for hit in hits] == ([342] if passes else [])


def test_an_offer_without_a_place_is_near_only_when_remote(engine):
    nowhere = {"lat": None, "lon": None}
    fill(
        engine,
        offer(1, **nowhere, place_modes=frozenset({PlaceMode.REMOTE})),
        offer(2, **nowhere),
    )

    [hit] = engine.search(Query(near=PARIS, km=20_000))

    assert (hit.offer_id, hit.distance_km) == (1, None)
    assert found(engine) == [1, 2]


@pytest.mark.parametrize(
    "words", ["a" * 5000, "l'" * 90, "\x00\ud800", "*:?[]{}~^", "🥐 \U0001d491ain"]
)
def test_strange_words_are_answered(engine, words):
    fill(engine, offer(1, title=words.replace("\ud800", ""), body="pain"))

    engine.search(Query(words))
    engine.check()
