"""What offers say is completed, counted and told from typing errors."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.search.rules.wording.packed import packed, unpacked
from pro_am.search.rules.wording.phrases import Phrases, Said, spelling
from pro_am.search.rules.wording.vocabulary import (
    FEW,
    INGREDIENT,
    NAME,
    SPECIALITY,
    TITLE,
    Names,
    OfferWording,
    Vocabulary,
)

NAMES = Names(
    {"cooking": {"fr": "Cuisine", "en": "Cooking"}},
    {"sourdough-bread": {"fr": "Pain au levain", "en": "Sourdough bread"}},
)


def offer(offer_id, title="Dîner", **facts):
    usual = {
        "language": "fr",
        "title": title,
        "body": "",
        "ingredients": (),
        "pro_name": f"Pro {offer_id}",
        "pro_slug": f"pro-{offer_id}",
        "speciality_slugs": (),
        "craft_slug": "cooking",
    }
    return OfferWording(offer_id=offer_id, **(usual | facts))


def everybody(_offer_id):
    return True


def texts(vocabulary, typed, *kinds, is_there=everybody):
    phrases = vocabulary.who if NAME in kinds else vocabulary.what
    found = phrases.beginning_with(typed, 10, is_there)
    return [each.text for each in found if each.kind in kinds]


@pytest.fixture
def vocabulary():
    return Vocabulary.of(
        [
            offer(1, "Gâteau au chocolat", ingredients=("Chocolat noir", "Œufs")),
            offer(2, "Gâteau basque", body="Un gateau de ma grand-mère, et d’autres gâteaux."),
            offer(
                3, "Pain d’épices", speciality_slugs=("sourdough-bread",), pro_name="Noé Gâtinet"
            ),
            offer(4, "gateau basque ", ingredients=("œufs",)),
        ],
        NAMES,
    )


@pytest.mark.parametrize(
    ("typed", "kinds", "found"),
    [
        ("gat", [TITLE], ["Gâteau basque", "Gâteau au chocolat"]),
        ("GÂTEAU B", [TITLE], ["Gâteau basque"]),
        ("choc", [TITLE, INGREDIENT], ["Chocolat noir", "Gâteau au chocolat"]),
        ("chocolat gat", [TITLE], ["Gâteau au chocolat"]),
        ("gateau choc", [TITLE], ["Gâteau au chocolat"]),
        ("oeu", [INGREDIENT], ["Œufs"]),
        ("epices", [TITLE], ["Pain d’épices"]),
        ("lev", [SPECIALITY], ["sourdough-bread"]),
        ("sourdough b", [SPECIALITY], ["sourdough-bread"]),
        ("gat", [NAME], ["Noé Gâtinet"]),
        ("zzz", [TITLE], []),
        ("", [TITLE], []),
        ("…", [TITLE], []),
    ],
)
def test_names_are_found_by_any_of_their_words(vocabulary, typed, kinds, found):
    assert texts(vocabulary, typed, *kinds) == found


def test_what_nobody_there_says_is_not_suggested(vocabulary):
    assert texts(vocabulary, "gat", TITLE, is_there={2, 3}.__contains__) == ["Gâteau basque"]
    assert texts(vocabulary, "gat", TITLE, is_there={3}.__contains__) == []


@pytest.mark.parametrize(
    ("word", "is_known"),
    [("gateau", True), ("gateaux", True), ("epice", True), ("zorglub", False)],
)
def test_a_word_is_known_in_all_its_forms(vocabulary, word, is_known):
    assert vocabulary.has(word) is is_known


def test_words_are_counted_by_offers(vocabulary):
    assert vocabulary.offers_with("gateau") == 3
    assert vocabulary.offers_with("gateaux") == 1
    assert vocabulary.offers_with("zorglub") == 0


def test_the_closest_word_comes_first_then_the_most_frequent(vocabulary):
    found = [(each.word, each.mistakes) for each in vocabulary.similar("gateua", everybody)]
    assert found == [("gâteau", 1)]
    assert [each.word for each in vocabulary.similar("gateauu", everybody)] == ["gâteau", "gâteaux"]
    assert [each.word for each in vocabulary.similar("chocolta", everybody)] == ["chocolat"]


def test_a_word_goes_with_the_offers_that_said_it(vocabulary):
    assert vocabulary.similar("gatinte", everybody)
    assert vocabulary.similar("gatinte", {1, 2, 4}.__contains__) == []


def test_a_word_of_many_is_nobody_s_own():
    vocabulary = Vocabulary.of([offer(n, "Ratatouille") for n in range(FEW + 1)], NAMES)
    assert vocabulary.similar("ratatouile", lambda _offer_id: False)


def test_what_is_packed_comes_back_the_same(vocabulary):
    again = unpacked(packed(vocabulary))

    assert texts(again, "gat", TITLE) == texts(vocabulary, "gat", TITLE)
    assert texts(again, "gat", NAME) == ["Noé Gâtinet"]
    assert again.similar("gateua", everybody) == vocabulary.similar("gateua", everybody)
    assert unpacked(b"of another version") is None
    assert unpacked(packed(vocabulary)[:200]) is None


def test_an_empty_community_has_no_words():
    empty = unpacked(packed(Vocabulary.of([], NAMES)))
    assert texts(empty, "a", TITLE) == []
    assert not empty.has("gateau")
    assert empty.similar("gateau", everybody) == []


@given(
    st.lists(st.text(st.sampled_from("ab éŒ'\n"), max_size=12), max_size=12),
    st.text(st.sampled_from("abé"), min_size=1, max_size=4),
)
@settings(max_examples=100)
def test_every_word_that_begins_so_is_found(titles, typed):
    phrases = Phrases.of([Said(TITLE, " ".join(t.split()), (spelling(t),), [n])
                          for n, t in enumerate(titles) if spelling(t)])  # fmt: skip

    found = phrases.beginning_with(typed, 100, everybody)

    expected = {
        n
        for n, title in enumerate(titles)
        if any(word.startswith(spelling(typed)) for word in spelling(title).split())
    }
    assert {each.offer_id for each in found} == expected
