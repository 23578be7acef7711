"""A week of a programme in a real browser: ticked from the letter, and days that go otherwise."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.programmes import actions
from pro_am.programmes.actions import templates
from pro_am.programmes.rules.starters import STARTERS
from tests.factories import PASSWORD
from tests.factories.programmes import make_programme
from tests.journeys.browser import follow

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture
def programme(app, people, time):
    """Ben has given Ana a template; the first week begins this Monday morning."""
    with app.test_request_context("/en/"):
        ana, ben = (db.session.get_one(Member, people[name]) for name in ("ana", "ben"))
        programme = make_programme(ana, ben)
        template = templates.copy_starter(ben, STARTERS["walk-then-run"], key="one")
        actions.assign(template, [programme], programme.starts_on, by=ben, key="give")
        path = f"/en/programmes/{programme.public_id}"
    time.now += timedelta(days=7)
    return path


def sign_in(page, email):
    page.goto("/en/account/sign-in")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    follow(page, "main form button[type=submit]")


def words(page):
    return page.inner_text("main")


def test_a_day_is_ticked_from_the_letter_and_the_coach_sees_it(app, programme, page_of):
    with app.app_context():
        actions.write_week_letters()
        [text] = db.session.scalars(select(Letter.text).where(Letter.template == "programmes/week"))
    link = next(each for each in text.split() if "/by-letter/check-in/" in each)

    page = page_of("en")
    page.goto("/en" + link.partition("/en")[2])
    assert "Gentle strength" in words(page)
    follow(page, "button[value=done]")
    assert "Undo" in words(page)

    sign_in(page, "ben@example.org")
    page.goto(programme)
    assert "1 of 7 done" in words(page)


def test_exceptional_days_are_not_counted_and_the_coach_answers_kindly(app, programme, page_of):
    ana = page_of("en")
    sign_in(ana, "ana@example.org")
    ana.goto(programme)
    follow(ana, ".week__day--today button[value=done]")
    assert "1 of 7 done" in words(ana)

    ana.click("text=Some days go otherwise")
    ana.fill("#from_day", "2030-01-15")
    ana.fill("#to_day", "2030-01-17")
    ana.check("input[value=illness]")
    ana.fill("#words", "A cold")
    follow(ana, "main form button[type=submit]")
    assert "1 of 5 done" in words(ana)
    assert "5 of 7 counted: 2 were on exceptional days." in words(ana)

    ben = page_of("en")
    sign_in(ben, "ben@example.org")
    ben.goto(programme)
    assert "A cold" in words(ben)
    follow(ben, "button[value=rest]")

    ana.goto(programme)
    assert "Rest well. The plan waits for you." in words(ana)
    follow(ana, "form[action$='/take-back'] button")
    assert "1 of 7 done" in words(ana)
