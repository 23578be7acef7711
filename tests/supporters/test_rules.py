"""Who may be asked, the life of a friend who follows, and when which week is told."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.time_zones import to_local, zone
from pro_am.supporters.rules import asking, cheering, life, rhythm, sight
from pro_am.supporters.rules.asking import AskingFacts, Before
from pro_am.supporters.rules.life import Act, SupporterState
from pro_am.supporters.rules.rhythm import Rhythm

NOW = datetime(2030, 1, 7, 12)
DAY = timedelta(days=1)
MONDAY = date(2030, 1, 7)
ENDINGS = {Act.DECLINE, Act.LEAVE, Act.REMOVE, Act.LAPSE}
ZONES = ("Europe/Paris", "America/New_York", "Pacific/Apia", "Asia/Kolkata", "Australia/Lord_Howe")


def facts(**changed):
    plain = {
        "is_own_address": False,
        "asks_nobody": False,
        "before": None,
        "open_count": 0,
        "asked_lately": 0,
    }
    return AskingFacts(**{**plain, **changed})


def before(state, *, days=31):
    return Before("Dee", state, NOW - days * DAY)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"is_own_address": True}, asking.OwnAddress),
        ({"asks_nobody": True}, asking.AsksNobody),
        ({"before": before(SupporterState.DECLINED, days=400)}, asking.SaidNo),
        ({"before": before(SupporterState.LAPSED, days=29)}, asking.AskedLately),
        ({"before": before(SupporterState.REMOVED, days=0)}, asking.AskedLately),
        ({"open_count": 50}, asking.TooManySupporters),
        ({"asked_lately": 10}, asking.TooManyAsks),
    ],
)
def test_who_may_not_be_asked(changed, refusal):
    with pytest.raises(refusal):
        asking.check_asking(facts(**changed), NOW)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"before": before(SupporterState.LEFT)},
        {"before": before(SupporterState.LAPSED)},
        {"open_count": 49, "asked_lately": 9},
    ],
)
def test_who_may_be_asked(changed):
    asking.check_asking(facts(**changed), NOW)


@pytest.mark.parametrize("state", SupporterState)
@pytest.mark.parametrize("act", Act)
def test_only_a_friend_says_yes_and_nobody_follows_unasked(state, act):
    try:
        result = life.after(state, act)
    except life.NotPossibleNow:
        assert not life.can(state, act)
        return
    assert (result is SupporterState.FOLLOWING) == (act is Act.ACCEPT)
    assert (act in ENDINGS) == (result not in life.OPEN)
    assert state in life.OPEN or act is Act.ASK


def test_no_is_for_good():
    assert not any(life.can(SupporterState.DECLINED, act) for act in Act)


@pytest.mark.parametrize(
    ("days", "reminded", "needs", "is_over"),
    [
        (4, False, False, False),
        (5, False, True, False),
        (6, True, False, False),
        (29, False, True, False),
        (30, False, False, True),
    ],
)
def test_one_reminder_after_five_days_and_the_end_after_thirty(days, reminded, needs, is_over):
    asked_at = NOW - days * DAY
    reminded_at = asked_at + 5 * DAY if reminded else None

    assert life.needs_reminder(asked_at, reminded_at, NOW) == needs
    assert life.is_over(asked_at, NOW) == is_over


def test_fields_are_those_we_know_once_each():
    assert sight.in_order(["words", "notes", "adherence", "words"]) == ["adherence", "words"]


@pytest.mark.parametrize(
    "words",
    ["Ring 06 12 34 56 78", "dee@example.com", "see https://example.org", "www.example.org"],
)
def test_a_cheer_carries_no_contacts(words):
    with pytest.raises(Refusal):
        cheering.check(words)


@pytest.mark.parametrize("words", ["", "Bravo !", "10 km, wow", "On est fiers de toi ❤"])
def test_a_cheer_is_words(words):
    cheering.check(words)


@pytest.mark.parametrize(
    ("weekday", "hour", "monday", "told"),
    [
        (6, (18, 0), MONDAY, datetime(2030, 1, 13, 17)),
        (0, (8, 0), MONDAY, datetime(2030, 1, 14, 7)),
        (5, (8, 0), MONDAY, datetime(2030, 1, 19, 7)),
        # Clocks in Paris go from 2 to 3 on 31 March 2030: half past two is told at half past three.
        (6, (2, 30), date(2030, 3, 25), datetime(2030, 3, 31, 1, 30)),
        (6, (3, 0), date(2030, 3, 25), datetime(2030, 3, 31, 1)),
        # And from 3 to 2 on 27 October: of two times half past two, the first.
        (6, (2, 30), date(2030, 10, 21), datetime(2030, 10, 27, 0, 30)),
        (6, (18, 0), date(2030, 10, 21), datetime(2030, 10, 27, 17)),
    ],
)
def test_when_a_week_is_told(weekday, hour, monday, told):
    chosen = Rhythm(weekday, hour[0] * 60 + hour[1], "Europe/Paris")

    assert rhythm.due_at(chosen, monday) == told


rhythms = st.builds(
    Rhythm, st.integers(0, 6), st.integers(0, rhythm.LAST_MINUTE), st.sampled_from(ZONES)
)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2031, 1, 1))


@settings(max_examples=100)
@given(rhythms, moments)
def test_at_any_moment_one_week_is_the_newest_that_is_due(chosen, now):
    monday = rhythm.newest_due(chosen, now)

    assert monday.weekday() == 0
    assert rhythm.due_at(chosen, monday) <= now < rhythm.due_at(chosen, monday + timedelta(7))
    assert rhythm.next_due(chosen, now) == monday + timedelta(7)


@settings(max_examples=100)
@given(rhythms, moments)
def test_a_week_is_told_when_its_last_day_has_come_on_the_local_clock(chosen, now):
    monday = rhythm.newest_due(chosen, now)
    local = to_local(rhythm.due_at(chosen, monday), zone(chosen.time_zone))

    assert local.date() >= monday + timedelta(6)
    asked = datetime.combine(local.date(), time(chosen.minute // 60, chosen.minute % 60))
    assert timedelta() <= local - asked <= timedelta(hours=1)
    assert local.weekday() == chosen.weekday
