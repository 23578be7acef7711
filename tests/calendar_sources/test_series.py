"""Events that repeat: which dates count, which are left out, which were moved."""

from datetime import timedelta

import pytest

from pro_am.calendar_sources.rules.reading import read
from tests.calendar_sources.files import LEA, WEEK, busy, calendar, event

DAILY = "DTSTART;TZID=Europe/Paris:20310601T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY"
EVERY_DAY = [f"{day:02d} 08:00-09:00" for day in range(9, 16)]


def without(*days: int) -> list[str]:
    return [each for each in EVERY_DAY if int(each[:2]) not in days]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", EVERY_DAY),
        (";COUNT=10", without(*range(11, 16))),
        (";UNTIL=20310611", without(*range(12, 16))),  # a date includes that day
        (";UNTIL=20310611T080000Z", without(*range(12, 16))),
        (";UNTIL=20310611T075959Z", without(*range(11, 16))),
        (";UNTIL=20310611T100000", without(*range(12, 16))),  # on the clock of the event
        (";INTERVAL=2", without(10, 12, 14)),
        (";BYDAY=MO,WE", without(10, 12, 13, 14, 15)),
        ("\nEXDATE;TZID=Europe/Paris:20310610T100000,20310611T100000", without(10, 11)),
        ("\nEXDATE:20310610T080000Z", without(10)),
        ("\nEXDATE;TZID=America/New_York:20310610T040000", without(10)),
        ("\nEXDATE;VALUE=DATE:20310610", without(10)),
        ("\nEXDATE:20310610", without(10)),
        ("\nEXRULE:FREQ=WEEKLY;BYDAY=TU", without(10)),
        ("\nSTATUS:CANCELLED", []),
    ],
)
def test_which_dates_of_a_series_count(more, expected):
    assert busy(calendar(event(DAILY + more))) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("RECURRENCE-ID;TZID=Europe/Paris:20310610T100000\nSTATUS:CANCELLED", without(10)),
        ("RECURRENCE-ID:20310610T080000Z\nSTATUS:CANCELLED", without(10)),
        ("RECURRENCE-ID;TZID=America/New_York:20310610T040000\nSTATUS:CANCELLED", without(10)),
        ("RECURRENCE-ID;VALUE=DATE:20310610\nSTATUS:CANCELLED", without(10)),
        ("RECURRENCE-ID:20310610T080000Z\nTRANSP:TRANSPARENT", without(10)),
        (
            "RECURRENCE-ID:20310610T080000Z\nATTENDEE;PARTSTAT=DECLINED:mailto:lea@example.org",
            without(10),
        ),
        (
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20310612T080000Z\nSTATUS:CANCELLED",
            without(12, 13, 14, 15),
        ),
    ],
)
def test_a_date_that_is_off_frees_its_time(changed, expected):
    times = "DTSTART;TZID=Europe/Paris:20310610T100000\nDURATION:PT1H\nSEQUENCE:1"
    file = calendar(event(DAILY), event(f"{times}\n{changed}"))

    assert busy(file) == expected


def test_a_date_that_was_moved_counts_where_it_is_now():
    moved = "RECURRENCE-ID:20310610T080000Z\nDTSTART:20310610T180000Z\nDURATION:PT2H"
    into_sight = "RECURRENCE-ID:20310701T080000Z\nDTSTART:20310611T180000Z\nDURATION:PT1H"

    found = busy(calendar(event(DAILY), event(moved), event(into_sight)))

    assert found == sorted([*without(10), "10 18:00-20:00", "11 18:00-19:00"])


def test_this_and_all_that_follow_move_together():
    from_thursday = """
        RECURRENCE-ID;TZID=Europe/Paris;RANGE=THISANDFUTURE:20310612T100000
        DTSTART;TZID=Europe/Paris:20310612T150000
        DURATION:PT2H
    """
    found = busy(calendar(event(DAILY), event(from_thursday)))

    assert found == [*EVERY_DAY[:3], *(f"{day} 13:00-15:00" for day in range(12, 16))]


def test_a_date_without_its_series_is_an_event_like_others():
    alone = "RECURRENCE-ID:20310610T080000Z\nDTSTART:20310610T180000Z\nDURATION:PT2H"

    assert busy(calendar(event(alone))) == ["10 18:00-20:00"]


def test_of_several_versions_the_newest_counts():
    old = "DTSTART:20310610T080000Z\nDURATION:PT1H\nSEQUENCE:1"
    new = "DTSTART:20310612T080000Z\nDURATION:PT1H\nSEQUENCE:2"

    assert busy(calendar(event(new), event(old))) == ["12 08:00-09:00"]


def test_one_uid_for_many_events_hides_none():
    one, other = (f"DTSTART:203106{day}T080000Z\nDURATION:PT1H" for day in (10, 12))

    assert busy(calendar(event(one), event(other))) == ["10 08:00-09:00", "12 08:00-09:00"]


def test_extra_dates_count_once_and_may_bring_their_own_length():
    listed = """
        DTSTART:20310609T100000Z
        DURATION:PT1H
        RDATE:20310609T100000Z,20310610T100000Z
        RDATE;VALUE=PERIOD:20310611T100000Z/PT3H,20310612T100000Z/20310612T120000Z
        RDATE;VALUE=DATE:20310613
    """
    assert busy(calendar(event(listed))) == [
        "09 10:00-11:00",
        "10 10:00-11:00",
        "11 10:00-13:00",
        "12 10:00-12:00",
        "13 10:00-11:00",
    ]


def test_the_hours_of_a_series_stay_on_its_clock_when_the_clocks_change():
    autumn = type(WEEK)(WEEK.start.replace(month=10, day=25), WEEK.start.replace(month=10, day=28))
    nightly = "DTSTART;TZID=Europe/Paris:20310901T230000"
    ends = "DTEND;TZID=Europe/Paris:20310902T050000"
    exact = busy(calendar(event(f"{nightly}\n{ends}\nRRULE:FREQ=DAILY")), autumn)
    nominal = busy(calendar(event(f"{nightly}\nDURATION:P1D\nRRULE:FREQ=DAILY;COUNT=55")), autumn)

    # RFC 5545, section 3.8.5.3: an end gives a length by the clock, days are days of the calendar.
    assert exact == ["25 00:00-03:00", "25 21:00-03:00", "26 22:00-04:00", "27 22:00-00:00"]
    assert nominal == ["25 00:00-22:00"]


@pytest.mark.parametrize(
    ("rule", "trouble"),
    [
        ("FREQ=SECONDLY", "without_pause"),
        ("FREQ=MINUTELY;INTERVAL=30", "without_pause"),
        ("FREQ=SECONDLY;INTERVAL=7200", None),
        ("FREQ=MINUTELY;INTERVAL=61", None),
    ],
)
def test_what_repeats_for_ever_without_a_pause_is_one_long_stretch(rule, trouble):
    reading = read(
        calendar(event(f"DTSTART:19700105T000000Z\nDURATION:PT1H\nRRULE:{rule}")), WEEK, LEA
    )

    assert [remark.trouble for remark in reading.remarks] == ([trouble] if trouble else [])
    assert (reading.busy == [WEEK]) == (trouble is not None)


def test_at_most_five_thousand_dates_count_and_the_rare_ones_come_first():
    every_minute = "UID:a\nDTSTART:20310609T000000Z\nDURATION:PT30S\nRRULE:FREQ=MINUTELY"
    daily = "UID:b\nDTSTART:20310609T100030Z\nDURATION:PT30S\nRRULE:FREQ=DAILY"

    reading = read(calendar(event(every_minute), event(daily)), WEEK, LEA)

    # Of the daily ones, those among the others' dates touch two of them.
    assert 4_990 < len(reading.busy) < 5_000
    assert reading.busy[-1].start.day == 15
    assert [remark.trouble for remark in reading.remarks] == ["too_many"]


def test_of_too_many_events_the_nearest_count():
    start = WEEK.start
    events = [
        event(f"UID:{n}\nDTSTART:{start + n * timedelta(minutes=2):%Y%m%dT%H%M%SZ}\nDURATION:PT60S")
        for n in reversed(range(5_010))
    ]

    reading = read(calendar(*events), WEEK, LEA)

    assert len(reading.busy) == 5_000
    assert reading.busy[0].start == start
    assert [remark.trouble for remark in reading.remarks] == ["too_many"]
