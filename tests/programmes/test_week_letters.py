"""The letter of a week, the links in it, and news to the coach: each once, and none by a GET."""

from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.notifications import actions as notifications
from pro_am.programmes import actions
from pro_am.programmes.models import Item, Programme
from pro_am.programmes.queries import links, plans
from pro_am.programmes.rules.letters import monday_due
from pro_am.programmes.rules.plan import ItemText
from pro_am.programmes.rules.words import ExceptionKind, ItemKind, ItemState
from tests.factories.programmes import make_programme
from tests.support.browser import ADDRESS

MONDAY = date(2030, 1, 14)
SEVEN_IN_PARIS = datetime(2030, 1, 14, 6)
RUN = ItemText(ItemKind.SESSION, "Run slowly")


@pytest.fixture
def programme_id(app, people, done):
    """Ana's programme with Ben: a run on Monday and Thursday, an early night on any day."""

    def make(person):
        programme = make_programme(person("ana"), person("ben"))
        assert programme.starts_on == MONDAY
        actions.plan(programme, MONDAY, (0, 3), RUN, key="run")
        actions.plan(programme, MONDAY, (7,), ItemText(ItemKind.HABIT, "Sleep"), key="sleep")
        actions.write_note(programme, MONDAY, note="Slowly is right.", to_friends="")

    done(make)
    with app.app_context():
        return db.session.scalars(select(Programme.id)).one()


def letters(app, template):
    with app.app_context():
        found = db.session.scalars(select(Letter).where(Letter.template == template))
        return [(each.recipient, each.subject, each.text) for each in found]


def write(app):
    with app.app_context():
        actions.write_week_letters()


def url_of(app, programme_id, day):
    with app.app_context():
        programme = db.session.get_one(Programme, programme_id)
        return urlsplit(links.day_url(programme, MONDAY, day)).path


def states(app):
    with app.app_context():
        return [each.state for each in db.session.scalars(select(Item).order_by(Item.day))]


@pytest.mark.parametrize(
    ("local", "monday"),
    [
        (datetime(2030, 1, 14, 6, 59), None),
        (datetime(2030, 1, 14, 7), MONDAY),
        (datetime(2030, 1, 16, 23), MONDAY),
        (datetime(2030, 1, 17, 7), None),
        (datetime(2030, 1, 20, 12), None),
    ],
)
def test_a_letter_is_due_from_monday_at_seven_and_not_when_the_week_is_half_over(local, monday):
    assert monday_due(local) == monday


def test_a_week_comes_once_on_monday_at_seven_of_the_clients_clock(app, time, programme_id):
    time.now = SEVEN_IN_PARIS - timedelta(minutes=1)
    write(app)
    assert letters(app, "programmes/week") == []

    time.now = SEVEN_IN_PARIS
    for _thrice in range(3):
        write(app)

    [(recipient, subject, text)] = letters(app, "programmes/week")
    assert recipient == "ana@example.org"
    assert subject == "Your week: Eight calm weeks"
    for words in ("Slowly is right.", "Monday 14 January 2030", "Run slowly", "Any day of the"):
        assert words in text
    assert url_of(app, programme_id, 3) in text
    assert url_of(app, programme_id, 1) not in text


def test_a_clock_that_is_put_back_brings_no_second_letter(app, time, programme_id):
    time.now = SEVEN_IN_PARIS
    write(app)
    for hours in (-1, 2, -3, 26):
        time.now += timedelta(hours=hours)
        write(app)

    assert len(letters(app, "programmes/week")) == 1


def test_a_week_without_a_plan_or_on_a_break_brings_no_letter(app, time, programme_id, done):
    time.now = SEVEN_IN_PARIS

    def rest(person):
        programme = db.session.get_one(Programme, programme_id)
        actions.pause(programme, person("ana"), from_day=MONDAY)

    done(rest)
    write(app)

    assert letters(app, "programmes/week") == []


def test_who_does_without_gets_none(app, time, programme_id, people):
    with app.app_context(), transaction():
        ana = db.session.get_one(Member, people["ana"])
        notifications.do_without(ana, "coaching")
    time.now = SEVEN_IN_PARIS

    write(app)

    assert letters(app, "programmes/week") == []


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing_and_shows_that_day_alone(
    app, time, programme_id, browser_of, method
):
    time.now = SEVEN_IN_PARIS
    url = url_of(app, programme_id, 0)

    page = getattr(browser_of(None).client, method)(url, base_url=ADDRESS)

    assert page.status_code == 200
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "Slowly is right" not in page.text
    assert states(app) == ["planned"] * 3


def test_one_press_says_it_without_a_sign_in_and_it_can_be_undone(
    app, time, programme_id, browser_of
):
    time.now = SEVEN_IN_PARIS
    url, visitor = url_of(app, programme_id, 0), browser_of(None)

    answer = visitor.submit(url, state="done")

    assert answer.status_code == 303
    assert states(app) == ["done", "planned", "planned"]
    assert "Undo" in visitor.follow(answer).text
    visitor.submit(url, state="planned")
    assert states(app) == ["planned"] * 3


def test_a_link_reaches_no_other_day_and_no_other_programme(app, time, programme_id, browser_of):
    time.now = SEVEN_IN_PARIS
    url, visitor = url_of(app, programme_id, 0), browser_of(None)
    with app.app_context():
        other = db.session.scalars(select(Item.public_id).where(Item.day == 3)).one()

    tried = visitor.client.post(url, base_url=ADDRESS, data={"item": other, "state": "done"})
    wrong = visitor.client.post(url, base_url=ADDRESS, data={"item": "x", "state": "done"})

    assert (tried.status_code, wrong.status_code) == (404, 404)
    assert states(app) == ["planned"] * 3


@pytest.mark.parametrize("change", [lambda url: url[:-2] + "xx", lambda url: url + "x"])
def test_an_altered_link_is_not_found(app, programme_id, browser_of, change):
    url = change(url_of(app, programme_id, 0))

    assert browser_of(None).get(url).status_code == 404


def test_a_link_is_over_when_its_week_is_two_weeks_old(app, time, programme_id, browser_of):
    url, visitor = url_of(app, programme_id, 0), browser_of(None)
    time.now = datetime(2030, 1, 27, 23, 59)
    assert 'value="done"' in visitor.get(url).text

    time.now += timedelta(minutes=1)
    page = visitor.get(url)

    assert page.status_code == 200
    assert 'value="done"' not in page.text
    with app.app_context():
        item = db.session.scalars(select(Item.public_id).where(Item.day == 0)).one()
    visitor.client.post(url, base_url=ADDRESS, data={"item": item, "state": "done"})
    assert states(app) == ["planned"] * 3


def test_states_that_there_are_not_change_nothing(app, time, programme_id, browser_of):
    time.now = SEVEN_IN_PARIS
    url = url_of(app, programme_id, 0)
    with app.app_context():
        item = db.session.scalars(select(Item.public_id).where(Item.day == 0)).one()

    answer = browser_of(None).client.post(
        url, base_url=ADDRESS, data={"item": item, "state": "excellent"}
    )

    assert answer.status_code == 400


def test_a_coach_hears_of_an_exception_once_a_day_and_of_words_too(app, time, programme_id, done):
    time.now = SEVEN_IN_PARIS

    def say(person):
        programme = db.session.get_one(Programme, programme_id)
        said = actions.Otherwise(MONDAY, MONDAY, ExceptionKind.ILLNESS, "A cold")
        actions.make_exception(programme, said, key="cold")
        item = plans.week_of(programme, MONDAY).items[0]
        actions.answer(item, ItemState.PARTLY, words="In bed")

    done(say)
    [(recipient, subject, text)] = letters(app, "programmes/news")
    assert recipient == "ben@example.org"
    assert subject == "Ana has some exceptional days"
    assert "A cold" in text

    time.forward(days=1)

    def write_again(person):
        programme = db.session.get_one(Programme, programme_id)
        actions.comment([programme], MONDAY, "Better", by=person("ana"), key="better")
        actions.comment([programme], MONDAY, "Good", by=person("ben"), key="good")

    done(write_again)
    assert [subject for _to, subject, _text in letters(app, "programmes/news")] == [
        "Ana has some exceptional days",
        "Ana writes to you about the week",
    ]


def test_a_tick_alone_writes_to_nobody(app, time, programme_id, done):
    time.now = SEVEN_IN_PARIS

    def tick(_person):
        programme = db.session.get_one(Programme, programme_id)
        actions.answer(plans.week_of(programme, MONDAY).items[0], ItemState.DONE)

    done(tick)

    assert letters(app, "programmes/news") == []
