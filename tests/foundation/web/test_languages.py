import re

import pytest
from flask import url_for
from flask_babel import force_locale

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

PUBLIC = "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("wanted", "home"),
    [
        ("fr", "/fr/"),
        ("en-GB,en;q=0.9,fr;q=0.5", "/en/"),
        ("de,en;q=0.3", "/en/"),
        ("de", "/fr/"),  # the language of the community
        ("", "/fr/"),
        (";;q=,,", "/fr/"),
    ],
)
def test_the_front_door_leads_to_the_browsers_language(app, browser_of, wanted, home):
    answer = browser_of(None).get("/", headers={"Accept-Language": wanted})

    assert (answer.status_code, answer.location) == (302, home)
    assert "Accept-Language" in answer.vary


def test_the_community_chooses_for_browsers_that_ask_for_neither(app, browser_of):
    app.config["LANGUAGE"] = "en"

    assert browser_of(None).get("/", headers={"Accept-Language": "de"}).location == "/en/"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_address_decides_whatever_the_browser_asks(browser_of, language):
    answer = browser_of(None, language).get("/search", headers={"Accept-Language": "de, it"})

    assert f'<html lang="{language}">' in answer.text


@pytest.mark.parametrize("path", ["/de/", "/de/search", "/FR/", "/search", "/fr-FR/", "/fr"])
def test_an_unknown_language_is_an_unknown_page(app, path):
    answer = app.test_client().get(path, base_url="http://127.0.0.1")

    assert answer.status_code == (308 if path == "/fr" else 404)


def test_every_page_names_its_other_languages(browser_of):
    page = browser_of(None, "fr").get("/search?q=pain&where=Nantes+%2844%29").text

    alternates = dict(re.findall(r'<link rel="alternate" hreflang="(..)" href="([^"]+)">', page))

    assert alternates == {
        language: f"{PUBLIC}/{language}/search?q=pain&amp;where=Nantes+%2844%29"
        for language in ("fr", "en")
    }


@pytest.mark.parametrize(
    "query",
    ["endpoint=x", "language=zz", "_external=1", "_scheme=javascript", "_method=PUT", "q=%FF"],
)
def test_no_query_leads_the_other_language_astray(browser_of, query):
    answer = browser_of(None, "en").get(f"/?{query}")

    assert answer.status_code == 200
    assert f'hreflang="fr" href="{PUBLIC}/fr/?' in answer.text


def test_a_letters_language_wins_over_the_pages(app):
    with app.test_request_context("/fr/"):
        assert url_for("pages.home") == "/fr/"
        with force_locale("en"):
            assert url_for("pages.home") == "/en/"
