"""The pages of a booking, through the browsers of Ana (host), Ben (pro-am) and Cleo (stranger)."""

import re
from datetime import timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.bookings import actions
from pro_am.bookings.models import Booking
from pro_am.bookings.queries.lists import PER_PAGE
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import db, transaction
from pro_am.operations.drills.hostile.pages import forms_in
from tests.factories import free_starts, make_booking, only_offer
from tests.support.browser import ADDRESS
from tests.support.statements import counted

MOST_STATEMENTS = 20  # of a request
ADDRESS_OF_BEN = "3 rue des Cuisiniers"
RADIO = re.compile(r'type="radio"\s+name="start"\s+value="([^"]+)"')


@pytest.fixture
def times(app, people):
    """The free starts of Ben's offer, as the page writes them into forms."""
    with app.app_context():
        return [f"{start:%Y-%m-%dT%H:%MZ}" for start in free_starts(only_offer())]


@pytest.fixture
def ask_path(app, people):
    with app.app_context():
        return f"/book/{only_offer().public_id}"


@pytest.fixture
def path(app, people):
    """The page of a booking that Ana has asked Ben for."""
    with app.app_context():
        booking = make_booking(db.session.get_one(Member, people["ana"]), only_offer())
        return f"/bookings/{booking.reference}"


@pytest.fixture
def confirmed_path(path, browser_of):
    browser_of("ben").submit(path, action="/confirm")
    return path


def stored(app):
    with app.app_context():
        return db.session.scalars(select(Booking)).one()


def post(browser, path, **fields):
    """Send a form that no page showed to this person, with a token of their own."""
    token = forms_in(browser.get("/bookings").text)[0].values["csrf_token"]
    data = {"csrf_token": token, **fields}
    return browser.client.post(f"/en{path}", base_url=ADDRESS, data=data)


def test_ana_asks_and_ben_accepts(app, browser_of, ask_path, times):
    ana, ben = browser_of("ana"), browser_of("ben")

    check = ana.get(f"{ask_path}?start={times[0]}&people=4")
    assert "Tuesday 8 January 2030, 18:00&nbsp;–&#8288;&nbsp;20:00" in check.text
    assert "€100" in check.text
    assert "Free cancellation until Monday 7 January 2030, 18:00" in check.text
    sent = ana.submit(f"{ask_path}?start={times[0]}&people=4", message="Shall we bring wine?")
    assert sent.status_code == 303
    waiting = ana.follow(sent)
    assert "Waiting for Ben, until" in waiting.text
    assert "Shall we bring wine?" in waiting.text

    path = sent.location.removeprefix(ADDRESS)
    assert "Ana is waiting for your answer" in ben.get(path).text
    accepted = ben.follow(ben.submit(path, action="/confirm"))

    assert "It is agreed: Tuesday 8 January 2030, 18:00" in accepted.text
    assert stored(app).state is BookingState.CONFIRMED
    assert "confirmed" in ana.get("/bookings").text


def test_a_request_is_few_questions_to_the_database(app, browser_of, ask_path, times):
    """All of it: who asks, what is free, the booking, its thread, the letters, the way back."""
    ana = browser_of("ana")
    shown = ana.get(f"{ask_path}?start={times[0]}")
    (form,) = [form for form in forms_in(shown.text) if "start" in form.fields]

    with counted(app) as asked:
        answer = ana.client.post(
            f"/en{ask_path}",
            base_url=ADDRESS,
            data={**form.values, "people": "3", "message": "We look forward to it"},
        )

    assert answer.status_code == 303
    assert len(asked) <= MOST_STATEMENTS, "\n".join(asked)


def test_a_visitor_is_asked_to_sign_in_first(browser_of, ask_path, times):
    answer = browser_of(None).get(f"{ask_path}?start={times[0]}")

    assert answer.status_code == 303
    assert "next=" in answer.location


def test_a_time_that_is_gone_keeps_the_text_and_offers_the_two_nearest(
    app, browser_of, ask_path, times, people
):
    ana = browser_of("ana")
    shown = ana.get(f"{ask_path}?start={times[2]}")
    (form,) = [form for form in forms_in(shown.text) if "start" in form.fields]
    with app.app_context():
        cleo = db.session.get_one(Member, people["cleo"])
        make_booking(cleo, only_offer(), start=free_starts(only_offer())[4])

    answer = ana.client.post(
        f"/en{ask_path}",
        base_url=ADDRESS,
        data={**form.values, "people": "3", "message": "We look forward to it"},
    )

    assert answer.status_code == 409
    assert "<title>Error: " in answer.text
    assert "We look forward to it" in answer.text
    offered = RADIO.findall(answer.text)
    assert len(offered) == 2
    assert offered[0] == times[0]
    assert times[2] not in offered


def test_a_link_to_a_time_that_is_gone_leads_to_others(app, browser_of, ask_path, path):
    taken = browser_of("cleo").get(f"{ask_path}?start={stored(app).starts_at:%Y-%m-%dT%H:%MZ}")

    assert taken.status_code == 409
    assert "This time is no longer free" in taken.text


def test_without_a_time_the_page_offers_the_next_ones(browser_of, ask_path, times):
    ana = browser_of("ana")
    page = ana.get(ask_path)

    assert page.status_code == 200
    assert "no longer free" not in page.text
    assert ana.submit(ask_path, start=times[1]).status_code == 303


@pytest.mark.parametrize(
    "start", ["never", "2030-13-01T10:00Z", "9999-12-31T23:59Z", "0001-01-01T00:00Z"]
)
def test_a_time_that_makes_no_sense_is_no_fault(browser_of, ask_path, start):
    assert browser_of("ana").get(f"{ask_path}?start={start}").status_code == 409


def test_what_cannot_be_read_is_asked_again_and_kept(browser_of, ask_path, times):
    answer = browser_of("ana").submit(
        f"{ask_path}?start={times[0]}", message="Kept" + "!" * 4000, allergies="Peanuts"
    )

    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert 'href="#message"' in answer.text
    assert "Kept!!!" in answer.text
    assert 'value="Peanuts"' in answer.text


def test_ben_sees_what_his_page_of_requests_is_for_and_cannot_book_himself(
    app, browser_of, ask_path, times
):
    ben = browser_of("ben")

    page = ben.get(f"{ask_path}?start={times[0]}")
    sent = post(ben, ask_path, start=times[0], people="2")

    assert (page.status_code, sent.status_code) == (200, 409)
    for answer in (page, sent):
        assert "This is your own offer" in answer.text
        assert "/my-profile/offers/" in answer.text
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Booking)) == 0


@pytest.mark.parametrize("change", ["paused", "unknown"])
def test_what_is_not_open_does_not_exist(app, browser_of, ask_path, change):
    if change == "paused":
        with app.app_context(), transaction():
            only_offer().profile.state = "paused"
    else:
        ask_path = "/book/nothing"

    assert browser_of("ana").get(ask_path).status_code == 404


def test_allergies_are_kept_only_with_consent(app, browser_of, ask_path, times):
    ana, asked = browser_of("ana"), f"{ask_path}?start={times[0]}"

    without = ana.submit(asked, allergies="Peanuts")

    assert without.status_code == 422
    assert "Tick the box so that the pro-am can read them" in without.text
    assert 'value="Peanuts"' in without.text
    ana.submit(asked, allergies="Peanuts", allergies_consent="y")
    assert stored(app).allergies == "Peanuts"


def test_ben_reads_the_allergies_before_he_accepts(app, browser_of, ask_path, times):
    ana, ben = browser_of("ana"), browser_of("ben")
    sent = ana.submit(f"{ask_path}?start={times[0]}", allergies="Peanuts", allergies_consent="y")
    path = sent.location.removeprefix(ADDRESS)
    assert "Allergies: Peanuts" in ben.get(path).text

    unread = ben.submit(path, action="/confirm")
    assert unread.status_code == 409
    assert "Please read the allergies" in unread.text
    assert stored(app).state is BookingState.REQUESTED

    assert ben.submit(path, action="/confirm", allergies_read="y").status_code == 303
    assert stored(app).state is BookingState.CONFIRMED


def test_the_address_is_shown_from_the_yes_until_two_days_after(browser_of, path, app, time):
    ana = browser_of("ana")
    assert ADDRESS_OF_BEN not in ana.get(path).text

    browser_of("ben").submit(path, action="/confirm")
    assert ADDRESS_OF_BEN in ana.get(path).text

    time.now = stored(app).ends_at + timedelta(hours=48)
    assert ADDRESS_OF_BEN not in browser_of("ana").get(path).text


def test_a_cancelled_booking_shows_no_address(browser_of, confirmed_path):
    ana = browser_of("ana")
    ana.submit(f"{confirmed_path}/cancel", reason="Flu")

    page = ana.get(confirmed_path)

    assert "You cancelled this booking." in page.text
    assert ADDRESS_OF_BEN not in page.text


def test_only_the_two_people_of_a_booking_know_of_it(browser_of, path):
    assert browser_of("ana").get(path).status_code == 200
    assert browser_of("ben").get(path).status_code == 200
    cleo = browser_of("cleo")

    for page in ("", "/decline", "/cancel", "/calendar.ics"):
        assert cleo.get(path + page).status_code == 404
    for deed in ("/confirm", "/decline", "/cancel", "/withdraw", "/complete"):
        assert post(cleo, path + deed).status_code == 404
    assert path not in cleo.get("/bookings").text


def test_a_form_from_elsewhere_is_turned_away(app, browser_of, path):
    ben = browser_of("ben")

    assert ben.client.post(f"/en{path}/confirm", base_url=ADDRESS).status_code == 400
    assert stored(app).state is BookingState.REQUESTED


def test_looking_changes_nothing(app, browser_of, path):
    for who in ("ana", "ben"):
        for page in ("", "/decline", "/cancel", "/confirm", "/withdraw", "/complete"):
            browser_of(who).get(path + page)

    assert stored(app).state is BookingState.REQUESTED
    assert stored(app).revision == 0


def test_a_request_can_be_taken_back(app, browser_of, path):
    ana = browser_of("ana")

    page = ana.follow(ana.submit(path, action="/withdraw"))

    assert stored(app).state is BookingState.WITHDRAWN
    assert "You withdrew this request." in page.text


def test_a_word_goes_with_a_no(app, browser_of, path):
    browser_of("ben").submit(f"{path}/decline", reason="My oven <b>broke</b>.")

    assert stored(app).state is BookingState.DECLINED
    assert "Ben cannot make it this time." in browser_of("ana").get(path).text
    assert "My oven &lt;b&gt;broke&lt;/b&gt;." in browser_of("ana").get(path).text


@pytest.mark.parametrize(
    ("who", "page"), [("ana", "/decline"), ("ana", "/cancel"), ("ben", "/cancel")]
)
def test_a_page_of_something_impossible_leads_back(browser_of, path, who, page):
    answer = browser_of(who).get(path + page)

    assert answer.status_code == 303
    assert answer.location.endswith(path)


def test_an_answer_that_comes_too_late_is_told_so(app, browser_of, path, time):
    ben = browser_of("ben")
    open_page = ben.get(path)
    (form,) = [form for form in forms_in(open_page.text) if form.action.endswith("/confirm")]
    time.now = stored(app).answer_by

    answer = ben.client.post(form.action, base_url=ADDRESS, data=form.values)

    assert answer.status_code == 409
    assert "This is no longer possible: the booking is not answered in time." in answer.text


def test_afterwards_both_can_say_it_took_place_and_review(app, browser_of, confirmed_path, time):
    time.now = stored(app).ends_at
    ana = browser_of("ana")
    assert '/review"' in ana.get(confirmed_path).text

    ana.submit(confirmed_path, action="/complete")

    assert stored(app).state is BookingState.COMPLETED
    page = ana.get(confirmed_path)
    assert "It took place." in page.text
    assert '/review"' in page.text
    time.forward(days=14)
    assert '/review"' not in browser_of("ana").get(confirmed_path).text


def test_who_has_written_a_review_is_asked_for_no_other(app, browser_of, confirmed_path, time):
    time.now = stored(app).ends_at
    ana, ben = browser_of("ana"), browser_of("ben")
    ana.submit(f"{confirmed_path}/review", stars="5")

    assert "You have written your review." in ana.get(confirmed_path).text
    assert "Review Ben" not in ana.get(confirmed_path).text
    assert "Review Ana" in ben.get(confirmed_path).text


def test_a_long_list_of_bookings_comes_in_pages(app, browser_of, people, time):
    with app.app_context():
        ana = db.session.get_one(Member, people["ana"])
        for _ in range(PER_PAGE + 1):
            make_booking(ana, only_offer())
    ana = browser_of("ana")

    first, second = ana.get("/bookings").text, ana.get("/bookings?coming=2").text
    assert first.count('class="booking-row"') == PER_PAGE
    assert second.count('class="booking-row"') == 1
    assert "coming=2" in first
    assert ana.get("/bookings?coming=99&past=-1").status_code == 200


def test_the_calendar_file_is_there_once_it_is_agreed(browser_of, path):
    ana = browser_of("ana")
    assert ana.get(f"{path}/calendar.ics").status_code == 404
    browser_of("ben").submit(path, action="/confirm")

    file = ana.get(f"{path}/calendar.ics")

    assert file.content_type == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(file.text).walk("VEVENT")
    assert event["ATTENDEE"] == "mailto:ana@example.org"
    assert ADDRESS_OF_BEN not in file.text


@pytest.mark.parametrize("worker_runs", [False, True])
def test_a_booking_under_way_is_not_cancelled_in_calendars(
    app, browser_of, confirmed_path, time, worker_runs
):
    time.now = stored(app).starts_at
    if worker_runs:
        with app.app_context():
            actions.catch_up_with_time()

    file = browser_of("ana").get(f"{confirmed_path}/calendar.ics")

    assert Calendar.from_ical(file.text)["METHOD"] == "REQUEST"


def test_an_emergency_number_is_at_hand(browser_of, confirmed_path):
    assert 'href="tel:112"' in browser_of("ana").get(confirmed_path).text


def test_the_page_of_a_booking_leads_to_its_conversation(browser_of, path):
    page = browser_of("ben").get(path).text

    assert "We look forward to it." in page
    assert f"/inbox/{path.rpartition('/')[2]}#latest" in page


def test_an_empty_list_says_what_will_be_here(browser_of):
    assert "Nothing planned yet" in browser_of("cleo").get("/bookings").text


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_bookings_are_coming_and_then_past(app, browser_of, path, time, who):
    page = browser_of(who).get("/bookings").text
    assert "Coming up" in page
    assert "Past" not in page

    time.now = stored(app).answer_by
    page = browser_of(who).get("/bookings").text

    assert "Nothing planned yet" in page
    assert "not answered in time" in page


def test_both_clocks_are_shown_where_they_differ(app, browser_of, path, people):
    assert "For you:" not in browser_of("ana").get(path).text
    with app.app_context(), transaction():
        db.session.get_one(Member, people["ana"]).time_zone = "America/New_York"

    page = browser_of("ana").get(path).text

    assert "Tuesday 8 January 2030, 18:00&nbsp;–&#8288;&nbsp;20:00" in page
    assert "For you: Tuesday 8 January 2030, 12:00" in page


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_are_there_in_both_languages(browser_of, path, language):
    for who in ("ana", "ben"):
        for page in ("/bookings", path):
            answer = browser_of(who, language).get(page)
            assert answer.status_code == 200
            assert f'<html lang="{language}">' in answer.text


def test_contact_details_in_a_request_are_pointed_out_and_the_host_decides(
    app, browser_of, ask_path, times
):
    ana, message = browser_of("ana"), "Call me: 06 12 34 56 78"
    asked = f"{ask_path}?start={times[0]}&people=2"
    warned = ana.submit(asked, message=message)
    assert warned.status_code == 422
    assert message in warned.text
    assert "Send it anyway" in warned.text
    (form,) = [each for each in forms_in(warned.text) if "message" in each.fields]
    typed = {name: values[0] for name, values in form.values.items()}

    sent = ana.client.post(f"/en{ask_path}", base_url=ADDRESS, data={**typed, "send_anyway": "yes"})

    assert sent.status_code == 303
    assert f"{stored(app).starts_at:%Y-%m-%dT%H:%MZ}" == times[0]
