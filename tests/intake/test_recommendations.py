"""The page of who fits: their reasons, in the member's own words, with few questions asked."""

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.moderation.actions import blocks
from pro_am.profiles.rules import PlaceMode
from pro_am.search import actions as search
from tests.factories import make_member, make_pro_am
from tests.support.statements import counted

FITNESS = "/find-a-coach/fitness"
NAMES = ("Dora Blum", "Emil Roux", "Fay Winter", "Gus Nord", "Hana Sato")


@pytest.fixture
def coaches(app, people):
    """Five of them, near Nantes, one of them online."""
    with app.test_request_context("/en/"):
        for name in NAMES:
            mode = PlaceMode.REMOTE if name == "Hana Sato" else PlaceMode.PROVIDER
            make_pro_am(
                make_member(name),
                craft="fitness",
                title=f"With {name}",
                place_mode=mode,
                price_minor=0,
            )
        search.rebuild()


@pytest.fixture
def ana(browser_of, coaches):
    browser = browser_of("ana")
    browser.submit(FITNESS, "/begin")
    for key, given in {"goal": ["run"], "level": "starting", "time": "two"}.items():
        browser.submit(f"{FITNESS}/questions/{key}", answer=given)
    return browser


def shown(page):
    return [name for name in NAMES if name in page]


def test_at_least_three_coaches_come_with_reasons_that_quote_the_answers(ana):
    ana.submit(f"{FITNESS}/questions/when", answer=["evenings"])
    ana.submit(f"{FITNESS}/questions/language", answer="en")

    page = ana.get(f"{FITNESS}/coaches").text

    assert len(shown(page)) >= 3
    assert "You wrote “To run, or run better”: running" in page
    assert "You wrote “Weekday evenings”: free on Monday, Tuesday" in page
    assert "You wrote “English”: speaks English" in page
    assert "craft=fitness" in page, "everybody is one click away"


def test_another_answer_changes_the_list(ana):
    ana.submit(f"{FITNESS}/questions/where", answer="online")
    online = ana.get(f"{FITNESS}/coaches").text
    ana.submit(f"{FITNESS}/questions/where", answer="near")
    ana.submit(f"{FITNESS}/questions/town", answer="Nantes (44)")

    near = ana.get(f"{FITNESS}/coaches").text

    assert "Hana Sato" in online
    assert "You wrote “Online, by screen”: online" in online
    assert "Hana Sato" not in near
    assert "1 km from Nantes" in near


def test_who_has_not_answered_what_has_to_be_is_led_to_the_question(browser_of, coaches):
    ana = browser_of("ana")
    ana.submit(FITNESS, "/begin")

    assert ana.get(f"{FITNESS}/coaches").location.endswith("/questions/goal")


def test_nobody_meets_whom_they_must_not(app, ana, done):
    def block(person):
        blocks.block(person("ana"), member("Dora Blum").id)

    def member(name):
        return db.session.scalars(select(Member).where(Member.name == name)).one()

    done(block)

    assert "Dora Blum" not in ana.get(f"{FITNESS}/coaches").text


def test_a_coach_is_not_recommended_to_themselves(browser_of, coaches):
    ben = browser_of("ben")
    ben.submit("/find-a-coach/cooking", "/begin")
    for key, given in {"goal": ["pasta"], "level": "1"}.items():
        ben.submit(f"/find-a-coach/cooking/questions/{key}", answer=given)

    page = ben.get("/find-a-coach/cooking/coaches").text

    assert "Nobody here can be booked yet" in page


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_the_page_asks_few_questions_of_the_database(app, ana):
    ana.get(f"{FITNESS}/coaches")

    with counted(app) as asked:
        ana.get(f"{FITNESS}/coaches")

    assert len(asked) <= 10, "\n".join(asked)
