"""Which saved searches an offer fits: the quick way and the obvious one say the same."""

import json
from dataclasses import replace
from datetime import datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.alerts import rules
from pro_am.alerts.rules import Pace, kept
from pro_am.alerts.rules.percolator import Percolator, fits, usual_keys
from pro_am.profiles.rules import PlaceMode
from pro_am.search.rules.documents import Area, Order, Query, SearchDocument, weighted_terms

CRAFTS = ("cooking", "fitness", "gardening")
WORDS = ("pâtes", "fraîches", "pain", "yoga", "running", "dinner", "bread", "the", "rosé", "roses")
POINTS = ((47.22, -1.55), (48.85, 2.35), (47.30, -1.60), (-17.5, 179.9))


def chance_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no secret depends on it


def some_query(chance: Random) -> Query:
    """Mostly few filters, as people ask."""
    query = Query(every_word=True, words=" ".join(chance.sample(WORDS, chance.choice((0, 1, 2)))))
    changes = {
        "crafts": frozenset(chance.sample(CRAFTS, chance.choice((1, 2)))),
        "specialities": frozenset({chance.choice(("pasta", "bread", "yoga"))}),
        "spoken": frozenset({chance.choice(("fr", "en", "br"))}),
        "ingredients": frozenset({chance.choice(("beurre sale", "basil"))}),
        "max_price_minor": chance.choice((0, 1500, 4000)),
        "people": chance.choice((1, 4, 9)),
        "near": chance.choice(POINTS),
        "km": chance.choice((5, 25, 400)),
        "area": Area(46, -3, 48, 0),
        "place_modes": frozenset(chance.sample(list(PlaceMode), 2)),
        "diets": frozenset({"vegan"}),
        "without_allergens": frozenset({"milk"}),
        "trust_least": 60,
        "language": chance.choice(("fr", "en")),
        "with_picture": True,
    }
    wanted = chance.sample(list(changes), chance.choice((0, 1, 2, 3)))
    return replace(query, **{name: changes[name] for name in wanted})


def some_document(chance: Random, number: int = 1) -> SearchDocument:
    lat, lon = chance.choice((*POINTS, (None, None)))
    return SearchDocument(
        offer_id=number,
        member_id=number,
        language=chance.choice(("fr", "en")),
        title=" ".join(chance.sample(WORDS, 3)),
        craft=chance.choice(CRAFTS),
        price_minor=chance.choice((0, 1500, 9000)),
        place_modes=frozenset({chance.choice(list(PlaceMode))}),
        speciality_slugs=frozenset(chance.sample(("pasta", "bread", "yoga"), 1)),
        spoken=frozenset(chance.sample(("fr", "en", "br"), 2)),
        seats_most=6,
        ingredients=frozenset(chance.sample(("beurre sale", "basil"), 1)),
        favourites=("Beurre salé",),
        body=" ".join(chance.sample(WORDS, 4)),
        lat=lat,
        lon=lon,
        radius_km=8,
        diets=frozenset(chance.choice(((), ("vegan",)))),
        allergens_contained=frozenset(chance.choice(((), ("milk",)))),
        has_picture=chance.random() < 0.5,
        trust=chance.choice((-1, 55, 80)),
    )


@given(seed=st.integers(0, 10**6))
def test_the_percolator_finds_what_comparing_each_finds(seed):
    chance = chance_of(seed)
    queries = {number: some_query(chance) for number in range(40)}
    percolator = Percolator(usual_keys(some_document(chance) for _ in range(5)))
    for number, query in queries.items():
        percolator.add(number, query)

    for _ in range(10):
        document = some_document(chance)
        said = weighted_terms(document)

        assert percolator.finding(document) == {
            number for number, query in queries.items() if fits(query, document, said)
        }


def test_only_what_did_not_fit_before_is_news():
    chance = chance_of(5)
    cheap = Query(max_price_minor=2000, every_word=True)
    percolator = Percolator({})
    percolator.add(1, cheap)
    percolator.add(2, Query(crafts=frozenset({"cooking"})))
    before = replace(some_document(chance), craft="cooking", price_minor=3000)

    assert percolator.newly_finding(None, before) == {2}
    assert percolator.newly_finding(before, replace(before, price_minor=2000)) == {1}
    assert percolator.newly_finding(before, before) == set()


def test_what_is_forgotten_finds_nothing():
    percolator = Percolator({})
    percolator.add(1, Query(crafts=frozenset({"cooking"})))
    percolator.forget([1])

    assert percolator.finding(replace(some_document(chance_of(1)), craft="cooking")) == set()


@pytest.mark.parametrize(
    ("words", "title", "language", "does"),
    [
        ("pates fraiches", "Pâtes fraîches", "fr", True),
        ("pates roses", "Pâtes fraîches", "fr", False),
        ("", "Pâtes", "fr", True),
        ("yoga the", "Yoga", "en", True),  # "the" says nothing in English
        ("the", "Yoga", "en", False),  # and alone finds nobody there
    ],
)
def test_a_letter_is_written_when_every_word_is_said(words, title, language, does):
    document = SearchDocument(1, 1, language, title, "cooking", 0, frozenset({PlaceMode.REMOTE}))
    query = Query(words=words, every_word=True)

    assert fits(query, document, weighted_terms(document)) is does


def test_a_synonym_will_do():
    document = SearchDocument(1, 1, "fr", "Gâteau", "cooking", 0, frozenset({PlaceMode.REMOTE}))
    query = Query(words="cake", also=(("cake", (("gâteau", 0.8),)),), every_word=True)

    assert fits(query, document, weighted_terms(document))


@given(seed=st.integers(0, 10**6))
def test_what_is_kept_comes_back_the_same(seed):
    chance = chance_of(seed)
    query = replace(some_query(chance), also=(("cake", (("gateau", 0.8), ("tarte", 0.5))),))
    document = some_document(chance)

    assert kept.from_json(Query, json.loads(json.dumps(kept.as_json(query)))) == query
    told = json.loads(json.dumps(kept.as_json(document)))
    assert kept.from_json(SearchDocument, told) == document


def test_what_a_later_version_no_longer_knows_is_passed_over():
    told = kept.as_json(Query(words="bread", order=Order.PRICE)) | {"colour": "red"}

    assert kept.from_json(Query, told) == Query(words="bread", order=Order.PRICE)


EIGHT = datetime(2030, 1, 7, 8)


@pytest.mark.parametrize(
    ("pace", "told", "now", "due"),
    [
        (Pace.OFF, None, EIGHT, False),
        (Pace.AT_ONCE, None, EIGHT.replace(hour=3), True),
        (Pace.AT_ONCE, EIGHT, EIGHT.replace(minute=14), False),
        (Pace.AT_ONCE, EIGHT, EIGHT.replace(minute=15), True),
        (Pace.DAILY, None, EIGHT.replace(hour=7), False),
        (Pace.DAILY, None, EIGHT, True),
        (Pace.DAILY, EIGHT, EIGHT.replace(hour=23), False),
        (Pace.DAILY, EIGHT.replace(hour=22), EIGHT.replace(day=8), True),
    ],
)
def test_letters_come_at_their_pace(pace, told, now, due):
    assert rules.is_due(pace, told, now) is due


@pytest.mark.parametrize(
    ("asked", "saved", "refusal"),
    [
        ("", 0, rules.NothingAsked),
        ("q=" + "x" * 1000, 0, rules.AskedTooMuch),
        ("q=bread", 50, rules.EnoughSaved),
    ],
)
def test_some_searches_are_not_saved(asked, saved, refusal):
    with pytest.raises(refusal):
        rules.check_saving(asked, saved)


def test_a_name_is_one_short_line():
    assert rules.proposed_name(["“bread”", "within 25 km of Nantes"]) == (
        "“bread”, within 25 km of Nantes"
    )
    assert rules.called("a\n b\tc") == "a b c"
    assert len(rules.called("x" * 500)) == rules.LONGEST_NAME
