"""The pages of a week: the client answers with one press, the coach plans and comments."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.programmes import actions
from pro_am.programmes.models import Item, Programme, ProgrammeComment, ProgrammeException
from pro_am.programmes.rules.plan import ItemText
from pro_am.programmes.rules.words import ItemKind, ItemState
from tests.factories.programmes import make_programme
from tests.support.statements import counted

MOST_STATEMENTS = 8


@pytest.fixture
def programme(app, people, done, time):
    """Ana follows Ben's programme; its first week has begun. Where its pages are."""

    def make(person):
        programme = make_programme(person("ana"), person("ben"))
        monday = programme.starts_on
        text = ItemText(ItemKind.SESSION, "Run slowly", note="Talk while you run")
        actions.plan(programme, monday, (0, 2, 4), text, key="run")
        actions.plan(programme, monday, (7,), ItemText(ItemKind.HABIT, "Sleep early"), key="sleep")

    done(make)
    time.now += timedelta(days=8)  # to the Tuesday of the first week
    with app.app_context():
        return f"/programmes/{db.session.scalars(select(Programme.public_id)).one()}"


def item_states(app):
    with app.app_context():
        return [item.state for item in db.session.scalars(select(Item).order_by(Item.day, Item.id))]


def first_item(app):
    with app.app_context():
        return db.session.scalars(select(Item.public_id).order_by(Item.day)).first()


@pytest.mark.parametrize("path", ["", "/weeks/2030-01-14", "/weeks/2030-01-14/print"])
def test_a_stranger_finds_nothing(browser_of, programme, path):
    assert browser_of("cleo").get(programme + path).status_code == 404
    assert browser_of("ana").get(programme + path).status_code == 200
    assert browser_of("ben").get(programme + path).status_code == 200


@pytest.mark.parametrize("monday", ["2030-01-15", "2030-01-07", "2031-01-06", "soon"])
def test_weeks_that_are_none_of_the_programme_are_not_found(browser_of, programme, monday):
    assert browser_of("ana").get(f"{programme}/weeks/{monday}").status_code == 404


def test_one_press_says_that_it_is_done_and_one_takes_it_back(app, browser_of, programme):
    ana, item = browser_of("ana"), first_item(app)

    answer = ana.submit(programme, f"/items/{item}/answer", state="done")

    assert item_states(app) == ["done", "planned", "planned", "planned"]
    page = ana.follow(answer)
    assert "Done. Well done!" in page.text
    assert "1 of 4 done" in page.text
    ana.submit(programme, f"/items/{item}/answer", state="planned")
    assert item_states(app) == ["planned"] * 4


def test_words_go_with_an_answer_and_the_coach_reads_them(app, browser_of, programme):
    ana, item = browser_of("ana"), first_item(app)
    ana.submit(programme, f"/items/{item}/answer", state="partly")

    ana.submit(programme, f"/items/{item}/answer", state="partly", words="My knee spoke up")

    assert "My knee spoke up" in browser_of("ben").get(programme).text
    assert "0.5 of 4 done" in ana.get(programme).text
    assert "What was partly done counts for half." in ana.get(programme).text


def test_only_the_client_answers(app, browser_of, programme):
    item = first_item(app)
    ana, ben = browser_of("ana"), browser_of("ben")
    answer = f"{programme}/items/{item}/answer"
    ana.get(programme)

    for other in (ben, browser_of("cleo")):
        assert other.client.post(f"/en{answer}", base_url="http://127.0.0.1").status_code in (
            400,
            404,
        )
    assert item_states(app) == ["planned"] * 4


def test_weeks_to_come_are_seen_and_not_answered(browser_of, programme):
    page = browser_of("ana").get(f"{programme}/weeks/2030-01-21")

    assert page.status_code == 200
    assert "No plan for this week yet" in page.text
    assert "/answer" not in page.text


def test_what_is_moved_behind_the_end_is_shown_and_not_lost(app, browser_of, programme, done):
    def move(person):
        found = db.session.scalars(select(Programme)).one()
        actions.shift([found], found.starts_on, 8, by=person("ben"), key="move")

    done(move)

    page = browser_of("ben").get(f"{programme}/weeks/2030-03-11")
    assert page.status_code == 200
    assert "This week comes after those that were agreed" in page.text
    assert "weeks/2030-03-11" in browser_of("ben").get(f"{programme}/weeks/2030-03-04").text
    assert browser_of("ben").get(f"{programme}/weeks/2030-03-18").status_code == 404


def test_words_for_friends_are_kept(browser_of, programme):
    ana = browser_of("ana")

    ana.submit(programme, client_words="I slept well")

    assert "I slept well" in ana.get(programme).text


def test_both_comment_and_an_empty_comment_is_kept_back(browser_of, programme):
    ana, ben = browser_of("ana"), browser_of("ben")

    ben.submit(programme, text="Slowly is right")
    refused = ana.submit(programme, text=" ")

    assert refused.status_code == 422
    assert "Slowly is right" in ana.get(programme).text


def test_a_comment_that_is_sent_twice_is_said_once(app, browser_of, programme):
    ben = browser_of("ben")
    page = ben.get(programme)
    key = page.text.partition('name="idempotency_key" type="hidden" value="')[2].partition('"')[0]

    for _twice in range(2):
        ben.submit(programme, text="Slowly", idempotency_key=key)

    with app.app_context():
        assert len(db.session.scalars(select(ProgrammeComment)).all()) == 1


def test_an_exception_shows_its_reckoning_and_is_taken_back(app, browser_of, programme):
    ana = browser_of("ana")
    ana.submit(programme, f"/items/{first_item(app)}/answer", state="done")
    new = f"{programme}/exceptions/new"

    answer = ana.submit(new, from_day="2030-01-16", to_day="2030-01-16", kind="illness")

    page = ana.follow(answer)
    assert "1 of 3 done" in page.text
    assert "3 of 4 counted: 1 was on exceptional days." in page.text
    assert "not counted" in page.text
    with app.app_context():
        exception = db.session.scalars(select(ProgrammeException.public_id)).one()
    ana.submit(programme, f"/exceptions/{exception}/take-back")
    assert "1 of 4 done" in ana.get(programme).text


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2030-01-18", "2030-01-17", "The last day is before the first."),
        ("2030-01-10", "2030-01-17", "Your programme begins on Monday 14 January 2030."),
        ("2030-01-18", "2031-01-17", "Your programme goes on until Sunday 10 March 2030."),
    ],
)
def test_days_that_cannot_be_are_refused_beside_their_field(
    browser_of, programme, first, last, words
):
    ana = browser_of("ana")

    refused = ana.submit(
        f"{programme}/exceptions/new", from_day=first, to_day=last, kind="travel", words="Train"
    )

    assert refused.status_code == 409
    assert words in refused.text
    assert "Train" in refused.text


def test_a_coach_answers_an_exception_kindly_with_one_press_in_the_clients_language(
    app, browser_of, programme
):
    ana, ben = browser_of("ana"), browser_of("ben", "fr")
    ana.submit(
        f"{programme}/exceptions/new", from_day="2030-01-16", to_day="2030-01-17", kind="illness"
    )
    with app.app_context():
        exception = db.session.scalars(select(ProgrammeException.public_id)).one()

    ben.submit(programme, f"/exceptions/{exception}/reply", reply="rest")

    assert "Rest well. The plan waits for you." in ana.get(programme).text


def test_a_coach_plans_several_days_in_one_act(app, browser_of, programme):
    ben = browser_of("ben")
    plan = f"{programme}/weeks/2030-01-21/plan"

    answer = ben.submit(plan, title="Walk", days=[1, 3], amount="2,5", unit="km")

    assert answer.status_code == 303
    page = browser_of("ana").get(f"{programme}/weeks/2030-01-21")
    assert page.text.count('<span class="strong">Walk</span>') == 2
    assert "2.5\u00a0km" in page.text


def test_a_plan_without_a_day_or_words_is_refused_beside_its_fields(browser_of, programme):
    refused = browser_of("ben").submit(
        f"{programme}/weeks/2030-01-21/plan", title="", days=None, amount="-1"
    )

    assert refused.status_code == 422
    for words in ("Say what to do.", "Choose at least one day", "A number above zero."):
        assert words in refused.text


def test_a_coach_changes_and_takes_out_what_is_only_planned(app, browser_of, programme):
    ben, item = browser_of("ben"), first_item(app)

    ben.submit(f"{programme}/items/{item}/edit", title="Walk instead", days=1)
    assert "Walk instead" in ben.get(programme).text
    ben.submit(programme, f"/items/{item}/remove")

    assert "Walk instead" not in ben.get(programme).text


def test_what_was_answered_is_not_changed_by_the_coach(app, browser_of, programme):
    ben, item = browser_of("ben"), first_item(app)
    browser_of("ana").submit(programme, f"/items/{item}/answer", state="done")

    assert ben.get(f"{programme}/items/{item}/edit").status_code == 404
    assert f"/items/{item}/remove" not in ben.get(programme).text


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("who", ["ana", "ben"])
def test_a_week_asks_few_questions(app, browser_of, programme, who):
    browser = browser_of(who)
    browser.get(programme)

    with counted(app) as asked:
        browser.get(programme)

    assert len(asked) <= MOST_STATEMENTS, "\n".join(asked)


def test_states_that_there_are_not_are_refused(app, browser_of, programme):
    ana, item = browser_of("ana"), first_item(app)

    assert ana.submit(programme, f"/items/{item}/answer", state="failed").status_code == 422
    assert item_states(app) == [ItemState.PLANNED] * 4
