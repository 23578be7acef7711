"""The desk for synonyms, through the browsers of Cleo (a moderator) and Ben (a pro-am)."""

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.foundation.audit import AuditEntry
from pro_am.foundation.database import db
from pro_am.search import actions
from pro_am.search.queries import synonyms as queries

DESK = "/moderation/synonyms/"


@pytest.fixture
def moderator(app, people, browser_of):
    with app.app_context():
        actions.rebuild()
        accounts.grant_role(db.session.get_one(Member, people["cleo"]), Role.MODERATOR, by=None)
    return browser_of("cleo")


def texts(app):
    with app.app_context():
        return [(each.language, each.words, each.finds) for each in queries.synonyms()]


def titles(browser, words):
    page = browser.get(f"/en/search?q={words}").text
    return "Dinner at my table" in page.partition("Change one thing")[0]


@pytest.mark.parametrize("path", [DESK, f"{DESK}new"])
def test_the_desk_is_the_moderators_alone(browser_of, people, path):
    assert browser_of("ben").get(path).status_code == 404
    assert browser_of(None).get(path).status_code == 303


def test_words_are_tried_added_changed_and_removed(app, moderator, browser_of):
    assert not titles(browser_of(None), "supper")
    tried = moderator.submit(
        f"{DESK}new", words="supper\nDinner", language="en", sample="supper", **{"try": "yes"}
    )
    assert "Also looked for: dinner" in tried.text
    assert "<li>Dinner at my table</li>" in tried.text
    assert texts(app) == []

    answer = moderator.submit(f"{DESK}new", words="supper\nDinner", language="en")
    assert "Saved" in moderator.follow(answer).text
    assert texts(app) == [("en", ["supper", "Dinner"], [])]
    assert titles(browser_of(None), "supper")

    with app.app_context():
        path = DESK + queries.synonyms()[0].public_id
    moderator.submit(path, words="supper", kind="also", finds="dinner, table")
    assert texts(app) == [("en", ["supper"], ["dinner", "table"])]

    moderator.submit(path, action="/remove")
    assert texts(app) == []
    assert not titles(browser_of(None), "supper")
    with app.app_context():
        acts = db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.id)).all()
        assert acts[-3:] == ["synonym added", "synonym changed", "synonym removed"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"words": ""}, "Write the words, a line each."),
        ({"words": "supper"}, "Write at least two"),
        ({"words": "supper", "kind": "also", "finds": ""}, "Write what they also find"),
        ({"words": "supper\n" + "x" * 61}, "is too long"),
        ({"words": "supper\nthe"}, "Nobody is found by"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_kept(app, moderator, fields, told):
    answer = moderator.submit(f"{DESK}new", language="en", **fields)

    assert answer.status_code == 409
    assert told in answer.text
    assert fields["words"].split()[0] in answer.text if fields["words"] else True
    assert texts(app) == []


def test_the_same_words_are_there_once(app, moderator):
    moderator.submit(f"{DESK}new", words="supper, dinner", language="en")
    answer = moderator.submit(f"{DESK}new", words="Dinner\nSUPPER", language="en")
    assert answer.status_code == 409
    assert "These words are there already." in answer.text
    assert moderator.submit(f"{DESK}new", words="supper, dinner", language="fr").status_code == 303


@pytest.mark.parametrize("words", ["\ud800", "\u202e, (.*)+$", "x" * 2001, "🍲, 🍜"])
def test_naughty_words_are_refused_kindly(moderator, words):
    data = {"words": words.encode("utf-8", "surrogatepass")}
    token = moderator.get(f"{DESK}new").text.split('name="csrf_token" type="hidden" value="')[1]
    data |= {"csrf_token": token.split('"')[0], "language": "en", "kind": "each_other"}
    answer = moderator.client.post(f"/en{DESK}new", base_url="http://127.0.0.1", data=data)
    assert answer.status_code in (409, 422)
