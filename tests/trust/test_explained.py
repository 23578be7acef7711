"""The pages that explain: from the numbers of the program, in few questions, to each their own."""

import pytest

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.standing import queries as standing
from pro_am.standing.rules import ReviewedAs, constants
from pro_am.trust import actions
from pro_am.trust.rules.days import days
from pro_am.trust.rules.outlook import outlook
from tests.reviews.evenings import evening, review
from tests.support.statements import counted

WHY = "/pro/ben-keller/why"


@pytest.mark.parametrize(
    ("constant", "value", "words"),
    [
        ("HALF_LIFE_DAYS", 123.0, "every 123 days"),
        ("PAUSE_BAD", 4, "When 4 of the last"),
        ("LEVEL_GRACE_DAYS", 21.0, "without 21 days"),
        ("INCIDENTS_POINTS", 17.0, "\N{MINUS SIGN}17"),
        ("VERSION", "2b", "version 2b"),
    ],
)
def test_the_page_says_what_the_constants_say(browser_of, monkeypatch, constant, value, words):
    visitor = browser_of(None)
    assert words not in visitor.get("/how-it-works").text

    monkeypatch.setattr(constants, constant, value)

    assert words in visitor.get("/how-it-works").text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_whoever_looks_finds_every_answer_that_the_law_asks_for(browser_of, language):
    page = browser_of(None, language).get("/how-it-works").text

    for anchor in ("reviews", "score", "levels", "order", "abuse", "weak"):
        assert f'id="{anchor}"' in page


def test_what_a_further_review_would_change_is_what_it_changes(person, proven, verify, time):
    ana, ben = person("ana"), person("ben")
    verify(ana)
    dinner = evening(ana, time)
    time.forward(days=7)
    actions.recompute()
    before = standing.score_of(ben.id, ReviewedAs.PROVIDER)
    told = outlook(before.figures, days(time.now))
    score = before.score

    review(dinner, 5)
    actions.recompute()

    after = standing.score_of(ben.id, ReviewedAs.PROVIDER).score
    assert told.good_review > 0 > told.bad_review
    assert after - score == pytest.approx(told.good_review, abs=1.0)


@pytest.mark.parametrize("path", [WHY, "/pro/ben-keller/evidence.json", "/my-trust/"])
def test_a_page_that_explains_asks_eight_questions_of_its_own_at_most(
    app, browser_of, proven, path
):
    ben = browser_of("ben")
    with counted(app) as around:
        ben.get("/promises")

    with counted(app) as asked:
        assert ben.get(path).status_code == 200

    asked = asked[len(around) :]
    assert len(asked) <= 8, "\n".join(" ".join(each.split())[-150:] for each in asked)


def test_stakes_and_alarms_are_for_the_member_alone(app, browser_of, proven, people):
    assert "What only I see" not in browser_of("ana").get(WHY).text
    assert "/my-trust/" in browser_of("ben").get(WHY).text
    with app.app_context():
        assert db.session.get_one(Member, people["ana"])
    assert "My score as a pro-am" not in browser_of("ana").get("/my-trust/").text
    assert "My score as a pro-am" in browser_of("ben").get("/my-trust/").text
