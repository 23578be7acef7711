"""The desk for questionnaires, through the browsers of Cleo (the operator) and Ben (a pro-am)."""

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.intake import queries
from pro_am.intake.models import GoalProfile
from pro_am.intake.rules.questions import Condition, as_row, questions_from
from pro_am.intake.rules.writing import (
    DependsOnNothing,
    Numbered,
    Written,
    as_written,
    questions_written,
)
from pro_am.intake.starting_questionnaires import STARTING_QUESTIONNAIRES
from tests.support.browser import ADDRESS, forms_in

DESK = "/admin/questionnaires/"
FITNESS = f"{DESK}fitness"


@pytest.fixture
def operator(app, people, browser_of):
    with app.app_context():
        accounts.grant_role(db.session.get_one(Member, people["cleo"]), Role.ADMIN, by=None)
    return browser_of("cleo", fresh=True)


def form_on(browser, path):
    """What the form would send, as the page shows it."""
    form = next(f for f in forms_in(browser.get(path).text) if "questions-0-fr" in f.fields)
    return {name: list(values) for name, values in form.values.items()}


def post(browser, path, data):
    return browser.client.post(f"/en{path}", base_url=ADDRESS, data=data)


def asked(app, slug="fitness"):
    with app.app_context():
        found = queries.current(slug)
        return found.number, questions_from(found.questions)


@pytest.mark.parametrize("path", [DESK, FITNESS])
def test_only_the_operator_writes_questions(browser_of, operator, path):
    assert browser_of("ben", fresh=True).get(path).status_code == 404
    assert operator.get(path).status_code == 200


def test_saving_what_is_there_is_no_new_version(app, operator):
    before = asked(app)

    assert post(operator, FITNESS, form_on(operator, FITNESS)).status_code == 303

    assert asked(app) == before


def test_a_better_wording_keeps_every_key_and_is_a_new_version(app, operator):
    data = form_on(operator, FITNESS)
    data["questions-1-en"] = ["How used to it are you?"]
    data["questions-1-choices"] = [
        "Je débute | I begin | level: starting\nJe reprends après une pause | Back"
    ]

    assert post(operator, FITNESS, data).status_code == 303

    number, questions = asked(app)
    assert number == 2
    assert questions[1].key == "level"
    assert questions[1].names["en"] == "How used to it are you?"
    assert [choice.key for choice in questions[1].choices] == ["i-begin", "returning"]


def test_who_answered_keeps_their_version_until_they_look(app, operator, browser_of):
    ana = browser_of("ana")
    ana.submit("/find-a-coach/fitness", "/begin")
    ana.submit("/find-a-coach/fitness/questions/goal", answer=["run"])
    data = form_on(operator, FITNESS)
    data["questions-0-choices"] = ["Danser | To dance | "]
    data["questions-2-only_if"] = [""]
    for number in (11, 12, 13):
        data[f"questions-{number}-only_if"] = ["1: 1"]

    assert post(operator, FITNESS, data).status_code == 303

    assert "To run, or run better" in ana.get("/find-a-coach/fitness").text
    assert "The questions have changed" in ana.get("/find-a-coach/fitness").text
    assert ana.submit("/find-a-coach/fitness", "/renew").location.endswith("/questions/goal")
    with app.app_context():
        profile = db.session.scalars(select(GoalProfile)).one()
        assert (profile.questionnaire.number, profile.answers) == (2, {})


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("questions-0-choices", "Danser", "We do not understand"),
        ("questions-0-choices", "Danser | To dance | colour: red", "colour: red"),
        ("questions-0-en", "", "Write the name in both languages."),
        ("questions-2-only_if", "goal", "Write the number of a question"),
        ("questions-2-most", "x", "Write a number."),
    ],
)
def test_what_cannot_be_read_is_said_with_its_question(app, operator, field, typed, said):
    data = form_on(operator, FITNESS) | {field: [typed]}

    page = post(operator, FITNESS, data)

    assert page.status_code == 422
    assert said in page.text
    assert asked(app)[0] == 1


def test_a_condition_on_a_later_question_is_refused(app, operator):
    data = form_on(operator, FITNESS) | {"questions-0-only_if": ["2: 1"]}

    page = post(operator, FITNESS, data)

    assert page.status_code == 409
    assert "may only depend on a question that comes before it" in page.text
    assert asked(app)[0] == 1


def test_questions_are_put_in_another_order_and_taken_away(app, operator):
    data = form_on(operator, FITNESS)
    data["questions-3-place"] = ["1"]
    data["questions-0-place"] = ["2"]
    data["questions-4-fr"] = data["questions-4-en"] = [""]

    post(operator, FITNESS, data)

    keys = [each.key for each in asked(app)[1]]
    assert keys[:2] == ["time", "goal"]
    assert "when" not in keys


def test_a_question_more_is_a_row_more_and_nothing_typed_is_lost(operator):
    data = form_on(operator, FITNESS) | {"add": ["question"], "questions-0-en": ["Typed"]}

    page = post(operator, FITNESS, data).text

    assert "Typed" in page
    assert f"questions-{len(STARTING_QUESTIONNAIRES['fitness'])}-fr" in page


def test_without_questions_a_craft_asks_nothing(app, operator, browser_of):
    data = form_on(operator, FITNESS)
    for name in data:
        if name.endswith(("-fr", "-en")):
            data[name] = [""]

    post(operator, FITNESS, data)

    assert asked(app) == (2, ())
    assert browser_of("ana").get("/find-a-coach/fitness").status_code == 404


@pytest.mark.parametrize("craft", STARTING_QUESTIONNAIRES)
def test_what_is_written_and_read_again_is_the_same(craft):
    questions = questions_from(STARTING_QUESTIONNAIRES[craft])

    assert questions_written(as_written(questions), questions, ids.slug) == questions
    assert questions_from(map(as_row, questions)) == questions


def test_a_condition_names_lines_that_are_there():
    first, second = as_written(questions_from(STARTING_QUESTIONNAIRES["fitness"][:2]))

    def written(numbered):
        return [first, Written(second.question, 2, 2, numbered)]

    found = questions_written(written(Numbered(1, (2, 1))), (), ids.slug)
    assert found[1].only_if == Condition(
        found[0].key, (found[0].choices[1].key, found[0].choices[0].key)
    )
    for wrong in (Numbered(1, (99,)), Numbered(7, (1,))):
        with pytest.raises(DependsOnNothing):
            questions_written(written(wrong), (), ids.slug)
