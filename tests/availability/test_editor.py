"""The calendar editor's kindnesses: more windows, copies, previews, ranges of days."""

from datetime import date

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability.models import Calendar, Override
from pro_am.bookings import actions as bookings
from pro_am.foundation.database import db
from tests.factories import free_starts, make_booking, only_offer
from tests.support.browser import ADDRESS, forms_in

EDITOR, DAYS = "/my-calendar/", "/my-calendar/days"


def hours(app):
    with app.app_context():
        found = db.session.scalars(select(Calendar)).one()
        return [(each.weekday, each.start_minute, each.end_minute) for each in found.windows]


def closed_days(app):
    with app.app_context():
        return list(db.session.scalars(select(Override.day).order_by(Override.day)))


def form_of(answer):
    return next(form for form in forms_in(answer.text) if "from_0_0" in form.fields)


def preview_in(html):
    return html.partition('id="preview-days"')[2].partition("</ul>")[0]


def test_a_window_is_added_and_what_was_typed_is_kept(app, browser_of):
    ben, before = browser_of("ben"), hours(app)

    added = ben.submit(EDITOR, do="add-2", until_0_0="21:15")
    shown = form_of(added)

    assert added.status_code == 200
    assert shown.values["from_2_1"] == [""]
    assert shown.values["until_0_0"] == ["21:15"]
    assert hours(app) == before, "nothing is saved yet"

    data = {**shown.values, "from_2_0": "12:00", "until_2_0": "14:00"}
    data |= {"from_2_1": "18:00", "until_2_1": "22:00"}
    saved = ben.client.post(f"/en{EDITOR}", base_url=ADDRESS, data=data)

    assert saved.status_code == 303
    assert [each for each in hours(app) if each[0] == 2] == [(2, 720, 840), (2, 1080, 1320)]
    assert form_of(ben.get(EDITOR)).values["from_2_1"] == ["18:00"]


def test_there_is_an_end_to_adding(browser_of):
    ben = browser_of("ben")
    data = form_of(ben.get(EDITOR)).values
    for _ in range(8):
        answer = ben.client.post(f"/en{EDITOR}", base_url=ADDRESS, data={**data, "do": "add-0"})
        data = form_of(answer).values

    assert "from_0_5" in data
    assert 'value="add-0"' not in answer.text


def test_a_days_hours_are_copied_to_others(app, browser_of):
    ben = browser_of("ben")

    copied = ben.submit(
        EDITOR, do="copy", from_0_0="9h", until_0_0="12h", copied_day="0", copied_to=[5, 6]
    )
    shown = form_of(copied).values

    assert (shown["from_5_0"], shown["until_6_0"]) == (["9h"], ["12h"])
    assert "Nothing is saved yet" in copied.text
    ben.client.post(f"/en{EDITOR}", base_url=ADDRESS, data={**shown, "do": "save"})
    assert [each for each in hours(app) if each[0] in (0, 5, 6)] == [
        (day, 540, 720) for day in (0, 5, 6)
    ]


def test_hours_that_overlap_are_told_beside_the_second(app, browser_of):
    ben, before = browser_of("ben"), hours(app)
    data = form_of(ben.submit(EDITOR, do="add-0")).values

    answer = ben.client.post(
        f"/en{EDITOR}",
        base_url=ADDRESS,
        data={**data, "from_0_1": "22:30", "until_0_1": "1:00"},
    )

    assert answer.status_code == 422
    assert "This overlaps with 18:00–23:00: write them as one." in answer.text
    assert 'id="from_0_1-error"' in answer.text
    assert hours(app) == before


@pytest.mark.parametrize("path", [EDITOR, "/my-calendar/preview"])
def test_what_people_will_see_is_shown_before_it_is_saved(app, browser_of, path):
    ben, before = browser_of("ben"), hours(app)
    data = form_of(ben.get(EDITOR)).values | {"from_2_0": "12:00", "until_2_0": "14:00"}

    answer = ben.client.post(f"/en{path}", base_url=ADDRESS, data={**data, "do": "preview"})

    assert answer.status_code == 200
    shown = preview_in(answer.text) if path == EDITOR else answer.text
    assert shown.count("12:00–14:00") == 2
    assert hours(app) == before


def test_half_a_time_keeps_the_preview_as_it_was(browser_of):
    ben = browser_of("ben")
    data = form_of(ben.get(EDITOR)).values | {"from_2_0": "18:7"}

    answer = ben.client.post("/en/my-calendar/preview", base_url=ADDRESS, data=data)

    assert (answer.status_code, answer.text) == (204, "")


def test_nobody_previews_without_a_calendar(browser_of):
    cleo = browser_of("cleo")
    token = forms_in(cleo.get("/start-offering").text)[0].values["csrf_token"]

    answer = cleo.client.post(
        "/en/my-calendar/preview", base_url=ADDRESS, data={"csrf_token": token}
    )

    assert answer.status_code == 404


def test_the_preview_says_why_a_day_shows_nothing(app, browser_of, people):
    with app.app_context():
        ana, ben = (db.session.get_one(Member, people[name]) for name in ("ana", "ben"))
        for _ in range(2):
            booking = make_booking(ana, only_offer(), start=free_starts(only_offer())[0])
            bookings.confirm(booking, ben, allergies_read=False)
    ben = browser_of("ben")
    ben.submit(EDITOR, from_4_0="", until_4_0="")

    shown = preview_in(ben.get(EDITOR).text)

    assert "too soon to book" in shown
    assert "22:00–23:00" in shown, "what two dinners leave of Tuesday"
    assert shown.count("not free") == 2


def test_what_is_agreed_stays_and_is_named_when_hours_change(app, browser_of, people):
    with app.app_context():
        booking = make_booking(db.session.get_one(Member, people["ana"]), only_offer())
        reference = booking.reference
    ben = browser_of("ben")
    assert "outside these hours" not in ben.get(EDITOR).text

    page = ben.follow(ben.submit(EDITOR, from_1_0="", until_1_0="")).text

    assert "Agreed or asked for, outside these hours:" in page
    assert "Tue 8 Jan\u00a0·\u00a018:00–20:00" in page
    assert "/my-week/?from=2030-01-08" in page
    assert ben.get(f"/bookings/{reference}").status_code == 200
    assert ben.submit(f"/bookings/{reference}", action="/confirm").status_code == 303


def test_a_holiday_is_set_changed_and_taken_back_as_one(app, browser_of):
    ben = browser_of("ben")

    ben.submit(DAYS, day="2030-01-10", last_day="2030-01-12", reason="Away")
    page = ben.get(EDITOR).text
    assert "Thu 10 Jan to Sat 12 Jan" in page
    assert closed_days(app) == [date(2030, 1, day) for day in (10, 11, 12)]

    edit = f"{DAYS}?first=2030-01-10"
    assert 'value="Away"' in ben.get(edit).text
    ben.submit(edit, day="2030-01-11", last_day="2030-01-13")
    assert closed_days(app) == [date(2030, 1, day) for day in (11, 12, 13)]

    ben.submit(EDITOR, action="/my-calendar/days/2030-01-11/drop")
    assert closed_days(app) == []


def test_a_day_can_have_a_lunch_and_an_evening(app, browser_of):
    hours_of_day = {"start": "12:00", "end": "14:00", "start_2": "19:00", "end_2": "23:00"}
    browser_of("ben").submit(DAYS, day="2030-01-09", kind="hours", **hours_of_day)

    assert "12:00–14:00, 19:00–23:00" in browser_of("ben").get(EDITOR).text
    with app.app_context():
        hours_free = {s.hour for s in free_starts(only_offer()) if s.date() == date(2030, 1, 9)}
    assert hours_free == {11, 18, 19, 20}


def test_several_at_once_are_booked_at_once(app, browser_of, people):
    browser_of("ben").submit(EDITOR, capacity="2")
    with app.app_context():
        start = free_starts(only_offer())[0]
        ana, cleo = (db.session.get_one(Member, people[name]) for name in ("ana", "cleo"))
        make_booking(ana, only_offer(), start=start)
        make_booking(cleo, only_offer(), start=start)

        assert start not in free_starts(only_offer())


@pytest.mark.parametrize("first", ["soon", "2031-01-01", ""])
def test_a_day_without_other_hours_has_nothing_to_change(browser_of, people, first):
    assert browser_of("ben").get(f"{DAYS}?first={first}").status_code == 200
