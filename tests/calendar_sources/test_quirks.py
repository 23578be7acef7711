"""What programs really write, and what it means."""

import pytest

from pro_am.calendar_sources.rules.components import NotACalendar
from pro_am.calendar_sources.rules.reading import Owner, read
from tests.calendar_sources.files import LEA, WEEK, busy, calendar, event

ALARM = b"BEGIN:VALARM\r\nDURATION:PT9H\r\nEND:VALARM\r\n"
TUESDAY = "DTSTART:20310610T100000Z\nDTEND:20310610T110000Z"
BERLIN_BY_HAND = """
    BEGIN:VTIMEZONE
    TZID:Customized Time Zone
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE
"""


@pytest.mark.parametrize(
    ("said", "blocks"),
    [
        ("", True),
        ("TRANSP:OPAQUE", True),
        ("TRANSP:TRANSPARENT", False),
        ("transp:transparent", False),
        ("X-MICROSOFT-CDO-BUSYSTATUS:FREE", False),
        ("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE", False),
        ("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", True),
        ("X-MICROSOFT-CDO-BUSYSTATUS:OOF", True),
        ("X-MICROSOFT-CDO-BUSYSTATUS:BUSY", True),
        ("STATUS:TENTATIVE", True),
        ("STATUS:CANCELLED", False),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:lea@example.org", False),
        ('ATTENDEE;CN="Léa: me";PARTSTAT=DECLINED:MAILTO:Lea@Example.org', False),
        ("ATTENDEE;EMAIL=lea@example.org;PARTSTAT=DECLINED:urn:uuid:1", False),
        ("ATTENDEE;PARTSTAT=DECLINED:mailto:somebody@example.org", True),
        ("ATTENDEE;PARTSTAT=ACCEPTED:mailto:lea@example.org", True),
        ("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:lea@example.org", True),
    ],
)
def test_an_event_blocks_unless_it_says_it_does_not(said, blocks):
    found = busy(calendar(event(f"{TUESDAY}\n{said}")))

    assert found == (["10 10:00-11:00"] if blocks else [])


def test_a_calendar_named_by_an_address_is_of_that_person():
    declined = event(f"{TUESDAY}\nATTENDEE;PARTSTAT=DECLINED:mailto:lea@work.example")

    assert busy(calendar(declined, head="X-WR-CALNAME:Lea@work.example")) == []
    assert busy(calendar(declined, head="X-WR-CALNAME:Work")) == ["10 10:00-11:00"]


def test_a_calendar_that_calls_off_blocks_nothing():
    assert busy(calendar(event(TUESDAY), head="METHOD:CANCEL")) == []


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("DTSTART:20310610T100000Z\nDTEND:20310610T090000Z", []),
        ("DTSTART:20310610T100000Z\nDTEND:20310610T100000Z", []),
        ("DTSTART:20310610T100000Z", []),
        ("DTSTART:20310610T100000Z\nDURATION:-PT1H", []),
        ("DTSTART:20310610T100000Z\nDURATION:PT1H30M", ["10 10:00-11:30"]),
        ("DTSTART:20310610T1000Z\nDURATION:PT1H", ["10 10:00-11:00"]),
        ("DTSTART:20310610T100000Z\nDURATION:P1D", ["10 10:00-10:00"]),
        ("DTSTART;VALUE=DATE:20310610", ["09 22:00-22:00"]),
        ("DTSTART;VALUE=DATE:20310610\nDTEND;VALUE=DATE:20310612", ["09 22:00-22:00"]),
        ("DTSTART;VALUE=DATE:20310610\nDTEND;VALUE=DATE:20310610", ["09 22:00-22:00"]),
        ("DTSTART;VALUE=DATE:20310610\nDTEND;VALUE=DATE:20310609", []),
        ("DTSTART:20310608T200000Z\nDTEND:20310609T010000Z", ["09 00:00-01:00"]),
        ("DTSTART:20200101T000000Z\nDTEND:20400101T000000Z", ["09 00:00-00:00"]),
    ],
)
def test_how_long_an_event_lasts(times, expected):
    assert busy(calendar(event(times))) == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("", "10 08:00-09:00"),  # floating: the owner's
        (";TZID=Europe/Paris", "10 08:00-09:00"),
        (';TZID="America/New_York"', "10 14:00-15:00"),
        (";TZID=Romance Standard Time", "10 08:00-09:00"),
        (";TZID=Tokyo Standard Time", "10 01:00-02:00"),
        (";TZID=/mozilla.org/20050126_1/Asia/Tokyo", "10 01:00-02:00"),
        (";TZID=/freeassociation.sourceforge.net/Tzfile/America/Argentina/Salta", "10 13:00-14:00"),
        (";TZID=tzone://Microsoft/Utc", "10 10:00-11:00"),
        (";TZID=Customized Time Zone", "10 08:00-09:00"),
    ],
)
def test_whose_clock_a_time_is_on(zone, expected):
    text = f"DTSTART{zone}:20310610T100000\nDTEND{zone}:20310610T110000"

    assert busy(calendar(BERLIN_BY_HAND, event(text))) == [expected]


def test_a_calendar_gives_its_floating_times_and_days_a_zone():
    floating = "DTSTART:20310610T100000\nDTEND:20310610T110000"
    day = "DTSTART;VALUE=DATE:20310612"

    found = busy(calendar(event(floating), event(day), head="X-WR-TIMEZONE:America/New_York"))

    assert found == ["10 14:00-15:00", "12 04:00-04:00"]


@pytest.mark.parametrize("name", ["Nowhere/Nope", "../../etc/passwd", "(UTC+01:00) Amsterdam"])
def test_a_zone_that_nobody_knows_is_the_owners_and_said(name):
    file = calendar(event(f'DTSTART;TZID="{name}":20310610T100000\nDURATION:PT1H'))
    reading = read(file, WEEK, LEA)

    assert busy(file) == ["10 08:00-09:00"]
    assert [(remark.line, remark.trouble) for remark in reading.remarks] == [(6, "zone")]


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        ("20310330T023000", "30 01:30-02:30"),  # in the gap: on the clock before it
        ("20311026T023000", "26 00:30-01:30"),  # twice: the first
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Paris", "Customized Time Zone"])
def test_times_that_are_not_or_are_twice_follow_the_standard(wall, expected, zone):
    year = type(WEEK)(WEEK.start.replace(month=1, day=1), WEEK.start.replace(month=12))
    file = calendar(BERLIN_BY_HAND, event(f"DTSTART;TZID={zone}:{wall}\nDURATION:PT1H"))

    assert busy(file, year) == [expected]


def test_our_own_bookings_come_back_without_blocking_twice():
    """They are held here already, and may be called off before another calendar hears of it."""
    owner = Owner("Europe/Paris", host="pro-am.example")
    ours, other = (f"UID:{uid}\n{TUESDAY}" for uid in ("ABCD2345@Pro-Am.example", "a@b.example"))

    assert busy(calendar(event(ours)), WEEK, owner) == []
    assert busy(calendar(event(other)), WEEK, owner) == ["10 10:00-11:00"]


def test_free_busy_files_are_read():
    file = calendar(
        """
        BEGIN:VFREEBUSY
        UID:fb
        DTSTART:20310609T000000Z
        DTEND:20310616T000000Z
        FREEBUSY:20310610T080000Z/PT1H,20310610T120000Z/20310610T130000Z
        FREEBUSY;FBTYPE=FREE:20310611T080000Z/PT8H
        FREEBUSY;FBTYPE=BUSY-TENTATIVE:20310612T080000Z/PT1H
        FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20310613T080000Z/PT1H
        END:VFREEBUSY
        """
    )

    assert busy(file) == ["10 08:00-09:00", "10 12:00-13:00", "12 08:00-09:00", "13 08:00-09:00"]


@pytest.mark.parametrize(
    "written",
    [
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.decode().encode("utf-16"),
        lambda text: text.replace(b"\r\n", b"\n"),
        lambda text: text.replace(b"\r\n", b"\r"),
        lambda text: text.lower().replace(b"t100000z", b"T100000Z"),
        lambda text: text.replace(b"\r\n", b"\r\n\r\n"),
        lambda text: text.replace(b"T100000Z", b"T1000\r\n 00Z"),
        lambda text: text.replace(b"T100000Z", b"T1000\r\n\t00Z"),
        lambda text: text.replace(b"UID:", b"SUMMARY:cr\xc3\r\n \xa8me\r\nUID:"),
        lambda text: text.replace(b"UID:", b"SUMMARY:a\0b\r\nUID:"),
        lambda text: text.replace(b"UID:", b"SUMMARY:latin \xe8\r\nUID:"),
        lambda text: text.replace(b"UID:", b"nonsense\r\nUID:"),
        lambda text: text.replace(b"END:VEVENT", ALARM + b"END:VEVENT"),
        lambda text: text + text,
    ],
)
def test_however_the_lines_are_written(written):
    assert busy(written(calendar(event(TUESDAY)))) == ["10 10:00-11:00"]


@pytest.mark.parametrize("file", [b"", b"<!doctype html><title>Sign in</title>", b"BEGIN:VCARD"])
def test_what_is_no_calendar_is_not_taken_for_an_empty_one(file):
    with pytest.raises(NotACalendar):
        read(file, WEEK, LEA)


def test_what_cannot_be_read_is_named_by_its_line_and_costs_nothing_else():
    file = calendar(
        event("UID:a\nDTSTART:tomorrow\nDURATION:PT1H"),
        event("UID:b\nDTSTART:20310610T100000Z\nDURATION:P999999999W"),
        event("UID:c\nDTSTART:20310610T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;INTERVAL=0"),
        event("UID:d\nSUMMARY:when?"),
        event("UID:e\nDTSTART:20310611T100000Z\nDURATION:PT1H\nRDATE:junk"),
    )
    unfinished = file.replace(b"END:VCALENDAR\r\n", b"BEGIN:VEVENT\r\nUID:f\r\n")

    reading = read(unfinished, WEEK, LEA)

    assert [slot.start.day for slot in reading.busy] == [11]
    assert [(remark.line, remark.trouble.value) for remark in reading.remarks] == [
        (6, "date"),
        (12, "length"),
        (18, "rule"),
        (20, "date"),
        (28, "left_out"),
        (30, "breaks_off"),
    ]


def test_an_event_whose_end_was_forgotten_does_not_swallow_the_next():
    file = calendar(
        event("UID:a\n" + TUESDAY).removesuffix("END:VEVENT"), event("UID:b\n" + TUESDAY)
    )

    reading = read(file, WEEK, LEA)

    assert len(reading.busy) == 1
    assert [remark.trouble for remark in reading.remarks] == ["breaks_off"]


def test_what_is_kept_of_a_file_reads_alike_and_says_nothing_private():
    file = calendar(
        BERLIN_BY_HAND,
        event(
            """
            DTSTART;TZID=Customized Time Zone:20310609T100000
            DURATION:PT1H
            RRULE:FREQ=DAILY
            EXDATE;TZID=Customized Time Zone:20310611T100000
            SUMMARY:Secret
            LOCATION:Secret
            DESCRIPTION:Secret
             and more Secret
            ATTACH:file:///etc/passwd
            ATTENDEE:mailto:secret@example.org
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:lea@example.org
            """
        ),
        head="X-WR-CALNAME:Secret",
    )
    reading = read(file, WEEK, LEA)

    assert "secret" not in reading.essence.lower()
    assert read(reading.essence.encode(), WEEK, LEA).busy == reading.busy != []


def test_stretches_are_sorted_joined_and_within_the_span():
    tokyo = Owner("Asia/Tokyo")
    file = calendar(
        event("UID:a\nDTSTART:20310611T100000Z\nDTEND:20310611T110000Z"),
        event("UID:b\nDTSTART:20310611T103000Z\nDTEND:20310611T113000Z"),
        event("UID:c\nDTSTART:20310611T113000Z\nDTEND:20310611T120000Z"),
        event("UID:d\nDTSTART:20310609T100000Z\nDTEND:20310609T110000Z"),
        event("UID:e\nDTSTART:20310616T000000Z\nDTEND:20310616T010000Z"),
    )

    assert busy(file, WEEK, tokyo) == ["09 10:00-11:00", "11 10:00-12:00"]
