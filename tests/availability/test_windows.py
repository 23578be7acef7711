from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from pro_am.availability.rules.calendar_rules import (
    CalendarRules,
    DateOverride,
    DayWindow,
    WeeklyWindow,
)
from pro_am.availability.rules.windows import Window, open_windows
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import zone

MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6
H = 60
WEEK = "2026-06-15T00:00/2026-06-22T00:00"


def span(text):
    return TimeSlot(*map(datetime.fromisoformat, text.split("/")))


def seen(rules, text):
    windows = open_windows(rules, span(text))
    return [f"{w.start:%m-%d %H:%M}-{w.end:%m-%d %H:%M}" for w in windows]


def paris(*weekly, **rest):
    return CalendarRules(zone("Europe/Paris"), weekly, **rest)


def on(day, *windows, name="Europe/Paris"):
    override = DateOverride(date.fromisoformat(day), windows)
    return CalendarRules(zone(name), overrides=(override,))


def test_a_window_is_whole_even_where_the_span_cuts_it():
    nine_to_six = paris(WeeklyWindow(MONDAY, 9 * H, 18 * H, capacity=3))

    found = open_windows(nine_to_six, span("2026-06-15T08:10/2026-06-15T09:20"))

    assert found == [Window(datetime(2026, 6, 15, 7), datetime(2026, 6, 15, 16), 3)]


def test_a_window_that_only_touches_the_span_is_not_in_it():
    nine_to_six = paris(WeeklyWindow(MONDAY, 9 * H, 18 * H))

    assert seen(nine_to_six, "2026-06-15T16:00/2026-06-16T00:00") == []
    assert seen(nine_to_six, "2026-06-15T00:00/2026-06-15T07:00") == []


@pytest.mark.parametrize(
    ("rules", "week", "expected"),
    [
        (
            paris(WeeklyWindow(MONDAY, 14 * H, 18 * H), WeeklyWindow(MONDAY, 9 * H, 12 * H)),
            WEEK,
            ["06-15 07:00-06-15 10:00", "06-15 12:00-06-15 16:00"],
        ),
        (paris(WeeklyWindow(FRIDAY, 20 * H, 2 * H)), WEEK, ["06-19 18:00-06-20 00:00"]),
        (paris(WeeklyWindow(SUNDAY, 22 * H, 24 * H)), WEEK, ["06-21 20:00-06-21 22:00"]),
        (paris(WeeklyWindow(SUNDAY, 22 * H, 0)), WEEK, ["06-21 20:00-06-21 22:00"]),
        (paris(WeeklyWindow(SATURDAY, 0, 0)), WEEK, ["06-19 22:00-06-20 22:00"]),
        (paris(WeeklyWindow(SATURDAY, 9 * H, 9 * H)), WEEK, ["06-20 07:00-06-21 07:00"]),
        # Begun on the Sunday before, still open on the Monday.
        (
            paris(WeeklyWindow(SUNDAY, 23 * H, 4 * H)),
            "2026-06-15T00:00/2026-06-16T00:00",
            ["06-14 21:00-06-15 02:00"],
        ),
        (
            CalendarRules(zone("Asia/Kathmandu"), (WeeklyWindow(MONDAY, 9 * H, 10 * H),)),
            WEEK,
            ["06-15 03:15-06-15 04:15"],
        ),
        (
            CalendarRules(zone("Pacific/Kiritimati"), (WeeklyWindow(MONDAY, 0, 24 * H),)),
            "2026-06-14T12:00/2026-06-14T13:00",
            ["06-14 10:00-06-15 10:00"],
        ),
        (
            CalendarRules(zone("Pacific/Pago_Pago"), (WeeklyWindow(MONDAY, 23 * H, 23 * H),)),
            "2026-06-17T09:00/2026-06-17T10:00",
            ["06-16 10:00-06-17 10:00"],
        ),
    ],
)
def test_weekly_hours_are_hours_of_the_zones_clock(rules, week, expected):
    assert seen(rules, week) == expected


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        # Spring, 23 hours.
        (on("2026-03-29", DayWindow(0, 24 * H)), ["03-28 23:00-03-29 22:00"]),
        (on("2026-03-29", DayWindow(2 * H, 3 * H)), []),
        (on("2026-03-29", DayWindow(2 * H + 10, 2 * H + 50)), []),
        (on("2026-03-29", DayWindow(2 * H + 30, 4 * H)), ["03-29 01:00-03-29 02:00"]),
        (on("2026-03-29", DayWindow(H, 2 * H + 30)), ["03-29 00:00-03-29 01:00"]),
        (on("2026-03-28", DayWindow(20 * H, 2 * H + 30)), ["03-28 19:00-03-29 01:00"]),
        # Autumn, 25 hours.
        (on("2026-10-25", DayWindow(0, 24 * H)), ["10-24 22:00-10-25 23:00"]),
        (on("2026-10-25", DayWindow(2 * H, 3 * H)), ["10-25 00:00-10-25 02:00"]),
        (on("2026-10-25", DayWindow(2 * H, 2 * H + 30)), ["10-25 00:00-10-25 00:30"]),
        (on("2026-10-25", DayWindow(2 * H + 30, 3 * H)), ["10-25 00:30-10-25 02:00"]),
        # Elsewhere.
        (
            on("2026-03-08", DayWindow(0, 24 * H), name="America/New_York"),
            ["03-08 05:00-03-09 04:00"],
        ),
        (
            on("2026-11-01", DayWindow(0, 24 * H), name="America/New_York"),
            ["11-01 04:00-11-02 05:00"],
        ),
        (
            on("2026-04-05", DayWindow(0, 24 * H), name="Australia/Lord_Howe"),
            ["04-04 13:00-04-05 13:30"],
        ),
        (
            on("2026-10-04", DayWindow(0, 24 * H), name="Australia/Lord_Howe"),
            ["10-03 13:30-10-04 13:00"],
        ),
        (
            on("2026-02-15", DayWindow(2 * H, 3 * H), name="Africa/Casablanca"),
            ["02-15 01:00-02-15 03:00"],
        ),
        (on("2026-03-22", DayWindow(2 * H, 3 * H), name="Africa/Casablanca"), []),
    ],
)
def test_the_two_days_of_the_year_have_their_real_hours(rules, expected):
    assert seen(rules, "2026-01-01T00:00/2027-01-01T00:00") == expected


@pytest.mark.parametrize("name", ["Europe/Paris", "Australia/Lord_Howe", "America/Santiago"])
def test_windows_that_tile_every_day_tile_the_year(name):
    parts = ((0, 90), (90, 150), (150, 24 * H))
    weekly = tuple(WeeklyWindow(day, start, end) for day in range(7) for start, end in parts)

    year = open_windows(
        CalendarRules(zone(name), weekly), span("2026-01-01T00:00/2027-01-01T00:00")
    )

    assert all(a.end == b.start for a, b in pairwise(year))


def test_every_nth_week_counts_from_the_week_of_its_anchor():
    for anchor in (date(2026, 6, 15), date(2026, 6, 21), date(2026, 7, 8)):
        weekly = WeeklyWindow(MONDAY, 9 * H, 10 * H, every=3, anchor=anchor)

        assert seen(paris(weekly), "2026-05-20T00:00/2026-08-01T00:00") == [
            "05-25 07:00-05-25 08:00",
            "06-15 07:00-06-15 08:00",
            "07-06 07:00-07-06 08:00",
            "07-27 07:00-07-27 08:00",
        ]


def test_a_window_is_valid_from_its_first_day_to_its_last_included():
    weekly = WeeklyWindow(
        MONDAY, 22 * H, 2 * H, valid_from=date(2026, 6, 15), valid_until=date(2026, 6, 22)
    )

    assert seen(paris(weekly), "2026-06-01T00:00/2026-08-01T00:00") == [
        "06-15 20:00-06-16 00:00",
        "06-22 20:00-06-23 00:00",
    ]


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        # Closing the Friday takes its whole night, and leaves the Saturday.
        ([DateOverride(date(2026, 6, 19))], ["06-20 08:00-06-20 10:00"]),
        # Closing the Saturday leaves the night that began on the Friday.
        ([DateOverride(date(2026, 6, 20))], ["06-19 18:00-06-20 00:00"]),
        (
            [DateOverride(date(2026, 6, 19), (DayWindow(8 * H, 9 * H),))],
            ["06-19 06:00-06-19 07:00", "06-20 08:00-06-20 10:00"],
        ),
        # A day without weekly hours opens.
        (
            [DateOverride(date(2026, 6, 16), (DayWindow(8 * H, 9 * H), DayWindow(600, 660)))],
            [
                "06-16 06:00-06-16 07:00",
                "06-16 08:00-06-16 09:00",
                "06-19 18:00-06-20 00:00",
                "06-20 08:00-06-20 10:00",
            ],
        ),
    ],
)
def test_an_override_replaces_the_windows_that_start_on_its_day(overrides, expected):
    weekly = (WeeklyWindow(FRIDAY, 20 * H, 2 * H), WeeklyWindow(SATURDAY, 10 * H, 12 * H))

    assert seen(paris(*weekly, overrides=tuple(overrides)), WEEK) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: DayWindow(24 * H, 24 * H),
        lambda: DayWindow(-1, H),
        lambda: DayWindow(0, 24 * H + 1),
        lambda: DayWindow(0, H, capacity=0),
        lambda: WeeklyWindow(7, 0, H),
        lambda: WeeklyWindow(0, 0, H, capacity=0),
        lambda: WeeklyWindow(0, 0, H, every=0),
        lambda: WeeklyWindow(0, 0, H, every=2),
    ],
)
def test_hours_that_mean_nothing_cannot_be_written(wrong):
    with pytest.raises(ValueError, match=r"\w"):
        wrong()


def test_a_member_who_changes_zone_keeps_the_hours_and_moves_the_instants():
    weekly = (WeeklyWindow(MONDAY, 9 * H, 10 * H),)
    before, after = (
        open_windows(CalendarRules(zone(name), weekly), span(WEEK))
        for name in ("Europe/Paris", "America/New_York")
    )

    assert after[0].start - before[0].start == timedelta(hours=6)
