"""The calendar editor, through the browsers of Ben (pro-am), Cleo (stranger) and a visitor."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from pro_am.availability.models import Calendar
from pro_am.foundation.database import db
from pro_am.operations.drills.hostile.pages import dangers_in, forms_in
from pro_am.operations.drills.hostile.samples import NAUGHTY
from tests.factories import free_starts, only_offer
from tests.support.browser import ADDRESS

EDITOR, ONE_DAY = "/my-calendar/", "/my-calendar/days"
NO_HOURS = {
    f"{side}_{day}_{row}": "" for side in ("from", "until") for day in range(7) for row in range(1)
}
THURSDAY_NOON = {"from_3_0": "12h", "until_3_0": "15:00"}
FRIDAY_NIGHT = {"from_4_0": "22 h", "until_4_0": "2:30"}


def calendar(app):
    with app.app_context():
        return db.session.scalars(select(Calendar)).one()


def hours(app):
    with app.app_context():
        found = db.session.scalars(select(Calendar)).one()
        return [(each.weekday, each.start_minute, each.end_minute) for each in found.windows]


def free_days(app):
    with app.app_context():
        return {start.date() for start in free_starts(only_offer())}


@pytest.mark.parametrize("path", [EDITOR, ONE_DAY])
def test_a_calendar_is_its_owners_alone(browser_of, path):
    visitor = browser_of(None).get(path)

    assert "/account/sign-in" in visitor.location
    assert browser_of("cleo").get(path).status_code == 404


def test_a_stranger_drops_no_day_of_anybody(browser_of):
    cleo = browser_of("cleo")
    token = forms_in(cleo.get("/start-offering").text)[0].values["csrf_token"]

    answer = cleo.client.post(
        "/en/my-calendar/days/2030-01-09/drop", base_url=ADDRESS, data={"csrf_token": token}
    )

    assert answer.status_code == 404


def test_the_editor_shows_the_hours_as_they_are(browser_of):
    page = browser_of("ben").get(EDITOR).text

    shown = next(form for form in forms_in(page) if "from_0_0" in form.fields).values
    assert (shown["from_0_0"], shown["until_0_0"]) == (["18:00"], ["23:00"])
    assert "from_0_1" not in shown
    assert "Tue 8 Jan" in page


def test_ben_changes_his_hours_and_people_see_it(app, browser_of):
    ben = browser_of("ben")

    answer = ben.submit(
        EDITOR,
        **{**NO_HOURS, **THURSDAY_NOON, **FRIDAY_NIGHT},
        notice_minutes="120",
        horizon_days="14",
    )

    assert "Your hours are saved." in ben.follow(answer).text
    assert hours(app) == [(3, 12 * 60, 15 * 60), (4, 22 * 60, 150)]
    assert "12:00–15:00" in ben.get(EDITOR).text
    assert free_days(app) <= {date(2030, 1, day) for day in (10, 11, 17, 18)}
    assert calendar(app).notice_minutes == 120


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"from_0_0": "half past six"}, "Write a time like 18:30."),
        ({"from_0_0": "25:00"}, "Write a time like 18:30."),
        ({"until_0_0": "18:60"}, "Write a time like 18:30."),
        ({"until_0_0": ""}, "Write both times, or neither."),
        ({"from_0_0": "18:00", "until_0_0": "18:00"}, "It ends when it begins"),
        ({"capacity": "0"}, "Between 1 and 20."),
        ({"capacity": "many"}, "Write a number."),
        ({"notice_minutes": "1"}, "Not a valid choice."),
        ({"horizon_days": "3660"}, "Not a valid choice."),
    ],
)
def test_a_mistake_is_named_beside_its_time_and_all_is_kept(app, browser_of, fields, words):
    answer = browser_of("ben").submit(EDITOR, **{"until_6_0": "21:45", **fields})

    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="21:45"' in answer.text
    typed = [value for name, value in fields.items() if name.startswith(("from", "until"))]
    assert all(f'value="{value}"' in answer.text for value in typed)
    assert "<title>Error: " in answer.text
    assert (6, 18 * 60, 23 * 60) in hours(app), "nothing was saved"


def test_ben_takes_a_day_off_and_takes_it_back(app, browser_of):
    ben = browser_of("ben")
    before = free_days(app)

    ben.submit(EDITOR, action="/my-calendar/days", day="2030-01-09", reason="At my sister’s")
    assert free_days(app) == before - {date(2030, 1, 9)}
    assert "At my sister’s" in ben.get(EDITOR).text

    ben.submit(EDITOR, action="/my-calendar/days/2030-01-09/drop")
    assert free_days(app) == before


def test_ben_has_other_hours_on_one_day(app, browser_of):
    browser_of("ben").submit(ONE_DAY, day="2030-01-09", kind="hours", start="12:00", end="14:00")

    with app.app_context():
        on_that_day = [s for s in free_starts(only_offer()) if s.date() == date(2030, 1, 9)]
    assert on_that_day == [datetime(2030, 1, 9, 11, 0)]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"day": ""}, "Choose a day."),
        ({"day": "soon"}, "Not a valid date value."),
        ({"day": "2029-12-31"}, "Choose a day from today on"),
        ({"day": "9999-12-31"}, "Choose a day from today on"),
        ({"day": "0001-01-01"}, "Choose a day from today on"),
        ({"kind": "hours"}, "Write from when until when"),
        ({"kind": "hours", "start": "12:00"}, "Write from when until when"),
        ({"kind": "hours", "start": "noon", "end": "14:00"}, "Write a time like 18:30."),
        ({"kind": None}, "Choose one."),
        ({"reason": "x" * 101}, "100"),
        ({"last_day": "2030-01-08"}, "The last day comes before the first."),
        ({"last_day": "2030-04-11"}, "Choose at most three months at once."),
        ({"last_day": "soon"}, "Not a valid date value."),
        (
            {"kind": "hours", "start": "12:00", "end": "14:00", "start_2": "18:00"},
            "Write both times, or neither.",
        ),
    ],
)
def test_a_mistake_about_one_day_is_named_and_changes_nothing(app, browser_of, fields, words):
    before = free_days(app)

    answer = browser_of("ben").submit(
        ONE_DAY, **{"day": "2030-01-09", "reason": "Holidays", **fields}
    )

    assert answer.status_code == 422
    assert words in answer.text
    assert "Holidays" in answer.text or "reason" in fields
    assert free_days(app) == before


@pytest.mark.parametrize("day", ["soon", "2030-02-30", "%00", "2030-01-09T00:00"])
def test_a_day_that_is_none_cannot_be_dropped(browser_of, day):
    ben = browser_of("ben")
    token = forms_in(ben.get(EDITOR).text)[0].values["csrf_token"]

    answer = ben.client.post(
        f"/en/my-calendar/days/{day}/drop", base_url=ADDRESS, data={"csrf_token": token}
    )

    assert answer.status_code == 404


@pytest.mark.parametrize("text", NAUGHTY.values(), ids=NAUGHTY)
def test_whatever_is_typed_does_no_harm(browser_of, text):
    ben = browser_of("ben")
    for name in ("from_0_0", "notice_minutes"):
        assert ben.submit(EDITOR, **{name: text}).status_code in (303, 400, 422)
    for name in ("day", "kind", "start", "reason"):
        answer = ben.submit(ONE_DAY, **{"day": "2030-01-09", name: text})
        assert answer.status_code in (303, 400, 422)

    assert dangers_in(ben.get(EDITOR).text) == []


def test_the_times_stay_those_of_the_wall_when_the_clock_changes(app, browser_of, time):
    time.now = datetime(2030, 3, 29, 12, 0)  # on the 31st Paris goes from UTC+1 to UTC+2

    page = browser_of("ben").get(EDITOR).text

    assert page.count("18:00–23:00") == 13, "all but today, which is too soon to book"
    with app.app_context():
        first_of_day = {}
        for start in free_starts(only_offer()):
            first_of_day.setdefault(start.date(), start.hour)
    assert first_of_day[date(2030, 3, 30)] == 17
    assert first_of_day[date(2030, 3, 31)] == 16


def test_the_last_day_of_the_horizon_is_still_open(app, browser_of):
    browser_of("ben").submit(EDITOR, horizon_days="14", notice_minutes="120")

    assert max(free_days(app)) == date(2030, 1, 7) + timedelta(days=13)
    page = browser_of(None).get("/pro/ben-keller?from=2030-01-21").text
    assert 'value="2030-01-21T17:00Z"' in page
    assert 'value="2030-01-22T17:00Z"' not in page
