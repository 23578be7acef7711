"""Files made to hurt are read in a child that has little to lose, and answered in time."""

import time

import pytest

from pro_am.calendar_sources import sandbox
from pro_am.calendar_sources.rules.refusals import NoCalendar, TooMuchWork
from pro_am.calendar_sources.sandbox import read_apart
from tests.calendar_sources.files import LEA, WEEK, calendar, event, said

TUESDAY = event("UID:good\nDTSTART:20310610T100000Z\nDTEND:20310610T110000Z")
SECONDLY_ZONE = """
    BEGIN:VTIMEZONE
    TZID:X
    BEGIN:STANDARD
    DTSTART:19700101T000000
    TZOFFSETFROM:+0000
    TZOFFSETTO:+0100
    RRULE:FREQ=SECONDLY
    END:STANDARD
    END:VTIMEZONE
"""


def hour(more, uid="bad", start="20310609T000000Z"):
    return event(f"UID:{uid}\nDTSTART:{start}\nDURATION:PT1H\n{more}")


HOSTILE = {
    "every second for ever": hour("RRULE:FREQ=SECONDLY"),
    "a billion of seconds": hour("RRULE:FREQ=SECONDLY;COUNT=9999999", start="19700101T000000Z"),
    "a day that never comes": hour("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
    "a place in a set that never is": hour("RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300"),
    "seconds that never come": hour("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"),
    "no interval": hour("RRULE:FREQ=DAILY;INTERVAL=0"),
    "a huge interval": hour("RRULE:FREQ=YEARLY;INTERVAL=99999999999999999999"),
    "a zone of seconds": SECONDLY_ZONE + hour("X:1").replace("DTSTART:", "DTSTART;TZID=X:"),
    "a long time": hour("DTEND:99991231T235959Z\nRRULE:FREQ=DAILY"),
    "the first and the last day": event("UID:a\nDTSTART;TZID=Asia/Tokyo:00010101T000000")
    + "\n" + event("UID:b\nDTSTART;TZID=America/New_York:99991231T235959\nDURATION:PT9H"),
    "many that are left out": hour("RRULE:FREQ=DAILY\nEXDATE:" + "20310101T000000Z," * 20_000),
    "junk among dates": hour("RDATE;VALUE=PERIOD:20310609T100000Z/PT1H,junk,99999999T999999Z/P1D"),
    "one line without an end": hour("UID:" + "x" * 1_000_000),
    "calendars in calendars": "BEGIN:VCALENDAR\n" * 1000,
    "events in events": "BEGIN:VEVENT\n" * 20_000,
    "what opens and never closes": "BEGIN:VALARM\n" * 12,
    "many parameters": hour("ATTENDEE" + ";X=1" * 20_000 + ":mailto:lea@example.org"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_little_and_hide_nothing_else(name):
    begun = time.monotonic()

    reading = read_apart(calendar(HOSTILE[name], TUESDAY), WEEK, LEA)

    assert any(
        slot.start <= WEEK.start.replace(day=10, hour=10) < slot.end for slot in reading.busy
    )
    assert time.monotonic() - begun < sandbox.WALL_SECONDS / 2


def test_what_takes_too_long_is_left_out_and_named():
    reading = read_apart(calendar(HOSTILE["a day that never comes"], TUESDAY), WEEK, LEA)

    assert said(reading) == ["09 00:00-01:00", "10 10:00-11:00"]
    assert [remark.trouble for remark in reading.remarks] == ["too_long"]


def test_a_whole_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(sandbox, "CPU_SECONDS", 1)
    never = (hour("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", uid=str(n)) for n in range(9))

    with pytest.raises(TooMuchWork):
        read_apart(calendar(*never), WEEK, LEA)


def test_a_file_that_takes_too_much_memory_is_given_up(monkeypatch):
    monkeypatch.setattr(sandbox, "MEMORY_BYTES", 60 * 1024 * 1024)

    with pytest.raises(TooMuchWork):
        read_apart(calendar(*([TUESDAY] * 40_000)), WEEK, LEA)


@pytest.mark.parametrize("content", [b"", b"\0" * 1000, b"<!doctype html>", b"\x89PNG\r\n"])
def test_what_is_no_calendar_is_said_to_be_none(content):
    with pytest.raises(NoCalendar):
        read_apart(content, WEEK, LEA)
