"""How many vouches somebody has to give, and when a place is free again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.standing.rules import constants as c
from pro_am.standing.rules.levels import Level
from pro_am.standing.rules.unlocks import Right, is_unlocked
from pro_am.vouches.rules.refusals import NoPlaceLeft
from pro_am.vouches.rules.vouch import Ending

BUDGET = c.VOUCHES_OPEN
BUDGET_OF_THE_TRUSTED = c.VOUCHES_OPEN_TRUSTED
FREE_AFTER = timedelta(days=90)
NO_COST_WITHIN = timedelta(days=14)


@dataclass(frozen=True)
class Place:
    """What decides whether a vouch, standing or ended, takes one of its giver's places."""

    given_at: datetime
    withdrawn_at: datetime | None = None
    ending: Ending | None = None
    voided_at: datetime | None = None

    @property
    def free_from(self) -> datetime | None:
        """From when on it is free; None while the vouch stands.

        Who changes their mind within a fortnight loses nothing, nor who ends nothing themselves.
        """
        if self.withdrawn_at is not None:
            changed_their_mind = self.withdrawn_at < self.given_at + NO_COST_WITHIN
            if self.ending is not Ending.WITHDRAWN or changed_their_mind:
                return self.withdrawn_at
        ends = [at for at in (self.withdrawn_at, self.voided_at) if at is not None]
        return min(ends) + FREE_AFTER if ends else None

    def is_taken(self, now: datetime) -> bool:
        return self.free_from is None or now < self.free_from


def budget_of(level: Level) -> int:
    return BUDGET_OF_THE_TRUSTED if is_unlocked(Right.MORE_VOUCHES, level) else BUDGET


def places_left(places: Iterable[Place], level: Level, now: datetime) -> int:
    """None below zero: a level that is lost takes no vouch away."""
    return max(0, budget_of(level) - sum(place.is_taken(now) for place in places))


def next_place_at(places: Iterable[Place], now: datetime) -> datetime | None:
    """When the next of those that wait is free, if any waits."""
    waiting = [p.free_from for p in places if p.free_from is not None and p.free_from > now]
    return min(waiting, default=None)


def check_budget(places: Iterable[Place], level: Level, now: datetime) -> None:
    if places_left(places, level, now) == 0:
        raise NoPlaceLeft(most=budget_of(level), days=FREE_AFTER.days)
