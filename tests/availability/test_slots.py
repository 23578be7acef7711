from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from pro_am.availability.rules.bookable_time import bookable_time
from pro_am.availability.rules.calendar_rules import (
    CalendarRules,
    DateOverride,
    DayWindow,
    WeeklyWindow,
)
from pro_am.availability.rules.daily_most import full_days
from pro_am.availability.rules.free_time import Load
from pro_am.availability.rules.no_slots import NoSlots, why_no_slots
from pro_am.availability.rules.slots import nearest_slots, slot_is_bookable, slots
from pro_am.availability.rules.timing import OfferTiming
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import zone

H = 60
HALF_HOUR = OfferTiming(duration_minutes=30, step_minutes=30)


def span(text):
    return TimeSlot(*map(datetime.fromisoformat, text.split("/")))


WEEK = span("2026-06-15T00:00/2026-06-22T00:00")  # from a Monday


def monday(clock):
    return datetime.fromisoformat(f"2026-06-15T{clock}")


def load(start, end, seats=1):
    return Load(monday(start), monday(end), seats)


def open_on_mondays(start, end, capacity=1, name="UTC", **rest):
    return CalendarRules(zone(name), (WeeklyWindow(0, start, end, capacity),), **rest)


def clocks(starts):
    return [f"{start:%H:%M}" for start in starts]


MORNING = open_on_mondays(9 * H, 11 * H)


@pytest.mark.parametrize(
    ("rules", "timing", "expected"),
    [
        (MORNING, OfferTiming(30, 30), ["09:00", "09:30", "10:00", "10:30"]),
        (MORNING, OfferTiming(45, 30), ["09:00", "09:30", "10:00"]),
        (MORNING, OfferTiming(120, 15), ["09:00"]),
        (MORNING, OfferTiming(121, 1), []),
        (MORNING, OfferTiming(60, 40), ["09:20", "10:00"]),
        # The step counts from midnight, not from the opening.
        (open_on_mondays(9 * H + 10, 11 * H), HALF_HOUR, ["09:30", "10:00", "10:30"]),
        # In Kathmandu, 5 h 45 ahead.
        (
            open_on_mondays(9 * H + 10, 11 * H, name="Asia/Kathmandu"),
            HALF_HOUR,
            ["03:45", "04:15", "04:45"],
        ),
        # A step that does not divide a day begins again at midnight: 22:30 is 27 times 50.
        (
            open_on_mondays(22 * H, 2 * H),
            OfferTiming(30, 50),
            ["22:30", "23:20", "00:00", "00:50"],
        ),
    ],
)
def test_slots_are_on_the_step_of_the_local_clock(rules, timing, expected):
    assert clocks(slots(rules, [], timing, WEEK)) == expected


@pytest.mark.parametrize(
    ("name", "day", "opens", "closes", "expected"),
    [
        ("Europe/Paris", date(2026, 3, 29), H, 4 * H, ["00:00", "00:30", "01:00", "01:30"]),
        (
            "Europe/Paris",
            date(2026, 10, 25),
            2 * H,
            3 * H,
            ["00:00", "00:30", "01:00", "01:30"],
        ),
        # 01:30 to 02:00 comes twice; the change of half an hour keeps the step on the clock.
        ("Australia/Lord_Howe", date(2026, 4, 5), 90, 150, ["14:30", "15:00", "15:30"]),
        ("America/New_York", date(2026, 11, 1), 90, 150, ["05:30", "06:00", "06:30", "07:00"]),
        ("Africa/Casablanca", date(2026, 3, 22), 90, 210, ["01:30", "02:00"]),
    ],
)
def test_slots_follow_the_clock_through_its_changes(name, day, opens, closes, expected):
    rules = CalendarRules(zone(name), overrides=(DateOverride(day, (DayWindow(opens, closes),)),))

    assert (
        clocks(slots(rules, [], HALF_HOUR, span("2026-01-01T00:00/2027-01-01T00:00"))) == expected
    )


@pytest.mark.parametrize(
    ("timing", "loads", "expected"),
    [
        # Buffers may leave the opening hours.
        (OfferTiming(60, 30, 45, 45), [], ["09:00", "09:30", "10:00"]),
        # They are clear of loads, inside the hours and outside.
        (OfferTiming(60, 30, 30, 0), [load("08:00", "08:45")], ["09:30", "10:00"]),
        (OfferTiming(60, 30, 15, 0), [load("08:00", "08:45")], ["09:00", "09:30", "10:00"]),
        (OfferTiming(60, 30, 0, 30), [load("11:15", "12:00")], ["09:00", "09:30"]),
        (OfferTiming(30, 30, 30, 0), [load("09:30", "10:00")], ["09:00", "10:30"]),
        (OfferTiming(30, 30, 0, 30), [load("10:00", "10:30")], ["09:00", "10:30"]),
        (OfferTiming(30, 30, 0, 30), [load("10:00", "10:30", None)], ["09:00", "10:30"]),
        # Buffers of neighbours add up: a load ends with its own.
        (OfferTiming(30, 15, 15, 0), [load("08:45", "09:45")], ["10:00", "10:15", "10:30"]),
    ],
)
def test_buffers_are_clear_of_other_loads(timing, loads, expected):
    assert clocks(slots(MORNING, loads, timing, WEEK)) == expected


def test_the_second_guest_of_a_class_shares_its_buffers():
    class_of_three = open_on_mondays(9 * H, 10 * H, capacity=3)
    timing = OfferTiming(60, 60, 30, 30)
    first = timing.load(monday("09:00"), 2)

    assert slots(class_of_three, [first], timing, WEEK, 1) == [monday("09:00")]
    assert slots(class_of_three, [first], timing, WEEK, 2) == []
    assert slots(class_of_three, [first], timing, WEEK, None) == []


def test_a_buffer_takes_no_more_seats_than_the_hours_it_reaches_into_have():
    one_then_three = CalendarRules(
        zone("UTC"), (WeeklyWindow(0, 8 * H, 9 * H, 1), WeeklyWindow(0, 9 * H, 10 * H, 3))
    )
    timing = OfferTiming(60, 60, 30, 0)
    earlier = load("08:00", "09:00")

    assert monday("09:00") not in slots(one_then_three, [earlier], timing, WEEK)
    assert monday("09:00") in slots(one_then_three, [], timing, WEEK, 3)


def test_a_buffer_in_closed_time_shares_no_more_seats_than_the_whole_service_has():
    narrowing = CalendarRules(
        zone("UTC"), (WeeklyWindow(0, 9 * H, 10 * H, 3), WeeklyWindow(0, 10 * H, 11 * H, 1))
    )
    next_door = load("08:30", "09:00")

    assert slots(narrowing, [next_door], OfferTiming(60, 60, 30), WEEK) == [
        monday("09:00"),
        monday("10:00"),
    ]
    assert slots(narrowing, [next_door], OfferTiming(120, 60, 30), WEEK) == []


def test_travel_is_a_buffer_there_and_back():
    at_the_hosts = OfferTiming(60, 30, 10, 0).with_travel(30)

    taken = at_the_hosts.load(monday("10:00"))

    assert taken == load("09:20", "11:30")
    assert at_the_hosts.service(monday("10:00")) == TimeSlot(monday("10:00"), monday("11:00"))


def test_a_service_may_cross_midnight_and_end_after_the_span():
    evening = open_on_mondays(20 * H, 2 * H)
    dinner = OfferTiming(180, 60)
    the_day = span("2026-06-15T00:00/2026-06-16T00:00")

    assert clocks(slots(evening, [], dinner, the_day)) == ["20:00", "21:00", "22:00", "23:00"]
    assert slots(evening, [], dinner, span("2026-06-16T00:00/2026-06-17T00:00")) == []


def test_slots_cross_from_one_window_into_the_next():
    rules = CalendarRules(
        zone("UTC"), (WeeklyWindow(0, 9 * H, 10 * H), WeeklyWindow(0, 10 * H, 11 * H))
    )

    assert clocks(slots(rules, [], OfferTiming(90, 30), WEEK)) == ["09:00", "09:30"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("07:00", ["09:00", "09:30", "10:00", "10:30"]),
        ("07:01", ["09:30", "10:00", "10:30"]),
        ("08:30", ["10:30"]),
        ("08:31", []),
    ],
)
def test_the_notice_is_counted_in_elapsed_minutes(now, expected):
    rules = open_on_mondays(9 * H, 11 * H, notice_minutes=120)

    assert clocks(slots(rules, [], HALF_HOUR, WEEK, now=monday(now))) == expected


def test_without_a_now_neither_notice_nor_horizon_applies():
    rules = open_on_mondays(9 * H, 11 * H, notice_minutes=10**6, horizon_days=0)

    assert len(slots(rules, [], HALF_HOUR, WEEK)) == 4


@pytest.mark.parametrize(
    ("now", "last"),
    [
        ("2026-06-15T05:00", "2026-06-16T21:30"),
        # Just before and just after midnight in Paris.
        ("2026-06-15T21:59", "2026-06-16T21:30"),
        ("2026-06-15T22:00", "2026-06-17T21:30"),
    ],
)
def test_the_last_day_of_the_horizon_is_bookable_to_its_end(now, last):
    weekly = tuple(WeeklyWindow(day, 0, 24 * H) for day in range(7))
    rules = CalendarRules(zone("Europe/Paris"), weekly, horizon_days=1)
    moment = datetime.fromisoformat(now)

    found = slots(rules, [], OfferTiming(60, 30), WEEK, now=moment)
    free = bookable_time(rules, [], WEEK, now=moment)

    assert found[0] >= moment
    assert found[-1] == datetime.fromisoformat(last)
    assert free == [TimeSlot(moment, found[-1] + timedelta(minutes=30))]


def test_a_calendar_is_empty_when_the_notice_outruns_the_horizon():
    rules = open_on_mondays(0, 24 * H, notice_minutes=3 * 24 * H, horizon_days=1)

    assert slots(rules, [], HALF_HOUR, WEEK, now=monday("00:00")) == []
    assert bookable_time(rules, [], WEEK, now=monday("00:00")) == []


def test_nothing_starts_on_a_day_that_has_all_its_bookings():
    rules = open_on_mondays(22 * H, 2 * H, name="Europe/Paris")
    booked = [monday("07:00"), monday("10:00"), datetime(2026, 6, 15, 22, 30)]

    full = full_days(booked, rules.zone, most_a_day=2)

    assert full == {date(2026, 6, 15)}
    found = slots(replace(rules, full_days=full), [], OfferTiming(60, 60), WEEK)
    assert clocks(found) == ["22:00", "23:00"]  # midnight and one o'clock on the Tuesday


def test_the_nearest_slots_are_offered_in_order_of_time():
    starts = [monday(clock) for clock in ("09:00", "09:30", "11:00", "12:00")]

    assert clocks(nearest_slots(starts, monday("10:05"))) == ["09:30", "11:00"]
    assert clocks(nearest_slots(starts, monday("10:00"))) == ["09:00", "09:30"]
    assert clocks(nearest_slots(starts, monday("10:15"), 1)) == ["09:30"]
    assert clocks(nearest_slots(starts, monday("13:00"), 3)) == ["09:30", "11:00", "12:00"]
    assert nearest_slots([], monday("10:00")) == []


@pytest.mark.parametrize(
    ("clock", "bookable"),
    [("09:00", True), ("09:10", False), ("10:30", True), ("10:31", False), ("11:00", False)],
)
def test_a_start_is_bookable_when_it_is_a_slot(clock, bookable):
    assert slot_is_bookable(MORNING, [], HALF_HOUR, monday(clock)) is bookable


@pytest.mark.parametrize(
    ("rules", "loads", "reason"),
    [
        (CalendarRules(zone("UTC")), [], NoSlots.CLOSED),
        (open_on_mondays(9 * H, 9 * H + 20), [], NoSlots.CLOSED),
        (MORNING, [load("09:00", "11:00")], NoSlots.TAKEN),
        (replace(MORNING, full_days=frozenset({date(2026, 6, 15)})), [], NoSlots.TAKEN),
        (replace(MORNING, notice_minutes=10**6), [], NoSlots.NOT_NOW),
    ],
)
def test_an_empty_calendar_says_why(rules, loads, reason):
    assert slots(rules, loads, HALF_HOUR, WEEK, now=WEEK.start) == []
    assert why_no_slots(rules, loads, HALF_HOUR, WEEK) is reason


@pytest.mark.parametrize("wrong", [(0, 30), (30, 0), (30, 30, -1, 0), (30, 30, 0, -1)])
def test_an_offer_takes_time(wrong):
    with pytest.raises(ValueError, match=r"takes time|lasts a minute"):
        OfferTiming(*wrong)
