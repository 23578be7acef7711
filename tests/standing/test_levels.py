from dataclasses import replace

import pytest

from pro_am.standing.rules.levels import Level, LevelFacts, level_after_grace, level_earned

TRUSTED = LevelFacts(
    confirmed_contact=True, standing=0.2, settled_bookings=3, K=1, low=0.6, member_days=90
)


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        (LevelFacts(), Level.NEW),
        (LevelFacts(confirmed_contact=True), Level.REACHABLE),
        (TRUSTED, Level.TRUSTED),
        (replace(TRUSTED, member_days=89.9), Level.KNOWN),
        (replace(TRUSTED, low=0.59), Level.KNOWN),
        (replace(TRUSTED, K=0.99), Level.KNOWN),
        (replace(TRUSTED, settled_bookings=2), Level.REACHABLE),
        (replace(TRUSTED, standing=0.049), Level.REACHABLE),
        (replace(TRUSTED, confirmed_contact=False), Level.NEW),
        (LevelFacts(is_steward=True), Level.STEWARD),
    ],
)
def test_each_level_needs_the_one_below_it(facts, level):
    assert level_earned(facts) is level


@pytest.mark.parametrize(
    ("held", "earned", "days_below", "level"),
    [
        (Level.TRUSTED, Level.KNOWN, 13.9, Level.TRUSTED),
        (Level.TRUSTED, Level.KNOWN, 14, Level.KNOWN),
        (Level.KNOWN, Level.TRUSTED, 0, Level.TRUSTED),
        (Level.STEWARD, Level.KNOWN, 0, Level.KNOWN),
    ],
)
def test_a_lost_level_is_kept_for_two_weeks_but_a_stewards_is_not(held, earned, days_below, level):
    assert level_after_grace(held, earned, days_below) is level
