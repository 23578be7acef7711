"""Other words for what is asked are found too, as moderators wrote them down."""

import pytest

from pro_am.foundation.refusal import Refusal
from pro_am.search.rules.text import tokens
from pro_am.search.rules.wording import synonyms
from pro_am.search.rules.wording.synonyms import Synonyms, SynonymText, check, lines_of
from pro_am.search.starting_synonyms import BOTH_WAYS, ONE_WAY

SOME = Synonyms(
    [
        SynonymText("fr", ("running", "course à pied", "footing")),
        SynonymText("fr", ("italien",), ("pâtes fraîches",)),
        SynonymText("fr", ("navet", "panais")),  # of a circle, one step is gone
        SynonymText("fr", ("panais", "poireau")),
        SynonymText("fr", ("poireau", "navet")),
        SynonymText("en", ("running", "jogging")),
    ]
)


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("running", {"running": ["course à pied", "footing"]}),
        ("footings", {"footings": ["running", "course à pied"]}),
        ("course à pied", {"pied": ["running", "footing"]}),
        ("une course a pied le matin", {"pied": ["running", "footing"]}),
        ("course de vélo", {}),
        ("pied", {}),
        ("italien", {"italien": ["pâtes fraîches"]}),
        ("pâtes fraîches", {}),
        ("ITALIENS panais", {"italiens": ["pâtes fraîches"], "panais": ["navet", "poireau"]}),
        ("panais", {"panais": ["navet", "poireau"]}),
        ("", {}),
    ],
)  # fmt: skip
def test_synonyms_are_found_in_any_form_and_once(text, also):
    assert SOME.also(list(tokens(text)), "fr") == also


def test_each_language_has_its_own():
    assert SOME.also(["running"], "en") == {"running": ["jogging"]}
    assert SOME.also(["footing"], "en") == {}


@pytest.mark.parametrize(
    ("words", "finds", "is_one_way", "refusal"),
    [
        ("", "", False, synonyms.NoWords),
        (" , \n", "", False, synonyms.NoWords),
        ("footing", "", False, synonyms.OneWordAlone),
        ("Footing, footing", "", False, synonyms.OneWordAlone),
        ("italien", "", True, synonyms.NothingToFind),
        ("italien", "x" * 61, True, synonyms.TextTooLong),
        ("\n".join(f"mot{n}" for n in range(13)), "", False, synonyms.TooManyTexts),
        ("footing, le", "", False, synonyms.SaysNothing),
        ("footing, ???", "", False, synonyms.SaysNothing),
    ],
)
def test_what_makes_no_synonyms_is_refused_beside_its_field(words, finds, is_one_way, refusal):
    text = SynonymText("fr", lines_of(words), lines_of(finds))
    with pytest.raises(refusal) as refused:
        check(text, is_one_way=is_one_way)
    assert refused.value.field in ("words", "finds")
    assert isinstance(refused.value, Refusal)


def test_the_same_words_have_the_same_key():
    one = SynonymText("fr", lines_of("Crêpe, galette"))
    other = SynonymText("fr", lines_of("galette\ncrepe,\n"))
    assert one.key == other.key


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_synonym_a_community_begins_with_is_good_and_there_once(language):
    both = [SynonymText(language, words) for words in BOTH_WAYS[language]]
    one = [SynonymText(language, *pair) for pair in ONE_WAY[language]]
    for each in both:
        check(each, is_one_way=False)
    for each in one:
        check(each, is_one_way=True)
    assert len({each.key for each in both + one}) == len(both + one)
    assert len(both + one) >= 30 if language == "en" else 40
