"""The site as an installed app: what browsers are told, and which pages they may keep."""

import json
import re

import pytest

from tests.factories.programmes import make_programme

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_language_has_a_manifest_whose_icons_are_there(browser_of, language):
    visitor = browser_of(None, language)

    manifest = json.loads(visitor.get("/app.webmanifest").text)

    assert (manifest["name"], manifest["lang"]) == ("Pro-Am", language)
    assert manifest["start_url"] == f"/{language}/my-week/"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        picture = visitor.client.get(icon["src"])
        assert picture.content_type == "image/png"
        assert picture.data.startswith(b"\x89PNG")


def test_the_worker_serves_the_whole_site_and_is_asked_for_anew(browser_of):
    answer = browser_of(None).client.get("/worker.js")

    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert len(answer.data) < 6 * 1024
    assert browser_of("ana").client.get("/worker.js").data == answer.data, "one for everybody"


def test_everything_in_the_shell_is_there_for_visitors(browser_of):
    visitor = browser_of(None)
    files = json.loads(re.search(r"FILES = (\[.*?\]);", visitor.client.get("/worker.js").text)[1])

    assert "/fr/offline" in files
    assert {visitor.client.get(path).status_code for path in files} == {200}


def test_a_page_is_kept_only_when_it_is_about_its_own_member(browser_of):
    ana, ben = browser_of("ana"), browser_of("ben")

    of_ana = ana.get("/my-week/").headers["Offline-Copy"]

    assert of_ana == ana.get("/my-week/").headers["Offline-Copy"]
    assert of_ana != ben.get("/my-week/").headers["Offline-Copy"]
    assert "Offline-Copy" not in ana.get("/search").headers
    assert "Offline-Copy" not in ana.get("/inbox").headers
    assert "Offline-Copy" not in browser_of(None).get("/my-week/").headers
    assert "data-offline-note hidden" in ana.get("/my-week/").text
    assert "<span data-copied-at></span>" in ana.get("/my-week/").text, "the worker fills it in"


def test_visitors_get_no_worker(browser_of):
    assert "data-worker" in browser_of("ana").get("/search").text
    assert "data-worker" not in browser_of(None).get("/search").text


def test_the_week_of_a_programme_is_kept_for_its_client_and_not_for_the_coach(browser_of, done):
    found = {}

    def begin(person):
        found["programme"] = make_programme(person("ana"), person("ben")).public_id

    done(begin)
    path = f"/programmes/{found['programme']}"

    assert "Offline-Copy" in browser_of("ana").get(path).headers
    assert "Offline-Copy" not in browser_of("ben").get(path).headers
    printed = f"{path}/weeks/2030-01-14/print"
    assert "Offline-Copy" in browser_of("ana").get(printed).headers
    assert "Offline-Copy" not in browser_of("ben").get(printed).headers
