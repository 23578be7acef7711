import re

import pytest
from sqlalchemy import func, select

from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.sos import actions
from pro_am.sos.models import Sos, SosAnswer
from pro_am.supporters import actions as supporters
from pro_am.supporters.models import Supporter
from tests.sos.conftest import follow
from tests.support.statements import counted


@pytest.fixture
def friend(done):
    """Dee follows Ana."""
    done(lambda person: follow(person("ana"), "Dee"))


@pytest.fixture
def count(app):
    def of(model):
        with app.app_context():
            return db.session.scalar(select(func.count()).select_from(model))

    return of


@pytest.fixture
def letter(app):
    """A function from a template to the text of the newest such letter."""

    def newest(template):
        with app.app_context():
            return db.session.scalars(
                select(Letter.text).where(Letter.template == template).order_by(Letter.id.desc())
            ).first()

    return newest


def links_in(text):
    return [each.removeprefix("http://127.0.0.1:8000") for each in re.findall(r"http\S+", text)]


def test_one_tap_sends_and_shows_who_was_told(friend, browser_of, letter):
    ana = browser_of("ana")
    page = ana.get("/sos/").text
    assert "1 friend gets it at once: Dee." in page

    sent = ana.follow(ana.submit("/sos/", pick="kebab"))

    assert "I am dying for a kebab!" in sent.text
    assert "on its way" in sent.text
    assert "kebab" in letter("sos/called")
    assert "is still open" in ana.get("/sos/").text


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"words": " "}, 409, "Choose some words"),
        ({"words": "x" * 501}, 422, "500"),
        ({"pick": "made-up"}, 422, "Error"),
    ],
)
def test_what_cannot_be_sent_is_said_and_kept(friend, browser_of, count, fields, status, words):
    answer = browser_of("ana").submit("/sos/", **fields)

    assert (answer.status_code, words in answer.text) == (status, True)
    assert count(Sos) == 0


def test_with_no_friends_the_page_still_helps(browser_of):
    answer = browser_of("ana").submit("/sos/", words="Je veux mourir")

    assert answer.status_code == 409
    assert answer.text.index("3114") < answer.text.index("Nobody would get it yet")


def test_words_of_distress_show_the_numbers_first_and_large_others_a_quiet_line(friend, browser_of):
    ana = browser_of("ana")

    grave = ana.follow(ana.submit("/sos/", words="I want to die")).text
    light = ana.follow(ana.submit("/sos/", words="A kebab!")).text

    assert grave.index("sos-numbers__number") < grave.index("<h1")
    assert 'href="sms:114"' in grave
    assert "sos-numbers__number" not in light
    assert all(f'href="tel:{number}"' in light for number in ("112", "15", "17", "3114"))


def test_the_country_of_the_installation_has_its_own_numbers(app, browser_of):
    app.config["COUNTRY"] = "CA"

    page = browser_of("ana").get("/sos/").text

    assert 'href="tel:911"' in page
    assert "3114" not in page


def test_the_fourth_in_an_hour_asks_and_one_more_press_sends_it(friend, browser_of, count):
    ana = browser_of("ana")
    for _ in range(3):
        ana.submit("/sos/", pick="kebab")

    asked = ana.submit("/sos/", pick="sofa", words="and chips")
    assert (asked.status_code, count(Sos)) == (409, 3)
    assert "and chips" in asked.text
    token = re.search(r'name="idempotency_key"[^>]* value="([^"]+)"', asked.text).group(1)
    csrf = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', asked.text).group(1)
    form = {"pick": "sofa", "words": "and chips", "is_sure": "yes", "idempotency_key": token}
    sent = ana.client.post(
        "/en/sos/", base_url="http://127.0.0.1", data={**form, "csrf_token": csrf}
    )

    assert (sent.status_code, count(Sos)) == (303, 4)


def test_a_friend_answers_by_one_tap_and_nothing_happens_before_that(
    friend, browser_of, letter, count
):
    ana, dee = browser_of("ana"), browser_of(None)
    page = ana.submit("/sos/", pick="company").location
    links = links_in(letter("sos/called"))

    for link in links:  # as mail scanners do
        assert dee.get(link).status_code == 200
        dee.client.head(link, base_url="http://127.0.0.1")
    assert count(SosAnswer) == 0

    to_call = next(link for link in links if "say=call" in link)
    thanked = dee.follow(dee.submit(to_call, say="walk"))
    dee.submit(to_call, action="", words="I bring water")

    assert "Ana has your answer" in thanked.text
    thread = ana.get(page).text
    assert "walk" in thread
    assert "I bring water" in thread
    assert "has answered" in thread


def test_the_page_of_an_answer_begins_with_the_one_that_was_tapped(friend, browser_of, letter):
    browser_of("ana").submit("/sos/", pick="kebab")
    link = links_in(letter("sos/called"))[0].partition("?")[0]

    for kind in ("call", "walk", "thinking"):
        page = browser_of(None).get(f"{link}?say={kind}").text
        assert re.search(r'name="say" value="(\w+)"', page).group(1) == kind


def test_the_address_of_another_opens_nothing(friend, browser_of, letter, app, done):
    browser_of("ana").submit("/sos/", pick="kebab")
    link = links_in(letter("sos/called"))[0].partition("?")[0]
    visitor = browser_of(None)
    assert visitor.get(link[:-2] + "xx").status_code == 404
    assert visitor.get("/by-letter/sos/made-up").status_code == 404

    def remove(person):
        supporters.remove(db.session.scalars(select(Supporter)).one())

    done(remove)

    assert visitor.get(link).status_code == 404


def test_after_a_week_the_address_is_closed(friend, browser_of, letter, time):
    browser_of("ana").submit("/sos/", pick="kebab")
    link = links_in(letter("sos/called"))[0]

    time.forward(days=7)

    assert browser_of(None).get(link).status_code == 404


def test_an_answer_that_is_none_of_ours_is_refused(friend, browser_of, letter, app):
    browser_of("ana").submit("/sos/", pick="kebab")
    link = links_in(letter("sos/called"))[0]

    answer = app.test_client().post(link, base_url="http://127.0.0.1", data={"say": "shout"})

    assert answer.status_code == 422


def test_nobody_else_sees_or_ends_it(friend, browser_of):
    page = browser_of("ana").submit("/sos/", pick="kebab").location
    cleo = browser_of("cleo")

    assert cleo.get(page).status_code == 404
    assert cleo.client.post(f"{page}/end", base_url="http://127.0.0.1").status_code in (400, 404)
    assert browser_of(None).get(page).status_code in (302, 303)


def test_it_ends_without_blame_and_the_friend_reads_that_nothing_presses(
    friend, browser_of, letter
):
    ana = browser_of("ana")
    page = ana.submit("/sos/", pick="kebab").location

    ended = ana.follow(ana.submit(page, action="/end", ending="enjoyed"))

    assert "I ate it, and that is fine" in ended.text
    link = links_in(letter("sos/ended"))[0]
    answer = browser_of(None).get(link)
    assert "Ana says that it is over." in answer.text


def test_after_ten_minutes_the_page_offers_to_ring_those_who_were_noted(friend, browser_of, time):
    ana = browser_of("ana")
    saved = ana.submit(
        "/sos/settings", phone="06 11 22 33 44", name_1="Mum", phone_1="06.12.34.56.78"
    )
    assert "Your choice is saved." in ana.follow(saved).text
    page = ana.submit("/sos/", pick="kebab").location
    assert "Ring Mum" not in ana.get(page).text

    time.forward(minutes=10)

    assert re.search(r'href="tel:0612345678">\s*Ring Mum', ana.get(page).text)


def test_a_wrong_telephone_is_told_beside_its_field(browser_of):
    answer = browser_of("ana").submit("/sos/settings", phone="ring me", phone_2="abc", name_1="x")

    assert answer.status_code == 422
    assert answer.text.count("does not look like a telephone") == 4  # summary and fields


def test_a_friend_sees_the_telephone_only_while_it_is_open(friend, done, browser_of, letter):
    done(lambda person: actions.settle(person("ana"), actions.Settled("0611223344", False, [])))
    ana = browser_of("ana")
    page = ana.submit("/sos/", pick="kebab").location
    link = next(each for each in links_in(letter("sos/called")) if "by-letter" in each)
    assert 'href="tel:0611223344"' in browser_of(None).get(link).text

    ana.submit(page, action="/end", ending="passed")

    assert "0611223344" not in browser_of(None).get(link).text


def test_pages_answer_within_their_statements(app, friend, browser_of):
    ana = browser_of("ana")
    page = ana.submit("/sos/", pick="kebab").location
    for path in ("/sos/", page, "/sos/settings"):
        ana.get(path)
        with counted(app) as asked:
            ana.get(path)
        assert len(asked) <= 8, path
