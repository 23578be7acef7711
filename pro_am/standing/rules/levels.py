"""What a member may do, as a level that is earned and can be lost; none is sold."""

import enum
from dataclasses import dataclass

from pro_am.standing.rules import constants as c


class Level(enum.IntEnum):
    NEW = 0
    REACHABLE = 1  # may review, and have one open offer
    KNOWN = 2  # may vouch, and witness reviews
    TRUSTED = 3  # may vouch for more people
    STEWARD = 4


@dataclass(frozen=True)
class LevelFacts:
    """What a level depends on. `K` and `low` are those of the member's better role."""

    confirmed_contact: bool = False  # a confirmed e-mail address or a payment instrument
    standing: float = 0.0
    settled_bookings: int = 0
    K: float = 0.0
    low: float = 0.0  # lower end of the interval, in [0, 1]; 0 while unproven
    member_days: float = 0.0
    is_steward: bool = False


def level_earned(facts: LevelFacts) -> Level:
    """Each level needs the one below it, but for stewards: they are appointed."""
    if facts.is_steward:
        return Level.STEWARD
    if not facts.confirmed_contact:
        return Level.NEW
    if facts.standing < c.VOUCHING_STANDING or facts.settled_bookings < c.VOUCHING_BOOKINGS:
        return Level.REACHABLE
    if (
        facts.K < c.TRUSTED_EVIDENCE
        or facts.low < c.TRUSTED_LOW
        or facts.member_days < c.TRUSTED_DAYS
    ):
        return Level.KNOWN
    return Level.TRUSTED


def level_after_grace(held: Level, earned: Level, days_below: float) -> Level:
    """The level in force: one no longer earned is kept for some days, a steward's is not."""
    if days_below >= c.LEVEL_GRACE_DAYS:
        return earned
    kept = earned if held is Level.STEWARD else held
    return max(kept, earned)
