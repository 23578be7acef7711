"""What we write is read alike by two libraries that others' calendar programs are made with."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from pro_am.bookings.rules.invitation import calendar_file, series_file
from pro_am.foundation.time_zones import zone
from tests.bookings.test_invitation import DINNER
from tests.support import ical_js

pytestmark = pytest.mark.skipif(bool(ical_js.why_not()), reason=ical_js.why_not())


@pytest.mark.parametrize(
    "invitation",
    [
        DINNER,
        replace(DINNER, is_cancelled=True, sequence=9),
        replace(DINNER, zone=zone("Africa/Casablanca")),
        replace(DINNER, zone=zone("America/New_York"), start=datetime(2031, 11, 2, 5, 30)),
        replace(DINNER, zone=zone("America/New_York"), start=datetime(2031, 11, 2, 6, 30)),
        replace(
            DINNER, summary="Crème brûlée; “fève”, tonka\\n à la " * 9, area="Saint-Nazaire, 44"
        ),
    ],
    ids=["request", "cancel", "casablanca", "first", "second", "long words"],
)
def test_both_read_what_was_meant(invitation):
    invitation = replace(invitation, end=max(invitation.end, invitation.start.replace(hour=9)))
    text = calendar_file(invitation)

    by_js = ical_js.read(text)
    calendar = Calendar.from_ical(text)
    [event] = calendar.walk("VEVENT")

    [found] = by_js["events"]
    assert by_js["method"] == calendar["METHOD"]
    assert (found["uid"], found["sequence"]) == (invitation.uid, invitation.sequence)
    assert found["summary"] == event["SUMMARY"] == " ".join(invitation.summary.split())
    assert found["location"] == event["LOCATION"] == invitation.area
    assert found["attendees"] == [event["ATTENDEE"]] == ["mailto:ana@example.org"]
    assert found["organizer"] == event["ORGANIZER"]
    assert found["status"] == event["STATUS"]
    for name, value, meant in (
        ("start", event["DTSTART"].dt, invitation.start),
        ("end", event["DTEND"].dt, invitation.end),
    ):
        assert value.astimezone(UTC).replace(tzinfo=None) == meant
        assert datetime.fromisoformat(found[name]).replace(tzinfo=None) == meant


def test_both_read_all_weeks_of_a_series():
    """Over a change of the clocks, which all of them share one description of."""
    start = datetime(2031, 10, 22, 17)
    weeks = [
        replace(DINNER, uid=f"{n}@example.org", start=at, end=at.replace(hour=at.hour + 2))
        for n, at in enumerate((start, datetime(2031, 10, 29, 18), datetime(2031, 11, 5, 18)))
    ]
    text = series_file(weeks)

    by_js = ical_js.read(text)
    events = Calendar.from_ical(text).walk("VEVENT")

    assert by_js["method"] == "PUBLISH"
    for found, event, meant in zip(by_js["events"], events, weeks, strict=True):
        assert found["uid"] == event["UID"] == meant.uid
        assert event["DTSTART"].dt.astimezone(UTC).replace(tzinfo=None) == meant.start
        assert datetime.fromisoformat(found["start"]).replace(tzinfo=None) == meant.start
