from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from pro_am.standing.rules import constants as c
from pro_am.standing.rules.levels import Level, LevelFacts
from pro_am.standing.rules.unlocks import (
    LEVELS,
    RIGHTS,
    UNLOCKED_AT,
    HeldLevel,
    Lack,
    OneOfferForNow,
    Right,
    check_open_offers,
    is_unlocked,
    level_at,
    missing_for_next,
    moved,
)

START = datetime(2030, 1, 7, 12, 0)
GRACE = timedelta(days=c.LEVEL_GRACE_DAYS)


def test_every_level_and_right_has_its_words():
    assert set(LEVELS) == set(Level)
    assert set(RIGHTS) == set(UNLOCKED_AT) == set(Right)


@pytest.mark.parametrize("right", Right)
def test_a_right_once_unlocked_stays_on_higher_levels(right):
    first = UNLOCKED_AT[right]

    assert [is_unlocked(right, level) for level in Level] == [level >= first for level in Level]


@pytest.mark.parametrize(
    ("level", "others_open", "refused"),
    [
        (Level.REACHABLE, 0, False),
        (Level.REACHABLE, 1, True),
        (Level.NEW, 1, True),
        (Level.KNOWN, 5, False),
        (Level.STEWARD, 5, False),
    ],
)
def test_who_is_not_known_yet_has_one_open_offer(level, others_open, refused):
    if refused:
        with pytest.raises(OneOfferForNow):
            check_open_offers(level, others_open)
    else:
        check_open_offers(level, others_open)


def test_a_level_rises_at_once_and_fades_after_its_days_of_grace():
    held = moved(None, Level.KNOWN, START)
    assert held == HeldLevel(Level.KNOWN, Level.KNOWN, START)

    later = START + timedelta(days=5)
    fading = moved(held, Level.REACHABLE, later)
    assert (fading.level, fading.below_since) == (Level.KNOWN, later)
    assert moved(fading, Level.REACHABLE, later + GRACE / 2) == fading
    back = moved(fading, Level.KNOWN, later + GRACE / 2)
    assert back == held, "as if nothing had been"
    assert moved(fading, Level.REACHABLE, later + GRACE).level is Level.REACHABLE
    assert moved(fading, Level.TRUSTED, later).since == later


@pytest.mark.parametrize(
    ("held", "confirmed", "steward", "days", "level"),
    [
        (None, False, False, 0, Level.NEW),
        (None, True, False, 0, Level.REACHABLE),
        (None, True, True, 0, Level.STEWARD),
        ((Level.KNOWN, Level.KNOWN), True, False, 0, Level.KNOWN),
        ((Level.KNOWN, Level.NEW), True, False, 13, Level.KNOWN),
        ((Level.KNOWN, Level.NEW), True, False, 14, Level.REACHABLE),
        ((Level.STEWARD, Level.STEWARD), True, False, 0, Level.REACHABLE),
        ((Level.KNOWN, Level.KNOWN), False, False, 0, Level.NEW),
    ],
)
def test_the_level_in_force_needs_no_run(held, confirmed, steward, days, level):
    known = held and HeldLevel(*held, since=START, below_since=START)

    found = level_at(
        known,
        START + timedelta(days=days),
        confirmed_contact=confirmed,
        is_steward=steward,
    )

    assert found is level


def test_what_is_missing_is_what_the_next_level_asks():
    facts = LevelFacts(confirmed_contact=True, standing=0.01, settled_bookings=2, member_days=30)

    assert [each.lack for each in missing_for_next(LevelFacts())] == [Lack.CONTACT]
    assert [each.lack for each in missing_for_next(facts)] == [Lack.STANDING, Lack.BOOKINGS]
    known = replace(facts, standing=0.2, settled_bookings=3)
    assert [each.lack for each in missing_for_next(known)] == [
        Lack.EVIDENCE,
        Lack.INTERVAL,
        Lack.TIME,
    ]
    assert missing_for_next(replace(facts, is_steward=True)) == []
