"""What Ben has planned elsewhere is offered to nobody here."""

import pytest
from flask import Flask

from pro_am.foundation import jobs
from tests.calendar_sources.files import calendar, event
from tests.factories import PASSWORD
from tests.journeys.browser import follow

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

CHOIR = event("DTSTART:20300108T160000Z\nDTEND:20300108T230000Z\nSUMMARY:Choir")
TUESDAY_EVENING = "[value='2030-01-08T17:00Z']"  # 18:00 in Paris
WEDNESDAY_EVENING = "[value='2030-01-09T17:00Z']"


def test_a_calendar_that_ben_sends_takes_its_times_from_the_public_page(
    app: Flask, people, page_of
):
    visitor = page_of("en")
    visitor.goto("/en/pro/ben-keller")
    assert visitor.locator(TUESDAY_EVENING).count() == 1

    ben = page_of("en")
    ben.goto("/en/account/sign-in?next=/en/my-calendar/")
    ben.fill("#email", "ben@example.org")
    ben.fill("#password", PASSWORD)
    follow(ben, "main form button[type=submit]")
    follow(ben, "a[href$='/my-calendar/sources']")
    ben.set_input_files(
        "#file",
        {"name": "choir.ics", "mimeType": "text/calendar", "buffer": calendar(CHOIR)},
    )
    follow(ben, "form[action$='/file'] button")
    assert "Being read" in ben.inner_text("main")

    with app.test_request_context("/en/"):
        while jobs.run_due():
            pass

    follow(ben, "a:has-text('Look again')")
    assert "1 busy time ahead" in ben.inner_text("main")
    visitor.reload()
    assert visitor.locator(TUESDAY_EVENING).count() == 0
    assert visitor.locator(WEDNESDAY_EVENING).count() == 1
