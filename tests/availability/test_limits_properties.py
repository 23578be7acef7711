"""What stays true of n-th weeks, validity, buffers, days with a most, and an offer's own limits."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pro_am.availability.rules.calendar_rules import CalendarRules, WeeklyWindow
from pro_am.availability.rules.daily_most import Booked, full_days, reach, with_full_days
from pro_am.availability.rules.slots import slots
from pro_am.availability.rules.windows import open_windows
from pro_am.foundation.time_zones import to_local
from tests.availability.test_calendar_properties import DAY, cases, patient, timings

WEEK = timedelta(days=7)
LOTS = st.lists(st.integers(0, 999), max_size=10)


def every_week(rules: CalendarRules) -> tuple[WeeklyWindow, ...]:
    return tuple(
        replace(each, every=1, anchor=None, valid_from=None, valid_until=None)
        for each in rules.weekly
    )


@patient
@given(case=cases(), every=st.integers(2, 5))
def test_every_nth_week_from_n_weeks_is_every_week(case, every):
    """Each week is that of one anchor and no other, over years with 53 weeks too."""
    weekly = every_week(case.rules)
    rules = replace(case.rules, overrides=(), weekly=weekly)
    first = case.span.start.date()
    parts = [
        replace(
            rules,
            weekly=tuple(replace(e, every=every, anchor=first + n * WEEK) for e in weekly),
        )
        for n in range(every)
    ]

    found = sorted(window for part in parts for window in open_windows(part, case.span))

    assert found == open_windows(rules, case.span)


@patient
@given(case=cases(), days=st.integers(-3, 3))
def test_until_a_day_and_from_the_next_is_all_the_time(case, days):
    weekly = every_week(case.rules)
    rules, day = replace(case.rules, weekly=weekly), case.span.start.date() + days * DAY

    split = tuple(replace(each, valid_until=day) for each in weekly) + tuple(
        replace(each, valid_from=day + DAY) for each in weekly
    )

    windows = open_windows(replace(rules, weekly=split), case.span)
    assert windows == open_windows(rules, case.span)


@patient
@given(case=cases(), timing=timings(), lots=LOTS)
def test_between_two_who_share_no_time_lie_the_buffers_of_both(case, timing, lots):
    alone = replace(
        case.rules,
        weekly=tuple(replace(each, capacity=1) for each in case.rules.weekly),
        overrides=(),
    )
    booked: list = []
    for lot in lots:
        loads = [timing.load(start) for start in booked]
        if offered := slots(alone, loads, timing, case.span):
            booked.append(offered[lot % len(offered)])

    apart = timedelta(minutes=timing.duration_minutes + timing.buffer_after + timing.buffer_before)
    assert all(later - earlier >= apart for earlier, later in pairwise(sorted(booked)))


@patient
@given(
    case=cases(),
    timing=timings(),
    lots=LOTS,
    most=st.tuples(st.none() | st.integers(1, 3), st.none() | st.integers(1, 3)),
)
def test_no_day_takes_more_than_its_most_and_the_others_what_they_would(case, timing, lots, most):
    """Offer 1 is booked where its number is even, else another one of the same calendar."""
    rules = replace(case.rules, most_a_day=most[0])
    mine = replace(timing, most_a_day=most[1], offer_id=1)
    other = replace(timing, offer_id=2)
    booked, loads = [], []
    for lot in lots:
        asked = other if lot % 2 else mine
        offered = slots(with_full_days(rules, asked, booked), loads, asked, case.span)
        if offered:
            start = offered[lot % len(offered)]
            booked.append(Booked(start, asked.offer_id))
            loads.append(asked.load(start))

    def busiest(starts):
        days = [to_local(start, rules.zone).date() for start in starts]
        return max((days.count(day) for day in days), default=0)

    assert most[0] is None or busiest(each.start for each in booked) <= most[0]
    assert most[1] is None or busiest(e.start for e in booked if e.offer_id == 1) <= most[1]
    limited = with_full_days(rules, mine, booked)
    without = slots(case.rules, loads, mine, case.span)
    assert slots(limited, loads, mine, case.span) == [
        start for start in without if to_local(start, rules.zone).date() not in limited.full_days
    ]


@patient
@given(case=cases(), timing=timings(), most=st.integers(1, 3))
def test_what_decides_about_a_full_day_lies_within_reach(case, timing, most):
    limited = replace(timing, most_a_day=most)
    matters = reach(case.rules, limited, case.span)

    starts = [load.start for load in case.loads]
    near = [start for start in starts if matters.start <= start < matters.end]

    days = {to_local(s, case.rules.zone).date() for s in (case.span.start, case.span.end)}
    full, of_near = (full_days(each, case.rules.zone, most) & days for each in (starts, near))
    assert full == of_near


@patient
@given(case=cases(), timing=timings())
def test_an_offers_own_limits_are_those_of_a_calendar_that_says_the_same(case, timing):
    said = {"notice_minutes": case.rules.notice_minutes, "horizon_days": 2}
    calendar = replace(case.rules, **said)
    other = replace(case.rules, notice_minutes=90, horizon_days=0)

    own = slots(other, case.loads, replace(timing, **said), case.span, case.seats, case.now)

    assert own == slots(calendar, case.loads, timing, case.span, case.seats, case.now)
