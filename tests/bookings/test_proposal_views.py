"""Counter-proposals through the browsers of Ana (host), Ben (pro-am) and Cleo (stranger)."""

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings import actions
from pro_am.bookings.actions import Proposal
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import db
from pro_am.operations.drills.hostile.pages import forms_in
from tests.factories import free_starts, make_booking, only_offer
from tests.support.browser import ADDRESS


@pytest.fixture
def path(app, people):
    """The page of a booking that Ana has asked Ben for."""
    with app.app_context():
        booking = make_booking(db.session.get_one(Member, people["ana"]), only_offer())
        return f"/bookings/{booking.reference}"


@pytest.fixture
def last_start(app, path):
    with app.app_context():
        return f"{free_starts(only_offer())[4]:%Y-%m-%dT%H:%MZ}"


def stored(app):
    with app.app_context():
        booking = db.session.scalars(select(Booking).order_by(Booking.id)).first()
        return booking.state, booking.round, f"{booking.starts_at:%Y-%m-%dT%H:%MZ}"


def test_ben_proposes_and_ana_accepts(app, browser_of, path, last_start):
    ana, ben = browser_of("ana"), browser_of("ben")

    assert "Propose another time" in ben.get(path).text
    sent = ben.submit(f"{path}/propose", start=last_start, people="3", message="Rather then?")
    waiting = ben.follow(sent)
    assert "now it is Ana’s turn" in waiting.text
    assert "Waiting for Ana, until" in waiting.text
    page = ana.get(path).text
    assert "Ben proposes another time." in page
    assert "Ben proposed" in page
    assert "Answer Ben" in ana.get("/my-week/").text
    agreed = ana.follow(ana.submit(path, action="/confirm"))

    assert "It is agreed" in agreed.text
    assert stored(app) == (BookingState.CONFIRMED, 1, last_start)


def test_a_taken_time_keeps_what_was_typed_and_names_others(
    app, browser_of, path, people, last_start
):
    ben = browser_of("ben")
    form = {"start": last_start, "people": "2", "message": "Rather then?"}
    with app.app_context():
        cleo = db.session.get_one(Member, people["cleo"])
        make_booking(cleo, only_offer(), start=free_starts(only_offer())[4])

    refused = ben.submit(f"{path}/propose", **form)

    assert refused.status_code == 409
    assert "Rather then?" in refused.text
    assert "The nearest free times" in refused.text
    assert stored(app)[:2] == (BookingState.REQUESTED, 0)


def test_a_time_has_to_be_chosen(browser_of, path):
    answer = browser_of("ben").submit(f"{path}/propose", people="2")

    assert answer.status_code == 422
    assert "Choose a time." in answer.text


def test_a_stale_page_accepts_nothing_else(app, browser_of, path, done):
    ana = browser_of("ana")

    def propose(who, number):
        def deed(person):
            booking = db.session.scalars(select(Booking)).one()
            start = free_starts(only_offer())[number]
            actions.propose(booking, person(who), Proposal(start, 2))

        done(deed)

    propose("ben", 4)
    shown = ana.get(path)
    propose("ana", 8)
    propose("ben", 12)
    form = next(each for each in forms_in(shown.text) if each.action.endswith("/confirm"))
    answer = ana.client.post(f"/en{path}/confirm", base_url=ADDRESS, data=form.values)

    assert answer.status_code == 409
    assert "This booking has changed since you opened the page." in answer.text
    assert stored(app)[0] is BookingState.REQUESTED


@pytest.mark.parametrize("deed", ["confirm", "withdraw", "complete", "begin", "decline"])
def test_out_of_order_is_a_409_in_words_and_changes_nothing(app, browser_of, path, deed):
    """Ana is the host, and it is Ben's turn."""
    ana = browser_of("ana")
    token = ana.get(path).text.partition('name="csrf_token" type="hidden" value="')[2][:200]
    data = {"csrf_token": token.partition('"')[0], "code": "123456", "seen": "0"}
    if deed == "withdraw":
        data["seen"] = "7"  # of no page there ever was

    answer = ana.client.post(f"/en{path}/{deed}", base_url=ADDRESS, data=data)

    assert answer.status_code == 409
    assert stored(app)[0] is BookingState.REQUESTED


def test_cleo_finds_nothing(browser_of, path):
    cleo = browser_of("cleo")
    for page in ("propose", "no-show", "contest", "dispute", "my-side"):
        assert cleo.get(f"{path}/{page}").status_code == 404


def test_pages_of_what_is_not_possible_now_lead_back(browser_of, path):
    ana = browser_of("ana")
    for page in ("propose", "no-show", "contest", "dispute"):
        assert ana.get(f"{path}/{page}").location.endswith(path)
