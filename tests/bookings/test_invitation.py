from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from pro_am.bookings.rules.invitation import Invitation, calendar_file

DINNER = Invitation(
    uid="ABCD2345@pro-am.example",
    sequence=2,
    is_cancelled=False,
    summary="Dinner at my table, with Ben",
    description="https://pro-am.example/en/bookings/ABCD2345",
    area="Nantes",
    start=datetime(2030, 7, 9, 17, 0),
    end=datetime(2030, 7, 9, 19, 0),
    zone=ZoneInfo("Europe/Paris"),
    stamped_at=datetime(2030, 7, 1, 12, 0),
    organiser=("Pro-Am", "hello@pro-am.example"),
    attendee=("Ana Martin", "ana@example.org"),
    url="https://pro-am.example/en/bookings/ABCD2345",
)


def read(text: str) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_a_calendar_reads_back_what_was_written():
    calendar, event = read(calendar_file(DINNER))

    assert calendar["METHOD"] == "REQUEST"
    assert (event["UID"], event["SEQUENCE"]) == (DINNER.uid, 2)
    assert (event["SUMMARY"], event["LOCATION"]) == (DINNER.summary, "Nantes")
    assert event["STATUS"] == "CONFIRMED"
    assert event["URL"] == DINNER.url
    assert event["ORGANIZER"] == "mailto:hello@pro-am.example"
    assert event["ATTENDEE"] == "mailto:ana@example.org"
    assert event["ATTENDEE"].params["CN"] == "Ana Martin"


def test_times_are_on_the_clock_of_the_place_with_its_zone():
    calendar, event = read(calendar_file(DINNER))

    assert event["DTSTART"].dt.replace(tzinfo=None) == datetime(2030, 7, 9, 19, 0)
    assert event["DTSTART"].params["TZID"] == "Europe/Paris"
    assert event["DTEND"].dt.astimezone(UTC) == DINNER.end.replace(tzinfo=UTC)
    assert event["DTSTAMP"].dt == DINNER.stamped_at.replace(tzinfo=UTC)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Paris"]


def test_a_cancellation_takes_the_same_entry_away():
    calendar, event = read(calendar_file(replace(DINNER, is_cancelled=True, sequence=3)))

    assert (calendar["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (event["UID"], event["SEQUENCE"]) == (DINNER.uid, 3)


def test_lines_end_and_fold_as_the_standard_says():
    text = calendar_file(replace(DINNER, summary="Crème brûlée à la fève tonka " * 8))
    lines = text.encode().split(b"\r\n")

    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""


@pytest.mark.parametrize(
    "hostile",
    [
        "Dinner\r\nATTENDEE:mailto:eve@example.org",
        "Dinner\nEND:VEVENT\nBEGIN:VEVENT",
        'Ana"\r\nX-EVIL:1',
        'Ana";X-EVIL="1',
        "Dinner;LOCATION=elsewhere:",
        "Dinner\\nATTENDEE:mailto:eve@example.org",
    ],
)
def test_nobody_writes_a_line_of_the_file_by_their_words(hostile):
    text = calendar_file(
        replace(DINNER, summary=hostile, area=hostile, attendee=(hostile, "ana@example.org"))
    )
    _, event = read(text)

    assert event["ATTENDEE"] == "mailto:ana@example.org"
    assert set(event["ATTENDEE"].params) == {"CN", "PARTSTAT"}
    assert "X-EVIL" not in event
    assert event["SUMMARY"] == " ".join(hostile.split())


typed = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120)


@settings(max_examples=100, deadline=None)
@given(typed)
def test_whatever_people_write_is_read_back_alike(words):
    _, event = read(calendar_file(replace(DINNER, summary=words)))

    assert event["SUMMARY"] == " ".join(words.split())
