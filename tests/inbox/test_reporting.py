"""Reports and blocks through the browsers of Ana, Ben and Cleo, a stranger or a moderator."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings import actions as bookings
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import BookingState
from pro_am.conversations.models import Message
from pro_am.foundation import jobs
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.moderation.models import Report
from tests.factories import free_starts, make_booking, only_offer

ON_SQLITE = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


def report_path(app):
    with app.app_context():
        return f"/moderation/{db.session.scalars(select(Report.public_id)).one()}"


def letters(app):
    with app.app_context():
        found = db.session.execute(select(Letter.recipient, Letter.template).order_by(Letter.id))
        return [(to.split("@")[0], name) for to, name in found if name.startswith("moderation/")]


@pytest.fixture
def reported(app, browser_of, asked):
    """Ben reports what Ana has asked."""
    path = message_path(app)
    browser_of("ben").submit(path, reason="harassment", words="She writes all day.")
    return asked


def message_path(app):
    with app.app_context():
        return f"/report/message/{db.session.scalars(select(Message.public_id)).one()}"


def test_a_message_is_reported_by_the_other_and_nobody_else(app, browser_of, asked):
    path = message_path(app)
    assert path in browser_of("ben").get(asked).text
    assert path not in browser_of("ana").get(asked).text

    assert browser_of("cleo").get(path).status_code == 404
    own = browser_of("ana").submit(path, reason="spam")
    sent = browser_of("ben").submit(path, reason="spam")

    assert own.status_code == 409
    assert "Thank you for telling us" in browser_of("ben").follow(sent).text
    assert browser_of("cleo").get(sent.location.split("/en")[1]).status_code == 404


@pytest.mark.parametrize("kind", ["profile", "offer"])
def test_what_everybody_sees_everybody_can_report(app, browser_of, people, kind):
    with app.app_context():
        ref = {"profile": "ben-keller", "offer": only_offer().public_id}[kind]
    ana = browser_of("ana")
    assert f"/en/report/{kind}/{ref}" in ana.get("/pro/ben-keller").text

    answer = ana.submit(f"/report/{kind}/{ref}", reason="untrue", words="There is no table.")

    assert answer.status_code == 303
    assert "It is not true" in ana.get("/reports").text


def test_a_report_needs_a_reason_and_keeps_the_words(app, browser_of, asked):
    answer = browser_of("ben").submit(message_path(app), words="It is rude.")

    assert answer.status_code == 422
    assert "Choose what fits best." in answer.text
    assert "It is rude." in answer.text


def test_the_desk_is_for_moderators(app, browser_of, reported):
    for name in ("ana", "ben", "cleo"):
        assert browser_of(name).get("/moderation/").status_code == 404
        assert browser_of(name).get(report_path(app)).status_code == 404


def test_nobody_reads_a_report_about_themselves(app, browser_of, reported, people):
    from pro_am.accounts import actions as accounts
    from pro_am.accounts.rules import Role

    with app.app_context():
        accounts.grant_role(db.session.get_one(Member, people["ana"]), Role.MODERATOR, by=None)

    assert browser_of("ana").get(report_path(app)).status_code == 404
    assert "Insults" not in browser_of("ana").get("/moderation/").text


def test_a_hidden_message_is_gone_at_once_and_both_are_told_later(
    app, browser_of, reported, moderator, time
):
    cleo, path = browser_of("cleo"), report_path(app)
    assert "Do you do lunches?" in cleo.get(path).text

    decided = cleo.submit(path, outcome="hidden", words_fr="Restez polie.", words_en="Be kind.")

    assert decided.status_code == 303
    assert "A moderator has hidden this message." in browser_of("ben").get(reported).text
    assert letters(app) == []
    assert "Nothing. If a moderator" in browser_of("ana").get("/reports").text
    time.forward(minutes=31)
    with app.app_context():
        jobs.run_due()
    assert letters(app) == [("ben", "moderation/decided"), ("ana", "moderation/statement")]
    told = browser_of("ana").get("/reports").text
    assert "Be kind." in told
    assert "A moderator read it once" in told
    assert "Ben" not in told.split("<main")[1]


def test_half_an_hour_is_there_to_undo(app, browser_of, reported, moderator, time):
    cleo, path = browser_of("cleo"), report_path(app)
    cleo.submit(path, outcome="hidden")

    cleo.submit(path, action="/undo")

    assert "Do you do lunches?" in browser_of("ben").get(reported).text
    time.forward(minutes=31)
    with app.app_context():
        jobs.run_due()
    assert letters(app) == []
    cleo.submit(path, outcome="warned")
    time.forward(minutes=30)
    page = cleo.get(path).text
    assert "/undo" not in page


def test_a_pause_in_writing_ends_by_itself(app, browser_of, reported, moderator, time):
    browser_of("cleo").submit(report_path(app), outcome="paused", pause_days="7")
    ana = browser_of("ana")

    paused = ana.submit(reported, body="Hello?")

    assert paused.status_code == 409
    assert "A moderator has paused your writing" in paused.text
    time.now += timedelta(days=7)
    assert ana.submit(reported, body="Hello?").status_code == 303


def test_words_come_in_both_languages_or_in_none(app, browser_of, reported, moderator):
    answer = browser_of("cleo").submit(
        report_path(app), outcome="warned", words_fr="Du calme, s’il vous plaît."
    )

    assert answer.status_code == 409
    assert "in both languages" in answer.text
    assert "Du calme" in answer.text


def test_a_hidden_profile_is_off_the_site_and_back_when_undone(app, browser_of, people, moderator):
    browser_of("ana").submit("/report/profile/ben-keller", reason="untrue")
    cleo, path = browser_of("cleo"), report_path(app)

    cleo.submit(path, outcome="hidden")

    assert browser_of(None).get("/pro/ben-keller").status_code == 404
    cleo.submit(path, action="/undo")
    assert browser_of(None).get("/pro/ben-keller").status_code == 200


def test_feeling_unsafe_keeps_two_people_apart_until_it_is_decided(
    app, browser_of, people, moderator
):
    with app.app_context():
        ana, offer = db.session.get_one(Member, people["ana"]), only_offer()
        first = make_booking(ana, offer)
        bookings.confirm(first, offer.profile.member, allergies_read=True)
        make_booking(ana, offer, start=free_starts(offer)[-1])
        make_booking(
            db.session.get_one(Member, people["cleo"]), offer, start=free_starts(offer)[-9]
        )

    ana = browser_of("ana")
    sent = ana.submit("/report/profile/ben-keller", reason="unsafe")

    page = ana.follow(sent).text
    for number in ("tel:112", "tel:15", "tel:17", "sms:114", "tel:3114"):
        assert number in page
    with app.app_context():
        states = {
            (booking.host.first_name, booking.state)
            for booking in db.session.scalars(select(Booking))
        }
        start = f"{free_starts(only_offer())[0]:%Y-%m-%dT%H:%MZ}"
        ask = f"/book/{only_offer().public_id}?start={start}"
    assert states == {("Ana", BookingState.CALLED_OFF), ("Cleo", BookingState.REQUESTED)}
    assert letters(app) == [("cleo", "moderation/alarm")]
    refused = ana.submit(ask, people="2")
    assert refused.status_code == 409
    assert "not open for bookings" in refused.text
    browser_of("cleo").submit(report_path(app), outcome="nothing_wrong")
    assert ana.submit(ask, people="2").status_code == 303


def block(app, browser, name, people):
    with app.app_context():
        public_id = db.session.get_one(Member, people[name]).public_id
    return browser.submit(f"/block/{public_id}", action=f"/{public_id}")


@pytest.mark.parametrize("blocker", ["ana", "ben"])
def test_a_block_works_both_ways_and_does_not_show_itself(app, browser_of, asked, people, blocker):
    other = {"ana": "ben", "ben": "ana"}[blocker]

    block(app, browser_of(blocker), other, people)

    for name in ("ana", "ben"):
        answer = browser_of(name).submit(asked, body="Hello?")
        assert answer.status_code == 409
        assert "cannot be written to at the moment" in answer.text
    assert "block" not in browser_of(other).get(asked).text.split("<form")[0].lower()
    assert browser_of("ana").get("/pro/ben-keller").status_code == 200
    with app.app_context():
        start = f"{free_starts(only_offer())[0]:%Y-%m-%dT%H:%MZ}"
        ask = f"/book/{only_offer().public_id}?start={start}"
    refused = browser_of("ana").submit(ask, people="2")
    assert refused.status_code == 409
    assert "This offer is not open for bookings at the moment." in refused.text


@pytest.mark.parametrize(
    ("blocker", "state"),
    [("ana", BookingState.WITHDRAWN), ("ben", BookingState.DECLINED)],
)
def test_a_block_ends_what_waits_for_an_answer(app, browser_of, booked, people, blocker, state):
    block(app, browser_of(blocker), {"ana": "ben", "ben": "ana"}[blocker], people)

    with app.app_context():
        assert db.session.scalars(select(Booking)).one().state is state


def test_a_block_is_undone_on_its_page(app, browser_of, asked, people):
    ben = browser_of("ben")
    block(app, ben, "ana", people)
    assert "Ana Martin" in ben.get("/blocked").text

    ben.submit("/blocked", action="/unblock")

    assert "Nobody" in ben.get("/blocked").text
    assert browser_of("ana").submit(asked, body="Hello?").status_code == 303


@ON_SQLITE
def test_only_the_one_who_blocked_can_undo_it(app, browser_of, asked, people):
    block(app, browser_of("ben"), "ana", people)
    with app.app_context():
        path = f"/en/blocked/{db.session.get_one(Member, people['ben']).public_id}/unblock"
    ana = browser_of("ana")
    token = ana.get("/inbox").text.split('name="csrf_token" value="')[1].split('"')[0]

    answer = ana.client.post(path, data={"csrf_token": token}, base_url="http://127.0.0.1")

    assert answer.status_code == 404
