"""Any search as an Atom feed: what RFC 4287 asks of one, and nothing that is not public."""

from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db, transaction
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Offer
from tests.factories import make_member, make_pro_am

ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 4287, sections 4.1.1 and 4.1.2: what there is exactly one of.
ONCE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated")}


def read(browser, path="/search.atom", **kwargs):
    answer = browser.get(path, **kwargs)
    assert answer.status_code == 200
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(answer.data)  # noqa: S314 - our own
    assert feed.tag == f"{ATOM}feed"
    return answer, feed


def check(element, name):
    for once in ONCE[name]:
        [found] = element.findall(ATOM + once)
        assert found.text
    moment = element.find(f"{ATOM}updated").text
    assert datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert urlsplit(element.find(f"{ATOM}id").text).scheme in ("http", "https", "tag")
    assert element.find(f"{ATOM}author/{ATOM}name").text
    links = element.findall(f"{ATOM}link")
    assert len({(each.get("rel"), each.get("type")) for each in links}) == len(links)
    for each in links:
        assert urlsplit(each.get("href")).scheme in ("http", "https"), "whole addresses"


def test_a_feed_is_what_the_standard_says(browser_of, done, people):
    done(lambda person: make_pro_am(make_member("Dora Blanc"), title="Bread & <b>butter</b> \x0b"))

    _, feed = read(browser_of(None), "/search.atom?where=Nantes+(44)&km=10")

    check(feed, "feed")
    entries = feed.findall(f"{ATOM}entry")
    for entry in entries:
        check(entry, "entry")
        assert entry.find(f"{ATOM}published").text <= entry.find(f"{ATOM}updated").text
    assert len({each.find(f"{ATOM}id").text for each in entries}) == len(entries) == 2
    assert feed.find(f"{ATOM}link[@rel='self']").get("href").endswith("where=Nantes+%2844%29&km=10")


def test_the_newest_come_first_and_only_those_that_fit(browser_of, done, people, time):
    time.forward(days=1)
    done(lambda person: make_pro_am(make_member("Dora Blanc"), title="Bread", price_minor=900))
    visitor = browser_of(None)

    titles = [e.find(f"{ATOM}title").text for e in read(visitor)[1].findall(f"{ATOM}entry")]
    assert titles == ["Bread", "Dinner at my table"]
    _, cheap = read(visitor, "/search.atom?price=10")
    assert [e.find(f"{ATOM}title").text for e in cheap.findall(f"{ATOM}entry")] == ["Bread"]


def test_an_offer_keeps_its_id_when_it_changes(app, browser_of, done, people, time):
    def ids():
        return [e.find(f"{ATOM}id").text for e in read(browser_of(None))[1].findall(f"{ATOM}entry")]

    before = ids()
    time.forward(days=2)

    def rename(person):
        with transaction():
            db.session.scalars(select(Offer)).one().title = "Supper"

    done(rename)

    assert ids() == before


def test_no_exact_place_no_address_of_anybody(browser_of, people):
    text = read(browser_of(None))[0].text

    for private in ("rue des Cuisiniers", "@example.org", "47.2", "latitude"):
        assert private not in text


def test_who_is_hidden_is_gone_at_once(browser_of, done, people):
    done(lambda person: profiles.pause_profile(db.session.scalars(select(Offer)).one().profile))

    assert read(browser_of(None))[1].findall(f"{ATOM}entry") == []


def test_what_was_read_is_not_sent_again(browser_of, people):
    visitor = browser_of(None)
    answer, _ = read(visitor)

    again = visitor.get("/search.atom", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    since = {"If-Modified-Since": answer.headers["Last-Modified"]}
    assert visitor.get("/search.atom", headers=since).status_code == 304


@pytest.mark.parametrize("asked", ["?price=a-lot", "?where=nowhere-at-all", "?day=2030-99-99"])
def test_what_is_not_understood_is_said(browser_of, people, asked):
    answer = browser_of(None).get(f"/search.atom{asked}")

    assert (answer.status_code, answer.mimetype) == (422, "text/plain")


@pytest.mark.parametrize("asked", ["q=%F0%9F%92%A9%ED%A0%80", "q=" + "x" * 199, "page=-1", "%FF"])
def test_strange_addresses_are_answered(browser_of, people, asked):
    answer = browser_of(None).get(f"/search.atom?{asked}")

    assert answer.status_code in (200, 422)


def test_the_results_lead_to_their_feed(browser_of, people):
    page = browser_of(None).get("/search?q=dinner&sort=price").text

    assert 'type="application/atom+xml"' in page
    assert 'href="/en/search.atom?q=dinner"' in page
