"""An offer says how it is booked where it differs from its calendar."""

from datetime import date

import pytest
from sqlalchemy import select

from pro_am.availability.models import FreeDay
from pro_am.foundation.database import db
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import OwnLimits
from tests.factories import only_offer
from tests.support.browser import forms_in

ALL_SAID = {
    "buffer_before_minutes": 15,
    "buffer_after_minutes": 30,
    "travel_buffer_minutes": 0,
    "notice_minutes": 120,
    "horizon_days": 365,
    "most_a_day": 2,
    "cancel_notice_minutes": 1440,
    "reschedule_notice_minutes": 2880,
}


@pytest.fixture
def path(app, people):
    with app.app_context():
        return f"/my-profile/offers/{only_offer().public_id}"


def limits(app):
    with app.app_context():
        return db.session.scalars(select(Offer)).one().limits


def test_all_is_left_to_the_calendar_until_something_else_is_said(app, browser_of, path):
    ben = browser_of("ben")

    ben.submit(path, title="Dinner as ever")

    assert limits(app) == OwnLimits()
    assert '<details class="more-hours">' in ben.get(path).text


def test_what_is_said_is_kept_and_shown_again(app, browser_of, path):
    ben = browser_of("ben")

    ben.submit(path, **{name: str(value) for name, value in ALL_SAID.items()})

    assert limits(app) == OwnLimits(**ALL_SAID)
    page = ben.get(path)
    [form] = [each for each in forms_in(page.text) if "most_a_day" in each.fields]
    assert {name: form.values[name] for name in ALL_SAID} == {
        name: [str(value)] for name, value in ALL_SAID.items()
    }
    assert '<details class="more-hours" open>' in page.text


def test_a_start_code_is_asked_for_only_by_those_who_wish(app, browser_of, path):
    ben = browser_of("ben")
    assert not limits(app).asks_start_code

    ben.submit(path, asks_start_code="y")

    assert limits(app).asks_start_code
    assert '<details class="more-hours" open>' in ben.get(path).text


def test_while_people_pay_in_person_no_policy_is_chosen(app, browser_of, path):
    assert 'name="cancellation_policy"' not in browser_of("ben").get(path).text
    app.config["PAYMENT"] = "online"

    browser_of("ben").submit(path, cancellation_policy="strict")

    assert limits(app).cancellation_policy == "strict"


def test_what_is_said_can_be_taken_back(app, browser_of, path):
    ben = browser_of("ben")
    ben.submit(path, **{name: str(value) for name, value in ALL_SAID.items()})

    ben.submit(path, **dict.fromkeys(ALL_SAID, ""))

    assert limits(app) == OwnLimits()


@pytest.mark.parametrize(
    "said", [{"most_a_day": "0"}, {"most_a_day": "many"}, {"notice_minutes": "7"}]
)
def test_what_cannot_be_is_told_and_shown(app, browser_of, path, said):
    told = browser_of("ben").submit(path, **said)

    assert told.status_code == 422
    assert '<details class="more-hours" open>' in told.text
    assert limits(app) == OwnLimits()


def test_search_hears_of_days_further_ahead_at_once(app, browser_of, path):
    browser_of("ben").submit(path, horizon_days="180")

    with app.app_context():
        last = db.session.scalars(select(FreeDay.day).order_by(FreeDay.day.desc())).first()
    assert last >= date(2030, 7, 6)
