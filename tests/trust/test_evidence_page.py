"""The public evidence: from the file alone anybody comes to the number that is shown."""

import json

import pytest

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.standing import queries as standing
from pro_am.standing.rules import ReviewedAs
from pro_am.trust import actions
from pro_am.trust.rules import evidence_file
from tests.reviews.evenings import evening, review

FILE = "/pro/ben-keller/evidence.json"


def test_from_the_file_the_same_number_comes_out(app, people, browser_of, proven, verify, time):
    with app.app_context():
        ana = db.session.get_one(Member, people["ana"])
        verify(ana)
        review(evening(ana, time), 2, text="Cold soup.")
        actions.recompute()
        shown = standing.score_of(people["ben"], ReviewedAs.PROVIDER)

    file = evidence_file.read(browser_of(None).get(FILE).text)

    found = evidence_file.recompute(file)
    assert found.score == pytest.approx(shown.score, abs=0.05)
    assert found.low == pytest.approx(shown.low, abs=5e-4)
    assert evidence_file.differences(file.told, found) == []


def test_the_file_names_nobody_and_tells_nobodys_standing(app, people, browser_of, proven):
    text = browser_of(None).get(FILE).text

    told = json.loads(text)
    assert len(told["reviews"]) == 3
    for person in ("Cleo", "Dora", "Emil", "Ben", "ben-keller"):
        assert person not in text
    assert all("standing" not in line for line in told["reviews"])


def test_pseudonyms_stay_in_one_profile_and_differ_between_two(app, people, browser_of, proven):
    first, again = (json.loads(browser_of(None).get(FILE).text) for _ in range(2))
    assert first["reviews"] == again["reviews"]

    app.config["SECRET_KEY"] = "the secret of another installation"
    elsewhere = json.loads(browser_of(None).get(FILE).text)

    ids = {line["id"] for line in first["reviews"]}
    assert ids.isdisjoint({line["id"] for line in elsewhere["reviews"]})


def test_who_is_unproven_has_a_file_without_a_number(app, people, browser_of):
    with app.app_context():
        actions.recompute()

    file = evidence_file.read(browser_of(None).get(FILE).text)

    assert file.told.score is None
    assert evidence_file.recompute(file).score is None


def test_nobody_has_no_file(browser_of):
    assert browser_of(None).get("/pro/nobody/evidence.json").status_code == 404
    assert browser_of(None).get(FILE).status_code == 404, "nothing was computed yet"
