from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.bookings.rules.life import Side
from pro_am.bookings.rules.policy import (
    FLEXIBLE,
    MODERATE,
    STRICT,
    Policy,
    PolicyKind,
    Tier,
    TiersOutOfOrder,
    check_tiers,
    flexible,
    free_until,
    policy_from,
    settle,
)

NOON = datetime(2030, 1, 7, 12, 0)
LONG_AGO = NOON - timedelta(days=90)
MOMENT = timedelta(microseconds=1)


def hours(number):
    return timedelta(hours=number)


def days(number):
    return timedelta(days=number)


def cancelled(policy, left, *, by=Side.HOST, booked_at=LONG_AGO):
    return settle(policy, by, booked_at=booked_at, start=NOON + left, now=NOON)


@pytest.mark.parametrize(
    ("policy", "left", "percent", "in_time"),
    [
        (FLEXIBLE, hours(24), 100, True),
        (FLEXIBLE, hours(24) - MOMENT, 0, False),
        (FLEXIBLE, hours(0), 0, False),
        (MODERATE, days(5), 100, True),
        (MODERATE, days(5) - MOMENT, 50, False),
        (MODERATE, hours(24), 50, False),
        (MODERATE, hours(24) - MOMENT, 0, False),
        (STRICT, days(15), 100, True),
        (STRICT, days(15) - MOMENT, 50, False),
        (STRICT, days(7), 50, False),
        (STRICT, days(7) - MOMENT, 0, False),
        (flexible(days(3)), days(3), 100, True),
        (flexible(days(3)), days(3) - MOMENT, 0, False),
    ],
)
def test_what_is_given_back_depends_on_the_notice(policy, left, percent, in_time):
    settlement = cancelled(policy, left)

    assert (settlement.percent, settlement.is_in_time) == (percent, in_time)


@pytest.mark.parametrize(
    ("booked_before", "left", "percent"),
    [
        (timedelta(minutes=15), hours(24) + MOMENT, 100),
        (timedelta(minutes=15) + MOMENT, hours(24) + MOMENT, 0),
        (timedelta(minutes=1), hours(24), 0),
    ],
)
def test_a_change_of_mind_within_a_quarter_of_an_hour_costs_nothing(booked_before, left, percent):
    settlement = cancelled(STRICT, left, booked_at=NOON - booked_before)

    assert settlement.percent == percent


@pytest.mark.parametrize("policy", [FLEXIBLE, MODERATE, STRICT])
@pytest.mark.parametrize("left", [days(30), hours(1)])
def test_a_pro_am_who_cancels_gives_everything_back_and_it_counts(policy, left):
    settlement = cancelled(policy, left, by=Side.PROVIDER)

    assert (settlement.percent, settlement.is_in_time) == (100, False)


@pytest.mark.parametrize("policy", [FLEXIBLE, MODERATE, STRICT])
def test_the_page_names_the_last_free_moment(policy):
    start = NOON + days(40)
    last = free_until(policy, start)

    assert settle(policy, Side.HOST, booked_at=LONG_AGO, start=start, now=last).is_in_time
    late = last + MOMENT
    assert not settle(policy, Side.HOST, booked_at=LONG_AGO, start=start, now=late).is_in_time


@pytest.mark.parametrize("policy", [FLEXIBLE, MODERATE, STRICT, flexible(hours(36))])
def test_a_booking_keeps_the_policy_it_was_made_under(policy):
    assert policy_from(policy.snapshot()) == policy


def test_the_first_bookings_are_still_understood():
    assert policy_from({"kind": "flexible", "free_until_hours": 24}) == FLEXIBLE


def tiers(*pairs):
    return [Tier(hours(notice), percent) for notice, percent in pairs]


@pytest.mark.parametrize(
    "good",
    [
        tiers((24, 100)),
        tiers((0, 100)),
        tiers((120, 100), (24, 50)),
        tiers((240, 80), (120, 80), (24, 0)),
    ],
)
def test_an_operator_writes_tiers_from_early_to_late(good):
    check_tiers(good)


@pytest.mark.parametrize(
    "odd",
    [
        [],
        tiers((24, 101)),
        tiers((24, -1)),
        tiers((24, 50), (48, 20)),
        tiers((24, 50), (24, 20)),
        tiers((48, 50), (24, 60)),
        tiers((-1, 50)),
    ],
)
def test_tiers_that_make_no_sense_are_refused(odd):
    with pytest.raises(TiersOutOfOrder):
        check_tiers(odd)


notices = st.lists(st.integers(0, 60 * 24 * 60), min_size=1, max_size=5, unique=True)


@given(notices, st.data(), st.timedeltas(timedelta(), timedelta(days=90)), st.data())
def test_who_cancels_later_never_gets_more(minutes, drawn, left, more):
    percents = drawn.draw(
        st.lists(st.integers(0, 100), min_size=len(minutes), max_size=len(minutes))
    )
    pairs = zip(sorted(minutes, reverse=True), sorted(percents, reverse=True), strict=True)
    policy = Policy(
        PolicyKind.OWN, tuple(Tier(timedelta(minutes=notice), share) for notice, share in pairs)
    )
    check_tiers(policy.tiers)
    later = more.draw(st.timedeltas(timedelta(), left))

    assert cancelled(policy, later).percent <= cancelled(policy, left).percent
