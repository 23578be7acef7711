"""The page a member lands on, through the browsers of Ana (host), Ben (pro-am) and Cleo."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event, func, select, update

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability.models import Calendar
from pro_am.availability.rules.exceptions import Exceptional
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import Wish
from pro_am.bookings.models import Booking
from pro_am.foundation import ids
from pro_am.foundation.database import db, transaction
from pro_am.profiles.models import Offer, Profile
from tests.factories import free_starts, make_booking, only_offer
from tests.support.browser import ADDRESS, forms_in

WEEK = "/my-week/"


@pytest.fixture
def reference(app, people):
    """Ana has asked Ben for the first free evening."""
    with app.app_context():
        return make_booking(db.session.get_one(Member, people["ana"]), only_offer()).reference


@pytest.fixture
def confirmed(app, people, reference):
    with app.app_context():
        booking = db.session.scalars(select(Booking)).one()
        bookings.confirm(booking, db.session.get_one(Member, people["ben"]), allergies_read=False)
    return reference


def to_do_of(browser):
    return browser.get(WEEK).text.partition('id="to-do"')[2].partition('id="week"')[0]


def week_of(browser, query=""):
    return browser.get(WEEK + query).text.partition('id="week"')[2].partition("<aside")[0]


def test_it_is_for_members(browser_of):
    assert "/account/sign-in" in browser_of(None).get(WEEK).location


def test_a_request_is_answered_with_one_tap(app, browser_of, reference):
    ben = browser_of("ben")
    assert "Answer Ana, " in to_do_of(ben)
    assert "hours left" in to_do_of(ben)

    answer = ben.submit(WEEK, action=f"/bookings/{reference}/confirm")

    assert "It is agreed" in ben.follow(answer).text
    assert "Answer Ana" not in to_do_of(ben)


def test_a_request_with_an_allergy_is_read_before_it_is_accepted(app, browser_of, people):
    with app.app_context():
        offer = only_offer()
        bookings.request_booking(
            db.session.get_one(Member, people["ana"]),
            offer,
            Wish(free_starts(offer)[0], people=2, allergies="Peanuts"),
            idempotency_key=ids.public_id(),
        )

    shown = to_do_of(browser_of("ben"))

    assert "an allergy to read" in shown
    assert "Peanuts" not in shown
    assert "/confirm" not in shown


def test_nobody_is_asked_to_answer_what_has_run_out(app, browser_of, reference, time):
    with app.app_context():
        time.now = db.session.scalars(select(Booking.answer_by)).one()

    assert "Answer Ana" not in to_do_of(browser_of("ben"))


def test_both_are_asked_how_it_was_until_they_have_said(app, browser_of, confirmed, time):
    with app.app_context():
        time.now = db.session.scalars(select(Booking.ends_at)).one()
    ana, ben = browser_of("ana"), browser_of("ben")
    assert "How was it with Ben?" in to_do_of(ana)
    assert "How was it with Ana?" in to_do_of(ben)

    ana.submit(f"/bookings/{confirmed}/review", stars="5")

    assert "How was it with Ben?" not in to_do_of(ana)
    assert "How was it with Ana?" in to_do_of(ben)


def test_unread_messages_are_counted(browser_of, reference):
    assert "1 conversation with new messages" in to_do_of(browser_of("ben"))
    assert "conversation with" not in to_do_of(browser_of("ana"))


def test_drafts_and_pictures_wait_for_their_pro_am(app, browser_of, people):
    ben = browser_of("ben")
    assert "Add your picture" in to_do_of(ben)
    assert "Add a picture to your offer" in to_do_of(ben)
    with app.app_context(), transaction():
        db.session.execute(update(Offer).values(state="draft"))

    assert "Finish your draft" in to_do_of(ben)


def test_who_has_no_hours_is_told_that_nobody_can_book(app, browser_of, people):
    with app.app_context(), transaction():
        db.session.scalars(select(Calendar)).one().windows = []

    assert "Say when you are free" in to_do_of(browser_of("ben"))


def test_a_steward_sees_how_many_wait(browser_of, steward):
    assert "3 people wait to be verified" in to_do_of(browser_of("cleo"))
    assert "wait to be verified" not in to_do_of(browser_of("ana"))


def test_the_week_shows_bookings_and_the_free_time_around_them(browser_of, confirmed):
    week = week_of(browser_of("ben"))

    assert "18:00–20:00" in week
    assert f"/bookings/{confirmed}" in week
    assert "20:00–23:00" in week, "what is left of the evening"
    assert week.count("18:00–23:00") == 6
    assert week.count('aria-current="date"') == 1


def test_a_request_takes_its_time_out_of_what_is_free(browser_of, reference):
    week = week_of(browser_of("ben"))

    assert "waiting for an answer" in week
    assert "20:00–23:00" in week


def test_other_hours_are_marked_with_their_reason(app, browser_of, people):
    with app.app_context():
        calendar = db.session.scalars(select(Calendar)).one()
        day = date(2030, 1, 9)
        away = Exceptional(day, day, reason="At my sister’s")
        availability.override_days(calendar.id, away)

    week = week_of(browser_of("ben"))

    assert "closed · At my sister’s" in week
    assert week.count("18:00–23:00") == 6


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("", "2030-01-07", "2030-01-13"),
        ("?from=2030-01-14", "2030-01-14", "2030-01-20"),
        ("?from=2030-01-05", "2030-01-05", "2030-01-11"),
        ("?from=soon", "2030-01-07", "2030-01-13"),
        ("?from=9999-12-31", "2030-01-07", "2030-01-13"),
        ("?from=0001-01-01", "2030-01-07", "2030-01-13"),
    ],
)
def test_one_goes_from_week_to_week_by_links(browser_of, people, query, first, last):
    week = week_of(browser_of("ben"), query)

    assert f'datetime="{first}"' in week
    assert f'datetime="{last}"' in week
    assert week.count("<time") == 7
    assert f"from={date.fromisoformat(first) + timedelta(days=7)}" in week


def test_what_comes_after_these_days_is_named(app, browser_of, confirmed, time):
    time.now -= timedelta(days=3)

    ana = browser_of("ana")
    assert "Then:" not in week_of(ana)
    assert "Then:" in week_of(ana, "?from=2029-12-30")


def test_both_clocks_are_shown_where_they_differ(app, browser_of, people, confirmed):
    with app.app_context(), transaction():
        db.session.get_one(Member, people["ana"]).time_zone = "America/New_York"
        db.session.get_one(Member, people["ben"]).time_zone = "America/New_York"

    hosts, pro_ams = week_of(browser_of("ana")), week_of(browser_of("ben"))

    for week in (hosts, pro_ams):
        assert "12:00–14:00" in week
        assert "18:00 in Paris" in week
    assert "Your hours are kept on the clock of Paris." in pro_ams


def test_all_is_paused_and_opened_again_with_one_button(app, browser_of, confirmed):
    ben, visitor = browser_of("ben"), browser_of(None)

    paused = ben.follow(ben.submit(WEEK, action="/my-week/pause")).text
    assert "Everything you offer is paused" in paused
    assert confirmed in paused, "what is agreed stays"
    assert visitor.get("/pro/ben-keller").status_code == 404

    ben.submit(WEEK, action="/my-week/resume")
    assert visitor.get("/pro/ben-keller").status_code == 200


@pytest.mark.parametrize("deed", ["pause", "resume"])
def test_who_offers_nothing_has_nothing_to_pause(app, browser_of, people, deed):
    cleo = browser_of("cleo")
    token = forms_in(cleo.get(WEEK).text)[0].values["csrf_token"]

    answer = cleo.client.post(f"/en/my-week/{deed}", base_url=ADDRESS, data={"csrf_token": token})

    assert answer.status_code == 404
    with app.app_context():
        assert db.session.scalars(select(Profile.state)).one() == "published"


def test_a_week_is_its_members_alone(browser_of, confirmed):
    assert confirmed not in browser_of("cleo").get(WEEK).text


@pytest.mark.parametrize(
    ("who", "words"),
    [("cleo", "Who would you like to meet?"), ("ben", "Add your picture")],
)
def test_an_empty_week_says_what_to_do_first(browser_of, people, who, words):
    assert words in browser_of(who).get(WEEK).text


def test_what_would_raise_trust_is_said_without_shame(browser_of, people):
    page = browser_of("ben").get(WEEK).text

    assert "What would raise my trust" in page
    assert "A steward meets you" in page
    assert "/pro/ben-keller/why" in page


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_is_there_in_both_languages(browser_of, confirmed, language):
    for who in ("ana", "ben"):
        answer = browser_of(who, language).get(WEEK)
        assert answer.status_code == 200
        assert f'<html lang="{language}">' in answer.text


def test_it_asks_the_database_no_more_for_a_full_week(app, browser_of, people, steward):
    asked = []
    with app.app_context():
        db.session.execute(select(func.count()).select_from(Member))
        engine = db.engine
        profile = only_offer().profile
        with transaction():
            profile.member_id = people["cleo"]
        for _ in range(5):
            make_booking(db.session.get_one(Member, people["ana"]), only_offer())
    cleo = browser_of("cleo")

    def note(_connection, _cursor, statement, *_rest):
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    cleo.get(WEEK)
    event.remove(engine, "before_cursor_execute", note)

    found = [each for each in asked if not each.startswith(("BEGIN", "PRAGMA"))]
    assert len(found) <= 8, "\n".join(found)
