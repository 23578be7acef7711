"""Conversations through the browsers of Ana (host), Ben (pro-am) and Cleo (stranger)."""

import io
import re
from datetime import timedelta

import pytest
from PIL import Image
from sqlalchemy import event, func, select

from pro_am.accounts.models import Member
from pro_am.conversations import actions as conversations
from pro_am.conversations.models import Message, Question
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.media.models import Picture
from pro_am.operations.drills.hostile.pages import dangers_in, forms_in
from pro_am.operations.drills.hostile.samples import NAUGHTY
from tests.factories import make_booking, make_member, make_pro_am, only_offer
from tests.support.browser import ADDRESS

ON_SQLITE = pytest.mark.parametrize("app", ["sqlite"], indirect=True)
PHONE = "Call me: 06 12 34 56 78"


def count(app, model):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model))


def a_photo(colour="green"):
    file = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(file, "PNG")
    file.seek(0)
    return file


def send(browser, path, **fields):
    """The form for writing, with files where given."""
    (form,) = [form for form in forms_in(browser.get(path).text) if "picture" in form.fields]
    data = {**form.values, **fields}
    return browser.client.post(f"/en{path}", base_url=ADDRESS, data=data)


def test_messages_go_both_ways_and_are_seen(browser_of, booked):
    ana, ben = browser_of("ana"), browser_of("ben")
    assert "Inbox (1)" in ben.get("/bookings").text

    answer = ben.submit(booked, body="What do you <i>like</i>?\nFish?")

    assert answer.status_code == 303
    assert answer.location.endswith("#latest")
    assert "Inbox (" not in ben.get("/bookings").text
    assert "Seen" not in ben.get(booked).text
    assert "Inbox (1)" in ana.get("/bookings").text
    assert "What do you &lt;i&gt;like&lt;/i&gt;?\nFish?" in ana.get(booked).text
    assert "Inbox (" not in ana.get("/bookings").text


def test_whoever_wrote_last_sees_that_it_was_seen(browser_of, booked, time):
    browser_of("ben").submit(booked, body="Soup?")
    time.forward(minutes=3)
    browser_of("ana").get(booked)

    assert "Seen" in browser_of("ben").get(booked).text


def test_a_message_sent_twice_is_there_once(browser_of, booked):
    ben = browser_of("ben")
    (form,) = [form for form in forms_in(ben.get(booked).text) if "picture" in form.fields]
    for _ in range(2):
        answer = ben.client.post(
            f"/en{booked}", base_url=ADDRESS, data={**form.values, "body": "Only once"}
        )
        assert answer.status_code == 303

    assert ben.get(booked).text.count("Only once") == 1


def test_an_empty_message_is_not_sent(browser_of, booked):
    answer = browser_of("ben").submit(booked, body="   ")

    assert answer.status_code == 409
    assert "Write a few words first." in answer.text


def test_the_list_says_where_each_booking_stands_and_what_comes_next(browser_of, booked, asked):
    ana, ben = browser_of("ana").get("/inbox").text, browser_of("ben").get("/inbox").text

    assert "Waiting for Ben, 14 hours left" in ana
    assert "Do you do lunches?" in ana
    assert "Ana waits for your answer, 14 hours left" in ben
    assert "Answer the request" in ben
    assert "2 new" not in ben
    assert ben.count("1 new") == 2


def test_only_unread_conversations_are_listed_when_asked_for(browser_of, booked, asked):
    ben = browser_of("ben")
    ben.get(asked)

    listed = ben.get("/inbox?show=unread").text

    assert booked in listed
    assert asked not in listed


@ON_SQLITE
def test_older_conversations_follow_without_a_gap_or_a_double(app, browser_of, people):
    with app.test_request_context("/en/"):
        ben = only_offer().profile
        for number in range(45):
            asker = make_member(f"Asker{number} Roux", email=f"asker{number}@example.org")
            conversations.ask(asker, ben, f"Question {number}.", idempotency_key="1")
        ids = set(db.session.scalars(select(Question.public_id)))
    browser, path, found = browser_of("ben"), "/inbox", []
    while path:
        page = browser.get(path).text
        found += re.findall(r'href="/en/inbox/([0-9a-f]{24})#latest"', page)
        older = re.search(r'after=([0-9a-f]{24})"\s+rel="next"', page)
        path = f"/inbox?after={older[1]}" if older else None

    assert len(found) == 45
    assert set(found) == ids


@ON_SQLITE
def test_a_long_list_costs_no_more_statements_than_a_short_one(app, browser_of, people, asked):
    browser, counted = browser_of("ben"), []

    def statements_for(path):
        counted.clear()
        browser.get(path)
        return len([each for each in counted if each != "BEGIN"])

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *facts: counted.append(facts[2]))
    statements_for("/inbox")  # the first visit reads what the process remembers
    short = statements_for("/inbox")
    with app.test_request_context("/en/"):
        for number in range(12):
            asker = make_member(f"Asker{number} Roux", email=f"asker{number}@example.org")
            conversations.ask(asker, only_offer().profile, "Hello.", idempotency_key="1")

    assert statements_for("/inbox") == short <= 8
    statements_for(asked)  # the first look notes what was read
    assert statements_for(asked) <= 8, counted


def test_to_strangers_a_conversation_does_not_exist(browser_of, booked, asked):
    cleo = browser_of("cleo")

    for path in (booked, asked):
        assert cleo.get(path).status_code == 404
        assert send_blind(cleo, path).status_code == 404
    assert "Do you do lunches?" not in cleo.get("/inbox").text


def send_blind(browser, path):
    token = forms_in(browser.get("/bookings").text)[0].values["csrf_token"]
    return browser.client.post(
        f"/en{path}", base_url=ADDRESS, data={"csrf_token": token, "body": "Hello"}
    )


@pytest.mark.parametrize("body", [PHONE, "ana@example.org", "FR76 3000 6000 0112 3456 7890 189"])
def test_contact_details_are_pointed_out_before_they_are_sent(app, browser_of, booked, body):
    ana = browser_of("ana")
    before = count(app, Message)

    answer = ana.submit(booked, body=body)

    assert answer.status_code == 422
    assert "Not sent yet" in answer.text
    assert body in answer.text
    assert count(app, Message) == before
    (form,) = [form for form in forms_in(answer.text) if "picture" in form.fields]
    anyway = {**form.values, "send_anyway": "yes"}
    assert ana.client.post(f"/en{booked}", base_url=ADDRESS, data=anyway).status_code == 303
    assert count(app, Message) == before + 1


def test_once_it_is_agreed_people_write_what_they_like(browser_of, booked):
    browser_of("ben").submit(booked.replace("/inbox/", "/bookings/"), action="/confirm")

    assert browser_of("ana").submit(booked, body=PHONE).status_code == 303


def test_a_photo_is_for_the_two_of_them_alone(app, browser_of, booked):
    ben = browser_of("ben")

    answer = send(ben, booked, body="", picture=(a_photo(), "dish.png"), alt="A green dish")

    assert answer.status_code == 303
    page = browser_of("ana").get(booked).text
    address = page.split('<img src="')[1].split('"')[0]
    assert 'alt="A green dish"' in page
    for reader in (browser_of("ana"), ben):
        with reader.get(address) as photo:
            assert photo.mimetype == "image/jpeg"
            assert photo.headers["Cache-Control"] == "no-store"
    assert browser_of("cleo").get(address).status_code == 404
    assert browser_of(None).get(address).status_code == 303
    name = address.rpartition("/")[2]
    assert browser_of("ana").get(f"/media/{name}").status_code == 404


@ON_SQLITE
def test_a_photo_is_kept_while_its_words_are_looked_at_again(app, browser_of, booked, time):
    ana = browser_of("ana")
    warned = send(ana, booked, body=PHONE, picture=(a_photo("red"), "dish.png"), alt="A dish")
    assert "Your photo is kept" in warned.text
    (form,) = [form for form in forms_in(warned.text) if "body" in form.fields]

    ana.client.post(f"/en{booked}", base_url=ADDRESS, data={**form.values, "body": "Like this?"})

    assert 'alt="A dish"' in ana.get(booked).text
    send(ana, booked, body=PHONE, picture=(a_photo("blue"), "dish.png"))
    time.forward(days=2)
    with app.app_context():
        conversations.forget_unsent_pictures()
    assert count(app, Picture) == 1


def test_a_file_that_is_no_photo_is_refused_and_the_words_are_kept(browser_of, booked):
    answer = send(browser_of("ana"), booked, body="Look!", picture=(io.BytesIO(b"%PDF"), "a.png"))

    assert answer.status_code == 409
    assert "Look!" in answer.text


def test_a_sentence_to_begin_with_is_put_into_the_form_and_not_sent(app, browser_of, booked):
    before = count(app, Message)

    page = browser_of("ana").get(f"{booked}?say=bring").text

    (form,) = [form for form in forms_in(page) if "picture" in form.fields]
    assert form.values["body"] == ["What shall I bring?"]
    assert count(app, Message) == before


def test_a_visitor_is_asked_to_sign_in_and_comes_back_to_the_question(browser_of, people):
    answer = browser_of(None).get("/pro/ben-keller/ask")

    assert answer.status_code == 303
    assert "next=/en/pro/ben-keller/ask" in answer.location


def test_a_question_begins_a_conversation_and_the_next_joins_it(app, browser_of, people):
    cleo = browser_of("cleo")
    assert "/en/pro/ben-keller/ask" in cleo.get("/pro/ben-keller").text

    sent = cleo.submit("/pro/ben-keller/ask", body="Is your table by the window?")

    assert "Your question is sent." in cleo.follow(sent).text
    assert cleo.get("/pro/ben-keller/ask").location.startswith(sent.location.split("#")[0])
    assert count(app, Question) == 1
    with app.app_context():
        letter = db.session.scalars(select(Letter)).one()
    assert letter.subject == "Cleo has a question for you"
    assert sent.location.split("/en")[1] in letter.text


def test_nobody_asks_themselves(browser_of, people):
    ben = browser_of("ben")

    assert "others ask you questions" in ben.follow(ben.get("/pro/ben-keller/ask")).text


@ON_SQLITE
def test_ten_new_questions_a_day_are_enough(app, browser_of, people, time):
    with app.test_request_context("/en/"):
        ana = db.session.get_one(Member, people["ana"])
        for number in range(10):
            cook = make_member(f"Cook{number} Roux", email=f"cook{number}@example.org")
            profile = make_pro_am(cook).profile
            conversations.ask(ana, profile, "Hello?", idempotency_key=f"{number}")
    browser = browser_of("ana")

    answer = browser.submit("/pro/ben-keller/ask", body="And you?")

    assert answer.status_code == 409
    assert "ask the next one tomorrow" in answer.text
    assert "And you?" in answer.text
    time.now += timedelta(days=1)
    assert browser.submit("/pro/ben-keller/ask", body="And you?").status_code == 303


@ON_SQLITE
@pytest.mark.parametrize("kind", sorted(set(NAUGHTY) - {"nul"}))
def test_whatever_is_written_does_no_harm(browser_of, booked, kind):
    ana = browser_of("ana")
    answer = ana.submit(booked, body=NAUGHTY[kind])
    assert answer.status_code in (303, 422)

    assert dangers_in(browser_of("ben").get(booked).text) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_pages_are_there_in_both_languages(browser_of, booked, asked, language):
    for name in ("ana", "ben"):
        for path in ("/inbox", booked, asked, "/blocked", "/reports"):
            answer = browser_of(name, language).get(path)
            assert answer.status_code == 200
            assert f'<html lang="{language}">' in answer.text


def test_a_booking_without_a_word_is_in_the_list_too(app, browser_of, people):
    with app.app_context():
        make_booking(db.session.get_one(Member, people["ana"]), only_offer())
        db.session.execute(Message.__table__.delete())
        db.session.commit()

    assert "No messages yet" in browser_of("ben").get("/inbox").text
