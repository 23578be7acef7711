"""A page for each town, and what search engines are told."""

import json
import re

import pytest

from pro_am.foundation import places
from pro_am.foundation.places.slugs import slug_of, town_with
from pro_am.profiles import actions as profiles
from pro_am.profiles import queries
from pro_am.search import actions
from tests.factories import make_member, make_pro_am
from tests.support.statements import counted


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("Nantes (44)", "nantes"),
        ("Saint-Denis (93)", "saint-denis-93"),
        ("Saint-Denis (974)", "saint-denis"),
        ("Sainte-Luce-sur-Loire (44)", "sainte-luce-sur-loire"),
        ("L'Haÿ-les-Roses (94)", "l-hay-les-roses"),
        ("Valence (26)", "valence"),
        ("Valence (82)", "valence-82"),
        ("Ajaccio (2A)", "ajaccio"),
    ],
)
def test_a_town_and_its_address_belong_together(label, slug):
    town = places.find_town(label)

    assert slug_of(town) == slug
    assert town_with(slug) == town


@pytest.mark.parametrize(
    "slug", ["nant", "nowhere-at-all", "Nantes", "44000", "nantes-44", "-", "é"]
)
def test_what_is_no_towns_address_leads_nowhere(slug):
    assert town_with(slug) is None


@pytest.fixture
def two_towns(app, people):
    with app.app_context():
        make_pro_am(make_member("Cy Clisson"), town="Clisson (44)", title="Run along the river")
        actions.rebuild()


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_town_shows_who_is_around_free_soon_and_the_towns_nearby(two_towns, browser_of):
    page = browser_of(None).get("/en/a/nantes").text

    assert "1 gifted amateur within 25 km." in page
    assert "Dinner at my table" in page
    assert "Free this week-end" in page
    assert "Sat 12 Jan\u00a0·\u00a018:00" in page
    assert re.search(r'href="/en/a/clisson">Clisson <span class="soft">1<', page)
    assert 'rel="canonical" href="http://127.0.0.1:8000/en/a/nantes"' in page
    assert 'hreflang="fr" href="http://127.0.0.1:8000/fr/a/nantes"' in page


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_town_tells_search_engines_what_it_shows(two_towns, browser_of):
    page = browser_of(None).get("/en/a/nantes").text

    [told] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    linked = json.loads(told)
    assert linked["@type"] == "ItemList"
    for item in linked["itemListElement"]:
        assert item["name"] in page
        assert item["url"].startswith("http://127.0.0.1:8000/en/pro/")


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_town_shows_who_is_new_and_what_is_done_there(app, two_towns, browser_of):
    with app.app_context():
        for number in range(5):
            make_pro_am(make_member(f"New{number} Comer"), title=f"New dish {number}")
        actions.rebuild()

    visitor = browser_of(None)
    visitor.get("/en/a/nantes")

    with counted(app) as asked:
        page = visitor.get("/en/a/nantes").text

    assert len(asked) <= 8, "\n".join(asked)
    new = page.split("New around here")[1]
    assert new.count('<li class="card"') >= 2  # four are free at the week-end, and stand above
    assert re.search(r'href="/en/search\?speciality=[^"]+where=Nantes', page)


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_all_towns_are_on_one_page(two_towns, browser_of):
    visitor = browser_of(None)
    page = visitor.get("/en/a").text

    letters = re.findall(r'letters__letter">(.)<', page)
    assert letters == ["C", "N"]
    for slug in ("clisson", "nantes"):
        assert f'href="/en/a/{slug}"' in page
    assert 'href="/en/a"' in visitor.get("/en/").text


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_where_nobody_is_near_the_page_says_so(two_towns, browser_of):
    visitor = browser_of(None)
    page = visitor.get("/en/a/marseille").text

    assert "Nobody around Marseille yet" in page
    assert "/en/start-offering" in page
    assert 'content="noindex"' in page
    assert visitor.get("/en/a/nowhere-at-all").status_code == 404


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_home_leads_to_the_towns(two_towns, browser_of):
    assert 'href="/en/a/clisson"' in browser_of(None).get("/en/").text


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_the_sitemap_lists_what_is_public_and_nothing_else(app, two_towns, browser_of):
    visitor = browser_of(None)
    everything = visitor.get("/sitemap.xml")
    with app.test_request_context("/en/"):
        profiles.pause_profile(queries.profile_with("ben-keller"))

    listed = re.findall(r"<loc>http://[^/]+(/[^<]+)</loc>", everything.text)

    assert everything.mimetype == "application/xml"
    assert {"/fr/", "/en/help", "/fr/a/nantes", "/en/a/clisson", "/fr/pro/ben-keller"} <= {*listed}
    for path in listed:
        if "ben-keller" not in path:
            assert visitor.get(path).status_code == 200, path
    assert "/pro/ben-keller" not in visitor.get("/sitemap.xml").text


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_robots_are_told_where_the_sitemap_is(app, browser_of):
    answer = browser_of(None).get("/robots.txt")

    assert answer.mimetype == "text/plain"
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in answer.text
    assert "Disallow: /*/search?*day=" in answer.text
    assert "Disallow: /fr/account/" in answer.text
