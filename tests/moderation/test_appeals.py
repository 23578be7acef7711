"""Contesting and answering, through actions and through browsers."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.moderation.actions import appeals
from pro_am.moderation.actions.appeals import Vote
from pro_am.moderation.models import Appeal, Restriction
from pro_am.moderation.queries.restrictions import restrictions_of
from pro_am.moderation.rules import appeals as rules
from pro_am.moderation.rules.appeals import Answer, Panel
from pro_am.profiles.actions.offers_pause import pause_offers

UPHELD = Vote(Answer.UPHELD, "C’est bien cela.", "It is so.")
OVERTURNED = Vote(Answer.OVERTURNED, "Rien ne le montre.", "Nothing shows it.")
ON_SQLITE = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


def pause_ben(person):
    pause_offers(person("ben").id, words_fr="Les avis de mars.", words_en="The reviews of March.")


@pytest.fixture
def restriction(bench, person):
    pause_ben(person)
    [found] = restrictions_of(person("ben"))
    return found


def letters(template):
    found = select(Letter.recipient).where(Letter.template == template).order_by(Letter.id)
    return [to.split("@")[0] for to in db.session.scalars(found)]


def test_two_stewards_uphold_and_the_member_reads_both(person, restriction):
    appeal = appeals.contest(restriction, "Two of them are not about me.")
    assert letters("moderation/appeal_waits") == ["sam", "sol", "sue"]

    appeals.answer(appeal, person("sam"), UPHELD)
    appeals.answer(appeal, person("sue"), UPHELD)

    assert (appeal.answer, appeal.panel) == (Answer.UPHELD, Panel.STEWARDS)
    assert restriction.ended_at is None
    assert letters("moderation/appeal_answered") == ["ben"]


@pytest.mark.parametrize(
    ("third", "vote"), [("sue", OVERTURNED), ("ola", OVERTURNED), ("sue", UPHELD)]
)
def test_when_two_differ_a_third_decides(person, restriction, third, vote):
    appeal = appeals.contest(restriction, "Two of them are not about me.")
    appeals.answer(appeal, person("sam"), UPHELD)
    assert appeals.answer(appeal, person("sol"), OVERTURNED) is None
    assert letters("moderation/appeal_waits")[3:] == ["sue", "ola"]

    assert appeals.answer(appeal, person(third), vote) is vote.answer


def test_it_is_heard_once_in_time_and_by_others(person, restriction, time):
    time.forward(days=184)
    with pytest.raises(rules.TooLateToContest):
        appeals.contest(restriction, "Late.")
    time.forward(days=-1)
    appeal = appeals.contest(restriction, "In time.")
    with pytest.raises(rules.AlreadyContested):
        appeals.contest(restriction, "Again.")
    with pytest.raises(rules.NotYourTurn):
        appeals.answer(appeal, person("ola"), UPHELD)
    appeals.answer(appeal, person("sam"), UPHELD)
    with pytest.raises(rules.AlreadySpoken):
        appeals.answer(appeal, person("sam"), OVERTURNED)
    appeals.answer(appeal, person("sol"), UPHELD)
    with pytest.raises(rules.AlreadyAnswered):
        appeals.answer(appeal, person("sue"), OVERTURNED)

    assert [vote.answer for vote in appeal.votes] == [Answer.UPHELD] * 2


def test_with_few_stewards_the_operator_answers_alone_and_the_page_says_so(
    operator, done, browser_of, app
):
    done(pause_ben)
    with app.app_context():
        found = db.session.scalars(select(Restriction)).one().public_id
    ben = browser_of("ben")
    assert "its operator reads your words" in ben.get(f"/restrictions/{found}").text
    ben.submit(f"/restrictions/{found}", words="Not me.")

    ola = browser_of("ola")
    [path] = re.findall(r"/moderation/appeals/\w{20,}", ola.get("/moderation/appeals/").text)
    shown = ola.get(path).text
    assert "the operator answers alone" in shown
    answer = ola.submit(path, answer="overturned", words_fr="Rien.", words_en="Nothing there.")

    assert answer.status_code == 303
    told = ben.get(f"/restrictions/{found}").text
    assert "The decision is overturned" in told
    assert "so the operator has answered" in told
    assert "Nothing there." in told


@ON_SQLITE
def test_bad_steps_are_refused_with_the_reason(bench, done, browser_of, app):
    done(pause_ben)
    with app.app_context():
        found = db.session.scalars(select(Restriction)).one().public_id
    own = f"/restrictions/{found}"
    ben, cleo = browser_of("ben"), browser_of("cleo")
    assert cleo.get(own).status_code == 404
    empty = ben.submit(own, words=" ")
    assert empty.status_code == 422
    assert ben.submit(own, words="Not me.").status_code == 303
    again = ben.client.post(f"/en{own}", base_url="http://127.0.0.1", data=ben_form(ben, own))
    assert again.status_code == 409
    assert "can be contested once" in again.text

    with app.app_context():
        path = f"/moderation/appeals/{db.session.scalars(select(Appeal.public_id)).one()}"
    assert cleo.get(path).status_code == 404
    assert cleo.get("/moderation/appeals/").status_code == 404
    sam = browser_of("sam")
    half = sam.submit(path, answer="upheld", words_fr="Oui.", words_en="")
    assert half.status_code == 422
    assert "Oui." in half.text
    fields = form_of(sam, path, answer="upheld", words_fr="Oui.", words_en="Yes.")
    assert (
        sam.client.post(f"/en{path}", base_url="http://127.0.0.1", data=fields).status_code == 303
    )
    twice = sam.client.post(f"/en{path}", base_url="http://127.0.0.1", data=fields)
    assert twice.status_code == 409
    assert "You have decided about this appeal already." in twice.text


def ben_form(browser, path):
    shown = browser.get("/account/details").text
    token = re.search(r'name="csrf_token" [^>]*value="([^"]+)"', shown)
    return {"csrf_token": token.group(1), "words": "Again."}


def form_of(browser, path, **fields):
    token = re.search(r'name="csrf_token" [^>]*value="([^"]+)"', browser.get(path).text)
    return {"csrf_token": token.group(1), **fields}


def test_whose_account_is_closed_contests_from_the_letter(bench, done, browser_of, app):
    from pro_am.accounts import actions as accounts

    done(lambda person: accounts.suspend(person("ben"), by=person("ola"), why="Guests were hurt."))
    with app.app_context():
        text = db.session.scalars(
            select(Letter.text).where(Letter.template == "moderation/statement")
        ).one()
    [path] = re.findall(r"http://127\.0\.0\.1:8000(/\S+/statements/\S+)", text)
    visitor = browser_of(None)
    assert "Guests were hurt." in visitor.get(path).text
    assert visitor.get(path + "x").status_code == 404

    sent = visitor.submit(path, words="I was not there.")

    assert sent.status_code == 303
    assert "I was not there." in visitor.get(path).text


def test_a_deadline_that_passed_shows_on_the_desk(bench, done, browser_of, time):
    done(pause_ben)
    assert "look in 2 days" in browser_of("mo").get("/moderation/appeals/").text

    time.forward(hours=49)

    assert "late" in browser_of("mo").get("/moderation/appeals/").text


def test_a_look_keeps_it_or_ends_it(bench, done, browser_of, app):
    done(pause_ben)
    with app.app_context():
        found = db.session.scalars(select(Restriction)).one().public_id
    mo, path = browser_of("mo"), f"/moderation/restrictions/{found}"

    kept = mo.submit(path, action="/keep", words_fr="Trois plaintes.", words_en="Three complaints.")
    assert kept.status_code == 303
    assert "Three complaints." in browser_of("ben").get(f"/restrictions/{found}").text

    assert mo.submit(path, action="/lift").status_code == 303
    assert browser_of("cleo").get("/pro/ben-keller").text.count("Ask for this time") == 1


def test_the_clock_of_an_appeal_is_seven_days(person, restriction):
    appeal = appeals.contest(restriction, "Not me.")

    assert appeal.answer_by - appeal.made_at == timedelta(days=7)
