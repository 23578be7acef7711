"""What people do from letters, without signing in: only a POST acts, and each link acts once."""

from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings import actions
from pro_am.bookings.actions import Wish
from pro_am.bookings.models import Booking, MoveProposal, WaitingPlace
from pro_am.bookings.queries import links, moves
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.waiting_list import PlaceState
from pro_am.foundation import clock, ids, time_zones
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from tests.factories import free_starts, make_booking, only_offer
from tests.support.browser import ADDRESS

DOOR = "3 rue des Cuisiniers"


@pytest.fixture
def asked(app, people):
    """Ana has asked Ben; her booking's id."""
    with app.app_context():
        start = free_starts(only_offer())[14]
        return make_booking(db.session.get_one(Member, people["ana"]), only_offer(), start=start).id


@pytest.fixture
def url(app, asked):
    """Where Ben answers, as his letter says."""
    with app.app_context():
        return urlsplit(links.answer_url(db.session.get_one(Booking, asked))).path


def state(app, booking_id):
    with app.app_context():
        return db.session.get_one(Booking, booking_id).state_now(clock.now())


def confirm(app, people, booking_id):
    with app.app_context():
        booking = db.session.get_one(Booking, booking_id)
        actions.confirm(booking, db.session.get_one(Member, people["ben"]), allergies_read=False)


def test_the_letter_of_a_request_leads_there(app, url):
    with app.app_context():
        letter = db.session.scalars(
            select(Letter).where(Letter.template == "bookings/requested")
        ).one()
        assert url in letter.text


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing_and_keeps_the_address_to_itself(
    app, url, asked, browser_of, method
):
    answer = getattr(browser_of(None).client, method)(url, base_url="http://127.0.0.1")

    assert answer.status_code == 200
    assert state(app, asked) is BookingState.REQUESTED
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]


@pytest.mark.parametrize(
    ("then", "reached"),
    [("accept", BookingState.CONFIRMED), ("decline", BookingState.DECLINED)],
)
def test_a_button_answers_once(app, url, asked, browser_of, then, reached):
    visitor = browser_of(None)
    sent = visitor.client.post(url, data={"then": then}, base_url="http://127.0.0.1")

    assert state(app, asked) is reached
    assert "There is nothing to answer any more" in visitor.follow(sent).text
    # The other button of an old page, and the same again, change nothing.
    for again in ("accept", "decline"):
        visitor.client.post(url, data={"then": again}, base_url="http://127.0.0.1")
    assert state(app, asked) is reached


def test_the_page_tells_neither_door_nor_message(url, browser_of):
    text = browser_of(None).get(url).text

    assert "Dinner at my table" in text
    assert DOOR not in text
    assert "We look forward to it" not in text


def test_a_request_with_allergies_is_read_signed_in(app, people, browser_of):
    with app.app_context():
        ana = db.session.get_one(Member, people["ana"])
        wish = Wish(start=free_starts(only_offer())[0], people=2, allergies="peanuts")
        booking = actions.request_booking(ana, only_offer(), wish, idempotency_key=ids.public_id())
        booking_id, url = booking.id, urlsplit(links.answer_url(booking)).path
    visitor = browser_of(None)

    page = visitor.get(url).text
    visitor.client.post(url, data={"then": "accept"}, base_url="http://127.0.0.1")

    assert "peanuts" not in page
    assert "Sign in and answer" in page
    assert state(app, booking_id) is BookingState.REQUESTED


def test_an_older_letter_says_that_the_request_has_changed(app, people, asked, url, browser_of):
    with app.app_context():
        booking = db.session.get_one(Booking, asked)
        actions.reschedule(booking, booking.host, free_starts(only_offer())[0])

    visitor = browser_of(None)
    visitor.client.post(url, data={"then": "accept"}, base_url="http://127.0.0.1")

    assert "has changed since the letter" in visitor.get(url).text
    assert state(app, asked) is BookingState.REQUESTED


def test_a_late_link_says_what_became_of_it(app, url, asked, browser_of, time):
    time.forward(hours=49)

    assert "not answered in time" in browser_of(None).get(url).text


def test_a_forged_or_foreign_link_is_none(app, url, asked, browser_of):
    visitor = browser_of(None)
    assert visitor.get(url[:-2]).status_code == 404
    assert visitor.get(url.replace("/answer/", "/presence/")).status_code == 404


def test_a_word_says_that_one_will_come(app, people, asked, browser_of):
    confirm(app, people, asked)
    with app.app_context():
        booking = db.session.get_one(Booking, asked)
        url = urlsplit(links.presence_url(booking, booking.host)).path
        page = f"/bookings/{booking.reference}"
    visitor = browser_of(None)
    assert "I will be there" in visitor.get(url).text

    for _ in range(2):
        sent = visitor.client.post(url, base_url="http://127.0.0.1")

    assert "You have said that you will be there" in visitor.follow(sent).text
    assert browser_of("ben").get(page).text.count("Ana will be there") == 1


@pytest.fixture
def place(app, people, asked):
    """Cleo waits for Ana's evening, and Ana cancels: the id of Cleo's place, and her link."""
    confirm(app, people, asked)
    with app.app_context():
        booking, cleo = (
            db.session.get_one(Booking, asked),
            db.session.get_one(Member, people["cleo"]),
        )
        day = time_zones.to_local(booking.starts_at, time_zones.zone(booking.time_zone)).date()
        waits = actions.join(cleo, only_offer(), day=day, start=booking.starts_at, people=2)
        actions.cancel(booking, booking.host)
        place = db.session.get_one(WaitingPlace, waits.id)
        return place.id, urlsplit(links.place_url(place)).path


def place_state(app, place_id):
    with app.app_context():
        return db.session.get_one(WaitingPlace, place_id).state_now(clock.now())


def test_the_place_is_taken_from_the_letter(app, place, browser_of):
    place_id, url = place
    visitor = browser_of(None)
    assert "Take the place" in visitor.get(url).text

    sent = visitor.client.post(url, data={"then": "take"}, base_url="http://127.0.0.1")

    assert place_state(app, place_id) is PlaceState.TAKEN
    assert "Your request is sent" in visitor.follow(sent).text
    with app.app_context():
        assert len(db.session.scalars(select(Booking)).all()) == 2


def test_the_list_is_left_from_the_letter(app, place, browser_of):
    place_id, url = place
    visitor = browser_of(None)
    sent = visitor.client.post(url, data={"then": "leave"}, base_url="http://127.0.0.1")

    assert place_state(app, place_id) is PlaceState.LEFT
    assert "You have left this list" in visitor.follow(sent).text


def test_a_place_that_lapsed_says_so_kindly(app, place, browser_of, time):
    place_id, url = place
    time.forward(hours=2)
    visitor = browser_of(None)

    answer = visitor.client.post(url, data={"then": "take"}, base_url="http://127.0.0.1")

    assert answer.status_code == 409
    assert "the next person was asked" in answer.text
    assert place_state(app, place_id) is PlaceState.LAPSED


def test_with_a_message_the_place_is_taken_on_the_form(app, people, place, browser_of):
    with app.app_context():
        waits = db.session.get_one(WaitingPlace, place[0])
        path = f"/book/{waits.offer.public_id}?place={waits.public_id}"
    cleo = browser_of("cleo")
    assert "Kept for you until" in cleo.get(path).text

    sent = cleo.submit(path, message="No nuts please")

    assert sent.status_code == 303
    assert place_state(app, place[0]) is PlaceState.TAKEN


# Another time


@pytest.fixture
def moved(app, people, asked):
    """Ben has proposed another time for what is agreed; the address in Ana's letter."""
    confirm(app, people, asked)
    with app.app_context():
        booking = db.session.get_one(Booking, asked)
        ben = db.session.get_one(Member, people["ben"])
        actions.reschedule(booking, ben, free_starts(only_offer())[0])
        proposal = moves.open_proposal(booking, clock.now())
        url = urlsplit(links.move_url(proposal)).path
        letter = select(Letter).where(Letter.template == "bookings/move_proposed")
        assert url in db.session.scalars(letter).one().text
        return url


def times(app, booking_id):
    """When it is, and when it was to be."""
    with app.app_context():
        proposal = db.session.scalars(select(MoveProposal)).one()
        return db.session.get_one(Booking, booking_id).starts_at, proposal.starts_at


@pytest.mark.parametrize(("then", "is_moved"), [("agree", True), ("keep", False)])
def test_a_host_answers_to_another_time(app, moved, asked, browser_of, then, is_moved):
    visitor = browser_of(None)
    before, proposed = times(app, asked)

    page = visitor.get(moved)
    assert "Agree to the new time" in page.text
    assert DOOR not in page.text
    assert times(app, asked)[0] == before

    answer = visitor.client.post(moved, base_url=ADDRESS, data={"then": then})

    assert times(app, asked)[0] == (proposed if is_moved else before)
    shown = visitor.follow(answer).text
    assert "Agree to the new time" not in shown
    assert ("the new time counts" if is_moved else "stays at its time") in shown
    # The other button of an older copy of the page changes nothing any more.
    visitor.client.post(moved, base_url=ADDRESS, data={"then": "agree"})
    assert times(app, asked)[0] == (proposed if is_moved else before)


def test_a_proposal_that_is_over_says_when_it_is(app, moved, asked, browser_of, time):
    before, _ = times(app, asked)
    time.forward(days=3)

    page = browser_of(None).client.post(moved, base_url=ADDRESS, data={"then": "agree"})

    assert page.status_code == 200
    assert "nothing to answer any more" in page.text
    assert times(app, asked)[0] == before


def test_a_link_for_another_purpose_moves_nothing(app, moved, asked, browser_of):
    token = moved.rpartition("/")[2]

    assert browser_of(None).get(f"/by-letter/answer/{token}").status_code == 404
    assert browser_of(None).get(moved[:-1] + ("a" if moved[-1] != "a" else "b")).status_code == 404
