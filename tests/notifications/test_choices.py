from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from sqlalchemy import func, select

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.conversations import actions as conversations
from pro_am.foundation import clock, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.foundation.topics import known_topics
from pro_am.notifications import actions, queries
from tests.factories import make_booking, only_offer


@pytest.fixture
def write(app, people, time):
    """Ben asks Ana something about a booking, and so a letter about messages goes to her."""

    def say(body="Do you like soup?"):
        booking = make_booking(db.session.get_one(Member, people["ana"]), only_offer())
        ben = db.session.get_one(Member, people["ben"])
        conversations.write(booking.thread_id, ben, body, idempotency_key=body)

    return say


def letters(template="bookings/message"):
    db.session.rollback()
    return db.session.scalars(select(Letter).where(Letter.template == template)).all()


@pytest.fixture
def way_out(app, people):
    with app.app_context():
        return urlsplit(queries.way_out(people["ana"], "messages", "en")).path


def unwanted(app, people):
    with app.app_context():
        return queries.unwanted_topics(people["ana"])


def test_members_choose_which_letters_they_get(app, people, browser_of):
    ana = browser_of("ana")

    with app.app_context():
        topics = set(known_topics())

    done = ana.submit("/account/letters", wanted=["reviews"])

    assert "Your choice is saved." in ana.follow(done).text
    assert unwanted(app, people) == topics - {"reviews"}
    ana.submit("/account/letters", wanted=sorted(topics))
    assert unwanted(app, people) == set()


def test_a_topic_that_is_none_is_refused(app, people, browser_of):
    assert browser_of("ana").submit("/account/letters", wanted=["bookings"]).status_code == 422


def test_a_letter_that_nobody_wants_does_not_leave_and_shows_why(
    people, write, mail_server, in_app
):
    write()
    actions.do_without(db.session.get_one(Member, people["ana"]), "messages")

    actions.deliver_due()

    assert [letter.state for letter in letters()] == ["unwanted"]
    assert {letter.state for letter in letters("bookings/request_sent")} == {"sent"}


def test_nothing_is_sent_to_who_is_erased(people, time, mail_server, in_app):
    ana = db.session.get_one(Member, people["ana"])
    accounts.leave(ana)
    time.forward(days=14)
    accounts.erase_the_gone()
    with transaction():
        outbox.post(ana.address, "accounts/password_changed", name="x", reset_url="http://x")

    actions.deliver_due()

    assert [letter.state for letter in letters("accounts/password_changed")] == ["unwanted"]


def test_a_letter_that_may_be_done_without_says_so_to_mail_programs(
    people, write, mail_server, in_app
):
    write()

    actions.deliver_due()

    with_way_out = [each for each in mail_server.taken if each["List-Unsubscribe"]]
    assert [each["To"] for each in with_way_out] == ["ana@example.org"]
    assert with_way_out[0]["List-Unsubscribe"].startswith("<http://127.0.0.1:8000/en/letters/")
    assert with_way_out[0]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_the_link_in_a_letter_changes_nothing_until_the_button_and_back(
    app, people, browser_of, way_out
):
    visitor = browser_of(None)
    assert "You get these letters at the moment." in visitor.get(way_out).text
    assert unwanted(app, people) == set()

    without = visitor.follow(visitor.submit(way_out))
    assert "You no longer get these letters." in without.text
    assert unwanted(app, people) == {"messages"}
    visitor.submit(way_out)

    assert unwanted(app, people) == set()


def test_a_mail_program_presses_the_button_by_itself(app, people, way_out):
    """RFC 8058: one POST, with no cookie and no form of ours, and no redirect for an answer."""
    answer = app.test_client().post(
        way_out, base_url="http://127.0.0.1", data={"List-Unsubscribe": "One-Click"}
    )

    assert answer.status_code == 200
    assert unwanted(app, people) == {"messages"}


def test_an_address_that_we_did_not_make_is_not_there(browser_of, way_out):
    visitor = browser_of(None)
    token = way_out.rsplit("/", 1)[1]

    assert visitor.get(way_out.replace(token, "made-up")).status_code == 404
    assert visitor.get(way_out[:-1] + ("A" if way_out[-1] != "A" else "B")).status_code == 404


def test_letters_that_have_left_are_forgotten(post, time, in_app):
    post()
    letter = db.session.scalars(select(Letter)).one()
    letter.state = "sent"
    db.session.commit()
    post()  # waits

    time.now = clock.now() + timedelta(days=91)
    actions.forget_old_letters()

    assert db.session.scalar(select(func.count()).select_from(Letter)) == 1


@pytest.fixture
def invite(in_app):
    """Write to somebody without an account, as a member asked for; with its way out."""

    def write():
        way_out = queries.strangers_way_out("dora@example.com", "en")
        with transaction():
            outbox.post(
                outbox.Address("dora@example.com", "en", way_out=way_out),
                "accounts/password_changed",
                name="Dora",
                reset_url="http://x",
            )
        return urlsplit(way_out).path

    return write


def test_an_address_without_an_account_ends_letters_by_a_button_or_by_its_mail_program(
    invite, app, people, mail_server, browser_of
):
    way_out = invite()
    visitor = browser_of(None)
    assert "Never write to me again" in visitor.get(way_out).text
    actions.deliver_due()
    [letter] = mail_server.taken
    assert letter["List-Unsubscribe"] == f"<http://127.0.0.1:8000{way_out}>"

    app.test_client().post(
        way_out, base_url="http://127.0.0.1", data={"List-Unsubscribe": "One-Click"}
    )
    invite()
    actions.deliver_due()

    states = [each.state for each in letters("accounts/password_changed")]
    assert states == ["sent", "unwanted"]
    assert "no more, whoever invites you" in visitor.get(way_out).text
    visitor.submit(way_out)
    invite()
    actions.deliver_due()
    assert len(mail_server.taken) == 2


def test_nobody_ends_the_letters_of_another_by_an_address_of_their_own(browser_of):
    assert browser_of(None).get("/letters/never/made-up").status_code == 404
