import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.search.rules.text import LONGEST_QUERY, MOST_WORDS, asked_words, fold, terms, tokens


def finds(query, text, language):
    """Whether every word of the query that says something in the text's language is in it."""
    asked = {term for word in asked_words(query) for term, _ in word if term.startswith(language)}
    return bool(asked) and asked <= set(terms(text, language))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Crème BRÛLÉE", "creme brulee"),
        ("L’Œuf", "l'oeuf"),
        ("l`œuf l\u00b4œuf l\u02bcœuf", "l'oeuf l'oeuf l'oeuf"),
        ("Straße", "strasse"),
        ("Læsø", "laeso"),
        ("ﬁlet", "filet"),
        ("İstanbul", "istanbul"),
        ("cre\u0300me", "creme"),
        ("cui\u00adsine", "cuisine"),
        ("\uff12\uff10 km", "20 km"),
    ],
)
def test_accents_case_and_ligatures_do_not_matter(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("creme brulee", "Crème brûlée à la vanille"),
        ("crème brûlée", "creme brulee"),
        ("crêpes", "Une crêpe"),
        ("crepe", "Des crêpes de sarrasin"),
        ("l’œuf", "Oeufs cocotte"),
        ("oeuf", "L'œuf parfait"),
        ("l oeuf", "Oeufs cocotte"),
        ("gâteau", "Gâteaux d’anniversaire"),
        ("anniversaires", "Gâteaux d’anniversaire"),
        ("végétariennes", "Cuisine végétarienne"),
        ("maïs", "Galettes de maïs"),
        ("thé", "Thé à la menthe"),
        ("pain au son", "Pain au son"),
        ("menu 3 plats", "Un menu, 3 plats"),
        ("coaches", "Coach sportif"),
        ("qu'un gratin", "Gratin dauphinois"),
    ],
)
def test_french_words_find_their_other_forms(query, text):
    assert finds(query, text, "fr")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("coaches", "Your running coach"),
        ("coach", "Coaches for everyone"),
        ("the chefs", "A chef's table"),
        ("running", "I run with you"),
        ("creme brulee", "The real crème brûlée"),
        ("10 km", "From sofa to 10 km"),
    ],
)
def test_english_words_find_their_other_forms(query, text):
    assert finds(query, text, "en")


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("crêpe", "Crème brûlée", "fr"),
        ("chef", "Cheffe d'orchestre ou chat", "fr"),
        ("yoga", "Pilates", "en"),
    ],
)
def test_other_words_do_not_meet(query, text, language):
    assert not finds(query, text, language)


@pytest.mark.parametrize("text", ["le la les", "", "  ", "?! …", "à l'", "qu'on"])
def test_words_that_say_nothing_are_not_indexed(text):
    assert terms(text, "fr") == []


def test_terms_are_repeated_as_often_as_they_are_said():
    assert terms("Tarte, tartes et TARTE", "fr") == ["fr:tart"] * 3


def test_a_query_is_stemmed_in_each_language_that_is_searched():
    assert asked_words("crêpes") == ((("fr:crep", 1.0), ("en:crepe", 1.0)),)
    assert asked_words("crêpes", languages=("en",)) == ((("en:crepe", 1.0),),)


def test_a_repeated_word_is_asked_once():
    assert len(asked_words("pain Pains PAIN")) == 1


def test_other_texts_for_a_word_are_terms_of_the_same_word():
    also = (("gateua", (("gâteau", 0.5), ("pâte fraîche", 0.8))), ("the", (("thé vert", 0.8),)))

    [word] = asked_words("Gateua", also, languages=("fr",))

    assert dict(word) == {
        "fr:gateu": 1.0,
        "fr:gateau": 0.5,
        "fr:pat": 0.4,
        "fr:fraich": 0.4,
    }
    [word] = asked_words("the", also)
    assert dict(word) == {"fr:the": 1.0, "fr:vert": 0.4, "en:vert": 0.8}


def test_a_long_query_is_cut():
    assert len(asked_words(" ".join(f"mot{n}" for n in range(40)))) == MOST_WORDS
    assert asked_words(" " * LONGEST_QUERY + "pain") == ()


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from(["fr", "en"]))
def test_any_text_gives_clean_terms(text, language):
    for term in terms(text, language):
        assert term.startswith(f"{language}:")
        assert 3 < len(term) < 60
        assert not any(c.isspace() for c in term)


@given(st.text(alphabet="abéèçœ'’ -LSdx1", max_size=60), st.sampled_from(["fr", "en"]))
def test_a_text_is_found_by_its_own_words(text, language):
    asked = {term for word in asked_words(text) for term, _ in word}

    assert set(terms(text, language)) <= asked or len(asked_words(text)) == MOST_WORDS


@given(st.text())
def test_white_space_ends_a_token_whatever_stands_around_it(text):
    assert list(tokens(text)) == [each for piece in text.split() for each in tokens(piece)]
