"""A query is taken for what it means, and the page says so."""

import re

import pytest

from pro_am.foundation.database import db
from pro_am.profiles.models import Offer
from pro_am.search import actions
from pro_am.search.actions import synonyms
from pro_am.search.rules.wording.synonyms import SynonymText
from tests.factories import make_member, make_pro_am

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture
def search(app, people, browser_of):
    """A function from words to the titles on the page, and its text."""
    with app.app_context():
        make_pro_am(
            make_member("Gus Baker", language="fr"), title="Gâteau basque", town="Angers (49)"
        )
        make_pro_am(
            make_member("Rita Runner", language="fr"),
            title="Course au bord de Loire",
            craft="gardening",
        )
        actions.rebuild()

    def search(words, language="fr", **wishes):
        answer = browser_of(None).client.get(
            f"/{language}/search", query_string={"q": words, **wishes}
        )
        assert answer.status_code == 200, answer.text
        exactly = answer.text.partition('id="rescue"')[0]
        return re.findall(r'class="card__link"[^>]*>([^<]+)<', exactly), exactly

    return search


@pytest.mark.parametrize("typed", ["gateua", "gateeau", "gâtau", "basuqe", "basquse"])
def test_a_mistyped_word_finds_what_was_meant_and_says_so(search, typed):
    titles, text = search(typed)

    assert titles == ["Gâteau basque"]
    assert "Résultats aussi pour" in text
    assert "exact=y" in text


def test_the_other_search_is_left_out_on_demand(search):
    titles, text = search("gateua", exact="y")
    assert titles == []
    assert "Vouliez-vous dire" in text
    assert re.search(r'href="[^"]*q=g%C3%A2teau[^"]*"', text)


@pytest.mark.parametrize("typed", ["gâteaux", "BASQUE", "angers", "nantes", "2026", "pain"])
def test_words_that_exist_are_left_alone(search, typed):
    assert "Résultats aussi pour" not in search(typed)[1]


def test_exact_words_come_first(app, search):
    with app.app_context():
        make_pro_am(make_member("Bo Boat", language="fr"), title="Bateau")
        make_pro_am(make_member("Bob Boat", language="fr"), title="Bateaux anciens")
        actions.rebuild()
    titles, text = search("bateau")
    assert titles[0] == "Bateau"
    assert "Gâteau basque" not in titles
    assert "Résultats aussi" not in text


def test_nothing_is_said_of_a_word_that_left(app, search):
    with app.app_context():
        baker = db.session.query(Offer).filter_by(title="Gâteau basque").one()
        from pro_am.profiles import actions as profiles

        profiles.pause_offer(baker)
    titles, text = search("gateua")
    assert titles == []
    assert "âteau" not in text


def test_a_rare_word_is_asked_about_and_searched_as_it_is(app, search):
    with app.app_context():
        make_pro_am(make_member("Tom Typo"), title="Fricasee")
        for number in range(20):
            make_pro_am(make_member(f"Pro{number} Am"), title="Fricassee maison")
        actions.rebuild()
    titles, text = search("fricasee")
    assert "Fricasee" in titles
    assert "Vouliez-vous dire" in text


def test_synonyms_find_what_nobody_typed(app, search):
    assert search("footing")[0] == []
    with app.test_request_context("/fr/"):
        text = SynonymText("fr", ("footing", "course au bord"))
        synonyms.add_synonym(text, is_one_way=False, by=make_member("Mona Moderator"))

    assert search("footing")[0][0] == "Course au bord de Loire"
    assert search("footing", "en")[0] == []


def test_a_community_begins_with_synonyms_and_keeps_its_own(app, people):
    from pro_am.search.queries import synonyms as queries

    with app.app_context():
        synonyms.found_starting_synonyms()
        first = queries.synonyms()[0]
        count = queries.count()
        assert count > 60
        with app.test_request_context("/fr/"):
            synonyms.remove_synonym(first, by=make_member("Mona Moderator"))
        synonyms.found_starting_synonyms()
        assert queries.count() == count - 1


def test_too_many_words_are_cut_and_it_is_said(search):
    many = " ".join(f"mot{n}" for n in range(20)) + " basque"
    assert "12" in search(many)[1]


NAUGHTY = ("\ud800gateau", "‮gateau", "🍰", "'; DROP TABLE", "(.*)+$" * 20, "ﬁ" * 30, "%", "a" * 200)


def test_whatever_is_asked_gets_an_answer(app, search, browser_of):
    visitor = browser_of(None)
    for typed in (*NAUGHTY, "x" * 10_000):
        query = {"q": typed.encode("utf-8", "surrogatepass")}
        answer = visitor.client.get("/fr/search", query_string=query)
        assert answer.status_code in (200, 422), typed
