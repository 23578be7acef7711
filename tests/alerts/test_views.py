"""Saving a search from the results, the page of saved searches, the letter's way out, feeds."""

import re

import pytest
from sqlalchemy import select

from pro_am.alerts import actions, queries
from pro_am.alerts.models import SavedSearch
from pro_am.alerts.rules import MOST, Pace
from pro_am.foundation.database import db, transaction
from tests.alerts.conftest import work
from tests.factories import make_member, make_pro_am
from tests.support.statements import counted

MINE = "/my-searches/"


def saved_searches(app):
    with app.app_context():
        return [(s.name, s.asked, s.pace) for s in db.session.scalars(select(SavedSearch))]


def test_one_button_saves_what_was_asked(app, browser_of, people):
    ana = browser_of("ana")

    answer = ana.submit("/search?q=bread&where=Nantes+(44)&sort=price", "/my-searches/save")

    assert (answer.status_code, answer.location) == (
        303,
        "/en/search?q=bread&where=Nantes+%2844%29",
    )
    assert saved_searches(app) == [
        ("“bread”, within 25 km of Nantes", "q=bread&where=Nantes+%2844%29", Pace.AT_ONCE)
    ]
    assert "is saved" in ana.follow(answer).text


def test_a_visitor_is_asked_again_after_signing_in(app, browser_of, people):
    answer = browser_of(None).submit("/search?q=bread", "/my-searches/save")
    assert answer.status_code == 303
    assert saved_searches(app) == []

    page = "/my-searches/save?asked=q%3Dbread"
    answer = browser_of("ana").submit(page, "/save", name="Bread", pace="daily")

    assert answer.location == "/en/search?q=bread"
    assert saved_searches(app) == [("Bread", "q=bread", Pace.DAILY)]


@pytest.mark.parametrize(
    "asked",
    ["", "sort=price", "q=", "where=nowhere-at-all", "craft=no", "x=1", "%ff=%ff"],
)
def test_what_asks_for_nothing_is_not_saved(app, browser_of, people, asked):
    answer = browser_of("ana").get(
        "/my-searches/save", query_string={"asked": asked.encode("utf-8", "replace")}
    )

    assert answer.status_code == 303
    assert saved_searches(app) == []


def test_there_is_no_button_where_nothing_was_asked(browser_of, people):
    assert "Save this search" not in browser_of("ana").get("/search").text


def test_enough_is_enough(app, browser_of, people):
    ana = browser_of("ana")
    ana.submit("/search?q=bread", "/save")
    with app.app_context(), transaction():
        one = db.session.scalars(select(SavedSearch)).one()
        for number in range(MOST - 1):
            copied = {c.name: getattr(one, c.name) for c in SavedSearch.__table__.columns}
            copied |= {"id": None, "public_id": f"p{number}", "asked": f"q=w{number}"}
            db.session.add(SavedSearch(**copied))

    answer = ana.submit("/search?q=yoga", "/save")

    assert answer.status_code == 409
    assert "which is the most" in answer.text


def test_it_is_called_otherwise_and_writes_less(app, browser_of, people):
    ana = browser_of("ana")
    ana.submit("/search?q=bread", "/save")

    ana.submit(MINE, name=" Our  bread ", pace="off")
    assert saved_searches(app) == [("Our bread", "q=bread", Pace.OFF)]
    ana.submit(MINE, name="", pace="daily")
    assert saved_searches(app) == [("Our bread", "q=bread", Pace.OFF)]
    ana.submit(MINE, "/delete")
    assert "No saved searches yet" in ana.get(MINE).text


def test_what_is_new_is_counted_until_it_is_opened(browser_of, done, people, time):
    ana = browser_of("ana")
    ana.submit("/search?q=bread", "/save")
    time.forward(minutes=1)

    def somebody_new(person):
        work()
        make_pro_am(make_member("Dora Blanc"), title="Bread, slowly")
        work()

    done(somebody_new)

    assert "1 new" in ana.get(MINE).text
    time.forward(minutes=1)
    answer = ana.submit(MINE, "/open")
    assert answer.location == "/en/search?q=bread"
    assert "1 new" not in ana.get(MINE).text


def test_a_stranger_reaches_nobodys_searches(app, browser_of, people):
    browser_of("ana").submit("/search?q=bread", "/save")
    with app.app_context():
        public_id = db.session.scalars(select(SavedSearch.public_id)).one()
    cleo = browser_of("cleo")
    cleo.submit("/search?q=yoga", "/save")
    token = re.search(r'name="csrf_token" value="([^"]+)"', cleo.get(MINE).text)[1]

    for path in (public_id, f"{public_id}/open", f"{public_id}/delete"):
        answer = cleo.client.post(
            f"/en/my-searches/{path}",
            base_url="http://127.0.0.1",
            data={"csrf_token": token, "name": "x", "pace": "off"},
        )
        assert answer.status_code == 404
    assert ("“bread”", "q=bread", Pace.AT_ONCE) in saved_searches(app)


def test_a_letter_switches_its_search_off_by_a_button_alone(app, browser_of, people):
    browser_of("ana").submit("/search?q=bread", "/save")
    with app.test_request_context("/en/"):
        url = queries.off_url(db.session.scalars(select(SavedSearch)).one())
    path, visitor = url.partition("/en/")[2], browser_of(None)

    assert "Send me no more of these" in visitor.get(f"/{path}").text
    assert saved_searches(app)[0][2] is Pace.AT_ONCE, "looking changes nothing"
    visitor.submit(f"/{path}", path)
    assert saved_searches(app)[0][2] is Pace.OFF
    assert "We write no more" in visitor.get(f"/{path}").text


@pytest.mark.parametrize("token", ["x", "WzFd.abc"])
def test_an_address_we_did_not_sign_is_not_found(browser_of, people, token):
    assert browser_of(None).get(f"/by-letter/searches/off/{token}").status_code == 404


def test_a_link_of_a_deleted_search_is_not_found(app, browser_of, people):
    browser_of("ana").submit("/search?q=bread", "/save")
    with app.test_request_context("/en/"):
        saved = db.session.scalars(select(SavedSearch)).one()
        url = queries.off_url(saved)
        actions.forget(saved)

    assert browser_of(None).get("/" + url.partition("/en/")[2]).status_code == 404


def test_my_searches_ask_few_questions(app, browser_of, people):
    ana = browser_of("ana")
    for words in ("bread", "yoga", "pasta"):
        ana.submit(f"/search?q={words}", "/save")
    ana.get(MINE)

    with counted(app) as asked:
        ana.get(MINE)

    assert len(asked) <= 8, "\n".join(asked)
