"""The page of calendars kept elsewhere: whoever keeps them, and nobody else."""

from io import BytesIO

import pytest
from sqlalchemy import select

from pro_am.accounts.events import DataTaken
from pro_am.availability import actions as availability
from pro_am.calendar_sources import actions
from pro_am.calendar_sources.models import CalendarSource
from pro_am.foundation import jobs
from pro_am.foundation.database import db
from pro_am.foundation.events import publish
from tests.calendar_sources.files import calendar, event
from tests.support.browser import forms_in

PAGE = "/my-calendar/sources"
SECRET = "https://calendar.example/private-1234567890abcdef/basic.ics"
AT_THE_DENTIST = event("DTSTART:20300108T170000Z\nDTEND:20300108T200000Z")
BROKEN = event("UID:two\nDTSTART:whenever")


@pytest.fixture
def ben(browser_of):
    return browser_of("ben")


@pytest.fixture
def followed(ben, app):
    """Ben follows a secret address; its public id."""
    answer = ben.submit(PAGE, "/address", url=SECRET, name="Work")
    assert answer.status_code == 303
    return only_source(app).public_id


def only_source(app) -> CalendarSource:
    with app.app_context():
        return db.session.scalars(select(CalendarSource)).one()


def upload(browser, content):
    """Send a file by the form that the page shows."""
    form = next(each for each in forms_in(browser.get(PAGE).text) if "file" in each.fields)
    fields = {name: values[0] for name, values in form.values.items()}
    return browser.client.post(
        form.action,
        base_url="http://127.0.0.1",
        data={**fields, "file": (BytesIO(content), "choir.ics")},
        content_type="multipart/form-data",
    )


def work(app):
    with app.test_request_context("/en/"):
        while jobs.run_due():
            pass


def test_an_address_is_followed_and_shown_masked(ben, followed):
    page = ben.get(PAGE).text

    assert "Work" in page
    assert "calendar.example/…" in page
    assert "private-1234567890abcdef" not in page
    assert "Being read" in page


@pytest.mark.parametrize(
    ("url", "status"), [("", 422), ("ftp://example.org", 409), ("https://" + "a" * 3000, 422)]
)
def test_a_wrong_address_is_told_beside_its_field_and_kept(ben, url, status):
    answer = ben.submit(PAGE, "/address", url=url, name="Work")

    assert answer.status_code == status
    assert 'aria-invalid="true"' in answer.text
    assert url[:30] in answer.text
    assert "Work" in answer.text


def test_a_file_is_read_by_the_worker_and_its_faults_are_named_by_their_lines(ben, app):
    assert upload(ben, calendar(AT_THE_DENTIST, BROKEN)).status_code == 303
    assert "Being read" in ben.get(PAGE).text

    work(app)

    page = ben.get(PAGE).text
    assert "choir.ics" in page
    assert "1 busy time ahead" in page
    assert "1 event could not be read" in page
    assert "Line 11: a date that we cannot read" in page


def test_no_file_is_told_beside_its_field(ben):
    assert ben.submit(PAGE, "/file").status_code == 422


def test_an_error_is_told_in_plain_words(ben, app, followed):
    work(app)  # nobody is at that address

    page = ben.get(PAGE).text
    assert "We get no answer from this address" in page


def test_paused_resumed_and_removed_by_buttons(ben, app, followed):
    for deed, said in [("pause", "Paused"), ("resume", "read now"), ("read", "read now")]:
        answer = ben.submit(PAGE, f"/{deed}")
        assert answer.status_code == 303
        assert said in ben.follow(answer).text

    assert "nothing of it is kept" in ben.follow(ben.submit(PAGE, "/remove")).text
    with app.app_context():
        assert db.session.scalars(select(CalendarSource)).all() == []


@pytest.mark.parametrize("deed", ["read", "pause", "resume", "remove"])
def test_a_stranger_finds_nothing(browser_of, app, followed, deed):
    stranger = browser_of("cleo")
    token = forms_in(stranger.get("/account/").text)[0].values["csrf_token"][0]

    answer = stranger.client.post(
        f"/en{PAGE}/{followed}/{deed}", base_url="http://127.0.0.1", data={"csrf_token": token}
    )

    assert answer.status_code == 404
    assert only_source(app).paused_at is None
    assert stranger.get(PAGE).status_code == 404


def test_looking_changes_nothing(ben, app, followed):
    assert ben.get(f"{PAGE}/{followed}/remove").status_code == 405
    assert only_source(app).paused_at is None


def test_nobody_is_asked_while_a_page_is_drawn(ben, app, monkeypatch):
    """Neither an address nor a file is looked at on the way of a request."""
    monkeypatch.setattr("pro_am.foundation.outgoing.socket", None)
    monkeypatch.setattr("pro_am.calendar_sources.sandbox.subprocess", None)

    assert ben.submit(PAGE, "/address", url=SECRET).status_code == 303
    assert upload(ben, calendar(AT_THE_DENTIST)).status_code == 303
    assert ben.get(PAGE).status_code == 200


def test_a_members_own_file_names_their_calendars(app, followed, done, time):
    taken = []

    def take(who):
        event = DataTaken(who("ben"), time())
        publish(event)
        taken.extend(event.parts["calendars_elsewhere"])

    done(take)

    assert [each["address"] for each in taken] == [SECRET]


def test_who_is_erased_leaves_none(app, followed, done):
    done(lambda who: actions.remove_all_of(who("ben")))

    with app.app_context():
        assert db.session.scalars(select(CalendarSource)).all() == []


def test_each_of_several_calendars_has_its_own(app, ben, followed, done):
    made = []
    main = only_source(app).calendar_id
    done(lambda _who: made.append(availability.add_calendar(main, "Studio").id))
    other = f"{PAGE}?calendar={made[0]}"

    assert "calendar.example" not in ben.get(other).text
    assert "Studio" in ben.get(other).text
    answer = ben.submit(other, f"{PAGE}/address", url=SECRET, name="Rehearsals")

    assert answer.location.endswith(f"?calendar={made[0]}")
    assert "Rehearsals" in ben.get(other).text
    assert "Rehearsals" not in ben.get(PAGE).text
