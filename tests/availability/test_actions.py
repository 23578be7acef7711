"""What is done to a calendar: claims, holds, hours, and the picture of free days."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from pro_am.availability import actions, queries
from pro_am.availability.jobs import HANDLERS, PICTURE_FREE_DAYS
from pro_am.availability.models import Calendar, FreeDay, Hold
from pro_am.availability.rules.bookable_time import bookable_time
from pro_am.availability.rules.calendar_rules import DayWindow, WeeklyWindow
from pro_am.availability.rules.day_bits import DayBits, bits_by_day, covers_any
from pro_am.availability.rules.exceptions import Exceptional
from pro_am.availability.rules.free_time import ONE_BOOKING
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.availability.rules.timing import OfferTiming
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from tests.conftest import NOON

DINNER = OfferTiming(duration_minutes=120, step_minutes=30)
TUESDAY_AT_SIX = datetime(2030, 1, 8, 17, 0)  # 18:00 in Paris, after a day's notice
FORTNIGHT = TimeSlot(NOON, NOON + timedelta(days=14))
HOUR = timedelta(hours=1)
MIDNIGHT = datetime.min.time()
NEVER = DayBits(0, 0)
DAY_AND_NIGHT = [WeeklyWindow(day, 0, 24 * 60) for day in range(7)]


@pytest.fixture
def calendar(offer) -> Calendar:
    """Ben's: every evening from 18 to 23, a day's notice, 60 days ahead."""
    return db.session.scalars(select(Calendar)).one()


def free_starts(calendar, now=NOON):
    return queries.free_slots(calendar, DINNER, FORTNIGHT, now)


def hold(calendar, start=TUESDAY_AT_SIX, *, expires_at=None, timing=DINNER):
    return actions.hold(calendar.id, timing, start, expires_at=expires_at)


def open_hours(calendar, weekly, *, capacity=None):
    actions.change_hours(
        calendar.id,
        weekly=[replace(each, capacity=capacity or each.capacity) for each in weekly],
        notice_minutes=120,
        horizon_days=14,
        buffers=(0, 0, 0),
        capacity=capacity,
    )


def picture_of(calendar):
    rows = db.session.scalars(select(FreeDay).where(FreeDay.calendar_id == calendar.id))
    return {row.day: DayBits(row.low, row.high) for row in rows}


def bits_at(calendar, day):
    return picture_of(calendar).get(day, NEVER)


# Holds


def test_time_that_is_held_is_offered_to_nobody_else(calendar):
    hold(calendar)

    with pytest.raises(SlotTaken):
        hold(calendar)
    with pytest.raises(SlotTaken):
        hold(calendar, TUESDAY_AT_SIX + HOUR)
    assert hold(calendar, TUESDAY_AT_SIX + 2 * HOUR).slot.start == TUESDAY_AT_SIX + 2 * HOUR


def test_a_refusal_holds_nothing_and_the_nearest_free_times_can_be_named(calendar):
    hold(calendar)

    with pytest.raises(SlotTaken):
        hold(calendar)

    assert len(db.session.scalars(select(Hold)).all()) == 1
    assert queries.nearest_free(calendar, DINNER, TUESDAY_AT_SIX, NOON) == [
        TUESDAY_AT_SIX + 2 * HOUR,
        TUESDAY_AT_SIX + 2 * HOUR + timedelta(minutes=30),
    ]


@pytest.mark.parametrize(
    "start",
    [
        TUESDAY_AT_SIX - HOUR,  # before opening
        TUESDAY_AT_SIX + timedelta(minutes=10),  # off the step
        TUESDAY_AT_SIX + 4 * HOUR,  # ends after closing
        TUESDAY_AT_SIX - timedelta(days=1),  # shorter than the notice
        TUESDAY_AT_SIX + timedelta(days=61),  # beyond the horizon
    ],
)
def test_only_what_the_calendar_offers_can_be_held(calendar, start):
    with pytest.raises(SlotTaken):
        hold(calendar, start)


def test_an_expired_hold_is_over_at_once_without_any_job(calendar, time):
    hold(calendar, expires_at=NOON + timedelta(minutes=15))
    assert TUESDAY_AT_SIX not in free_starts(calendar)

    time.forward(minutes=15)

    assert TUESDAY_AT_SIX in free_starts(calendar, time.now)
    hold(calendar)


def test_a_kept_hold_outlives_its_expiry(calendar, time):
    held = hold(calendar, expires_at=NOON + timedelta(minutes=15))

    actions.keep(held)
    time.forward(hours=1)

    assert TUESDAY_AT_SIX not in free_starts(calendar, time.now)


def test_releasing_gives_back_exactly_what_was_taken(calendar):
    before, pictured = free_starts(calendar), picture_of(calendar)
    held = hold(calendar)
    assert set(free_starts(calendar)) < set(before)

    actions.release(held)

    assert free_starts(calendar) == before
    assert picture_of(calendar) == pictured


def test_travel_to_the_host_keeps_others_away(calendar):
    hold(calendar, TUESDAY_AT_SIX + HOUR, timing=DINNER.with_travel(45))

    on_tuesday = [start for start in free_starts(calendar) if start.date() == date(2030, 1, 8)]

    assert on_tuesday == []
    with pytest.raises(SlotTaken):
        hold(calendar, TUESDAY_AT_SIX + 3 * HOUR)


def test_each_claim_raises_the_revision(calendar):
    before = calendar.revision

    hold(calendar)

    assert calendar.revision == before + 1


# Hours


def test_other_hours_take_the_place_of_the_old_ones(calendar):
    actions.change_hours(
        calendar.id,
        weekly=[WeeklyWindow(3, 12 * 60, 15 * 60)],
        notice_minutes=120,
        horizon_days=14,
        buffers=(0, 30, 45),
    )

    assert free_starts(calendar) == [
        datetime(2030, 1, day, hour, minute)
        for day in (10, 17)
        for hour, minute in ((11, 0), (11, 30), (12, 0))
    ]
    assert set(picture_of(calendar)) == {
        date(2030, 1, 10) + timedelta(weeks=week) for week in range(4)
    }


def test_what_is_agreed_stays_when_the_hours_change(calendar):
    held = hold(calendar)

    open_hours(calendar, [])

    assert held.released_at is None
    assert free_starts(calendar) == []


def test_a_day_off_and_other_hours_count_until_they_are_dropped(calendar):
    before = free_starts(calendar)
    wednesday = date(2030, 1, 9)
    lunch = (DayWindow(12 * 60, 14 * 60),)

    actions.override_days(calendar.id, Exceptional(wednesday, wednesday, reason="Away"))
    assert [s for s in free_starts(calendar) if s.date() == wednesday] == []
    assert bits_at(calendar, wednesday) == NEVER

    actions.override_days(calendar.id, Exceptional(wednesday, wednesday, lunch))
    assert [s for s in free_starts(calendar) if s.date() == wednesday] == [
        datetime(2030, 1, 9, 11, 0)
    ]

    actions.drop_overrides(calendar.id, wednesday, wednesday)
    assert free_starts(calendar) == before


def test_a_holiday_that_is_moved_frees_the_days_it_was_on(calendar):
    before = free_starts(calendar)
    first, last = date(2030, 1, 9), date(2030, 1, 11)
    actions.override_days(calendar.id, Exceptional(first, last, reason="Away"))
    assert {s.date() for s in before} - {s.date() for s in free_starts(calendar)} == {
        date(2030, 1, day) for day in (9, 10, 11)
    }

    later = date(2030, 1, 11)
    actions.override_days(calendar.id, Exceptional(later, later), instead_of=(first, last))

    assert {s.date() for s in before} - {s.date() for s in free_starts(calendar)} == {later}


def test_as_many_bookings_go_on_at_once_as_the_calendar_says(calendar):
    open_hours(calendar, [WeeklyWindow(2, 18 * 60, 23 * 60)], capacity=2)
    start = next(s for s in free_starts(calendar) if s.date() == date(2030, 1, 9))

    for _ in range(2):
        actions.hold(calendar.id, DINNER, start, expires_at=None)

    assert start not in free_starts(calendar)
    with pytest.raises(SlotTaken):
        actions.hold(calendar.id, DINNER, start, expires_at=None)


def test_the_number_at_once_counts_on_other_days_too(calendar):
    day = date(2030, 1, 9)
    actions.override_days(calendar.id, Exceptional(day, day, (DayWindow(12 * 60, 14 * 60),)))

    open_hours(calendar, [], capacity=3)

    assert calendar.overrides[0].windows == [[12 * 60, 14 * 60, 3]]


# The picture of free days


def test_every_night_new_days_come_into_the_picture_and_old_ones_go(calendar, time):
    before = set(picture_of(calendar))
    time.forward(days=3)

    HANDLERS[PICTURE_FREE_DAYS]()

    after = set(picture_of(calendar))
    assert min(after) == min(before) + timedelta(days=3)
    assert max(after) == max(before) + timedelta(days=3)


def test_a_hold_that_may_expire_hides_nothing_in_the_picture(calendar):
    tuesday = TUESDAY_AT_SIX.date()
    before = bits_at(calendar, tuesday)

    held = hold(calendar, expires_at=NOON + timedelta(minutes=15))
    assert bits_at(calendar, tuesday) == before

    actions.keep(held)
    assert bits_at(calendar, tuesday) != before


def test_the_picture_finds_who_is_free(calendar):
    evening = bits_by_day([TimeSlot(TUESDAY_AT_SIX, TUESDAY_AT_SIX + 2 * HOUR)])
    masks = {day: [bits] for day, bits in evening.items()}
    assert covers_any(queries.pictured_days({calendar.id}, masks)[calendar.id], masks)

    hold(calendar)

    assert not covers_any(queries.pictured_days({calendar.id}, masks)[calendar.id], masks)


minutes = st.integers(0, 95).map(lambda quarter: quarter * 15)
windows = st.builds(WeeklyWindow, st.integers(0, 6), minutes, minutes)


@st.composite
def deeds(draw):
    """One of the things that people do to a calendar, as a function of the calendar."""
    kind = draw(
        st.sampled_from([*3 * ["hold"], "form", "release", "keep", "hours", "override", "drop"])
    )
    which, day = draw(st.integers(0, 999)), date(2030, 1, 7) + timedelta(draw(st.integers(0, 20)))
    weekly, window = draw(st.lists(windows, max_size=5)), draw(windows)
    timing = OfferTiming(draw(st.sampled_from([30, 120, 600])), 15, draw(st.sampled_from([0, 45])))

    def do(calendar):
        if kind in ("hold", "form"):
            starts = queries.free_slots(calendar, timing, FORTNIGHT, NOON)
            if starts:
                expiry = NOON + timedelta(minutes=15) if kind == "form" else None
                start = starts[which * len(starts) // 1000]
                actions.hold(calendar.id, timing, start, expires_at=expiry)
        elif kind in ("release", "keep"):
            active = db.session.scalars(select(Hold).where(Hold.released_at.is_(None))).all()
            if active:
                (actions.release if kind == "release" else actions.keep)(
                    active[which % len(active)]
                )
        elif kind == "hours":
            open_hours(calendar, weekly)
        elif kind == "override":
            as_day = DayWindow(window.start_minute, window.end_minute, window.capacity)
            actions.override_days(calendar.id, Exceptional(day, day, (as_day,)))
        else:
            actions.drop_overrides(calendar.id, day, day)

    return do


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(done=st.lists(deeds(), min_size=1, max_size=6))
def test_the_picture_is_free_time_exactly_but_for_what_may_expire(calendar, done):
    """So it never says too little, whatever has been done to the calendar and its holds."""
    open_hours(calendar, DAY_AND_NIGHT)  # so that holds run over midnight

    for do in done:
        do(calendar)

    pictured = picture_of(calendar)
    last = NOON.date() + timedelta(days=calendar.horizon_days) + actions.PICTURED_BEYOND
    span = TimeSlot(
        datetime.combine(NOON.date(), MIDNIGHT),
        datetime.combine(last + timedelta(days=1), MIDNIGHT),
    )
    rules = queries.rules_of(calendar)
    surely_taken = queries.loads_by_calendar([calendar.id], span, None)[calendar.id]
    assert pictured == bits_by_day(bookable_time(rules, surely_taken, span, ONE_BOOKING))

    taken = queries.loads_by_calendar([calendar.id], span, NOON)[calendar.id]
    free = bits_by_day(bookable_time(rules, taken, span, ONE_BOOKING, NOON))
    assert all(pictured.get(day, NEVER).cover(bits) for day, bits in free.items())
