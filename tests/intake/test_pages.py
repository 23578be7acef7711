"""The way from a first question to one's goals, as people see it."""

import pytest
from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.intake import actions
from pro_am.intake.models import GoalProfile, HealthNotes

FITNESS = "/find-a-coach/fitness"


@pytest.fixture
def ana(browser_of):
    browser = browser_of("ana")
    browser.submit(FITNESS, "/begin")
    return browser


def answers(app):
    with app.app_context():
        return db.session.scalars(select(GoalProfile)).one().answers


def health(app):
    with app.app_context():
        notes = db.session.scalars(select(HealthNotes)).one_or_none()
        return notes.answers if notes else None


def wants_a_weight(ana):
    ana.submit(f"{FITNESS}/questions/goal", answer=["weight"])


def test_a_visitor_sees_what_is_asked_and_signs_in_before_the_first_question(browser_of):
    visitor = browser_of(None)

    assert "Fitness" in visitor.get("/find-a-coach/").text
    assert "/account/sign-in" in visitor.get(FITNESS).location


def test_each_answer_is_kept_and_leads_to_the_next_question(app, ana):
    first = ana.submit(f"{FITNESS}/questions/goal", answer=["run", "calm"])

    assert first.location.endswith("/questions/level")
    assert answers(app) == {"goal": ["run", "calm"]}
    assert "Question 2 of" in ana.follow(first).text
    assert 'value="run" checked' in ana.get(f"{FITNESS}/questions/goal").text


def test_what_somebody_answers_decides_what_is_asked(ana):
    ana.submit(f"{FITNESS}/questions/goal", answer=["calm"])

    assert ana.submit(f"{FITNESS}/questions/level", answer="starting").location.endswith("/time")
    assert ana.get(f"{FITNESS}/questions/distance").status_code == 404


def test_who_goes_back_keeps_what_was_said_and_is_not_held_up(app, ana):
    ana.submit(f"{FITNESS}/questions/goal", answer=["calm"])

    back = ana.submit(f"{FITNESS}/questions/time", answer="two", go="back")
    assert back.location.endswith("/questions/level")
    assert answers(app)["time"] == "two"
    assert ana.submit(f"{FITNESS}/questions/level", go="back").location.endswith("/questions/goal")


def test_a_question_that_has_to_be_answered_says_so_beside_it(ana):
    page = ana.submit(f"{FITNESS}/questions/goal", answer=[])

    assert page.status_code == 422
    assert "Please answer this" in page.text


def test_what_does_not_fit_is_said_and_kept_on_the_page(ana):
    ana.submit(f"{FITNESS}/questions/goal", answer=["run"])

    page = ana.submit(f"{FITNESS}/questions/distance", answer="1000")

    assert page.status_code == 422
    assert "Between 0 and 100" in page.text
    assert 'value="1000"' in page.text


def test_an_answer_from_nowhere_is_no_answer(app, ana):
    assert ana.submit(f"{FITNESS}/questions/goal", answer=["fly"]).status_code == 422
    assert answers(app) == {}


def test_health_is_kept_with_consent_alone(app, ana):
    refused = ana.submit(f"{FITNESS}/health", answer_health="Asthma")

    assert refused.status_code == 409
    assert "Asthma" in refused.text
    assert health(app) is None
    ana.submit(f"{FITNESS}/health", answer_health="Asthma", consent="y")
    assert health(app) == {"health": "Asthma"}
    assert answers(app) == {}, "it stands in no other place"


def test_consent_that_is_withdrawn_takes_everything_along_at_once(app, ana):
    ana.submit(f"{FITNESS}/health", answer_health="Asthma", consent="y")

    ana.submit(FITNESS, "/health/withdraw")

    assert health(app) is None
    assert "Asthma" not in ana.get(FITNESS).text
    assert "Asthma" not in ana.get(f"{FITNESS}/health").text


def test_a_weight_below_a_healthy_one_is_kindly_refused_and_never_stored(app, ana):
    wants_a_weight(ana)
    told = {"answer_height": "170", "answer_weight-wished": "50", "consent": "y"}

    page = ana.submit(f"{FITNESS}/health", **told)

    assert page.status_code == 409
    assert "from 54 kg" in page.text
    assert "another goal" in page.text
    assert health(app) is None
    ana.submit(f"{FITNESS}/health", **(told | {"answer_weight-wished": "60"}))
    assert health(app) == {"height": 170, "weight-wished": 60}


def test_goals_are_read_and_corrected_line_by_line(app, ana):
    ana.submit(f"{FITNESS}/questions/goal", answer=["calm"])
    ana.submit(f"{FITNESS}/questions/level", answer="starting")
    ana.submit(f"{FITNESS}/questions/time", answer="two")

    page = ana.get(FITNESS).text
    assert "To breathe, and sleep better" in page
    changed = ana.submit(f"{FITNESS}/questions/time?then=goals", answer="three")
    assert changed.location.endswith("/find-a-coach/fitness")
    assert answers(app)["time"] == "three"


def test_strangers_find_nothing_of_anybody_elses(ana, browser_of):
    ana.submit(f"{FITNESS}/questions/goal", answer=["calm"])
    cleo = browser_of("cleo")

    assert "To breathe" not in cleo.get(FITNESS).text
    assert cleo.get(f"{FITNESS}/questions/goal").status_code == 404
    assert cleo.get("/find-a-coach/gardening").status_code == 404


def test_all_answers_are_gone_when_their_member_says_so(app, ana):
    ana.submit(f"{FITNESS}/health", answer_health="Asthma", consent="y")

    ana.submit(FITNESS, "/forget")

    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(GoalProfile)) == 0
    assert health(app) is None


def test_no_letter_says_anything_of_health(app, ana):
    ana.submit(f"{FITNESS}/health", answer_health="Asthma", consent="y")

    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Letter)) == 0


def test_erasing_a_member_erases_their_goals(app, ana, done):
    ana.submit(f"{FITNESS}/health", answer_health="Asthma", consent="y")

    def erase(person):
        actions.forget_member(person("ana"))

    done(erase)
    assert health(app) is None
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Member)) == 3
