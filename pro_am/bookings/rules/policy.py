"""Cancellation policies: how much of the price a host gets back, by how early they cancel.

A policy is copied into each booking when it is made. While everything is paid in person only the
flexible one is offered, and no percentage is shown: cancelling is free until the notice of its
first tier; later it is still possible, and counted.
"""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from pro_am.bookings.rules.life import Side
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

GRACE = timedelta(minutes=15)
GRACE_UNLESS_WITHIN = timedelta(hours=24)
MOST_TIERS = 5
_MINUTE = timedelta(minutes=1)


class PolicyKind(enum.StrEnum):
    FLEXIBLE = "flexible"
    MODERATE = "moderate"
    STRICT = "strict"
    OWN = "own"  # the operator's


class TiersOutOfOrder(Refusal):
    message = mark(
        "Begin with the longest notice. Each further line has a shorter one, and gives back the"
        " same or less: from everything down to nothing."
    )
    field = "tiers"


@dataclass(frozen=True)
class Tier:
    """Cancelled at least so long before the start, so much of the price is given back."""

    notice: timedelta
    percent: int


@dataclass(frozen=True)
class Policy:
    """Tiers from the longest notice to the shortest; after the last nothing is given back."""

    kind: PolicyKind
    tiers: tuple[Tier, ...]

    def snapshot(self) -> dict[str, Any]:
        """Notices in minutes, as JSON keeps them."""
        return {
            "kind": self.kind.value,
            "tiers": [[tier.notice // _MINUTE, tier.percent] for tier in self.tiers],
        }


@dataclass(frozen=True)
class Settlement:
    """What a cancellation means: the share that is given back, and whether it was in time."""

    percent: int
    is_in_time: bool


def _policy(kind: PolicyKind, *tiers: tuple[timedelta, int]) -> Policy:
    return Policy(kind, tuple(Tier(notice, percent) for notice, percent in tiers))


FLEXIBLE = _policy(PolicyKind.FLEXIBLE, (timedelta(hours=24), 100))
MODERATE = _policy(PolicyKind.MODERATE, (timedelta(days=5), 100), (timedelta(hours=24), 50))
STRICT = _policy(PolicyKind.STRICT, (timedelta(days=15), 100), (timedelta(days=7), 50))
POLICIES = {policy.kind: policy for policy in (FLEXIBLE, MODERATE, STRICT)}


def flexible(notice: timedelta) -> Policy:
    """The flexible policy of an offer that says itself until when cancelling is free."""
    return Policy(PolicyKind.FLEXIBLE, (Tier(notice, 100),))


def policy_from(snapshot: dict[str, Any]) -> Policy:
    """A policy as it was copied into a booking, in its present or its first form."""
    kind = PolicyKind(snapshot["kind"])
    if "free_until_hours" in snapshot:
        return Policy(kind, (Tier(timedelta(hours=snapshot["free_until_hours"]), 100),))
    return Policy(kind, tiers_from(snapshot["tiers"]))


def tiers_from(pairs: Sequence[Sequence[int]]) -> tuple[Tier, ...]:
    """Tiers from pairs of minutes and percent."""
    return tuple(Tier(minutes * _MINUTE, percent) for minutes, percent in pairs)


def check_tiers(tiers: Sequence[Tier]) -> None:
    """Notices strictly decrease; percents are from 0 to 100 and never grow as notice shrinks."""
    percents = [100, *(tier.percent for tier in tiers), 0]
    falls = all(before >= after for before, after in pairwise(percents))
    notices = [tier.notice for tier in tiers]
    shortens = all(before > after for before, after in pairwise(notices))
    if not tiers or not falls or not shortens or notices[-1] < timedelta():
        raise TiersOutOfOrder


def settle(
    policy: Policy, by: Side, *, booked_at: datetime, start: datetime, now: datetime
) -> Settlement:
    """What a cancellation now, by one side, means.

    A pro-am who cancels gives everything back, and it counts for them at any time. A host has
    fifteen minutes after booking to think again, unless the start is within a day.
    """
    if by is Side.PROVIDER:
        return Settlement(100, is_in_time=False)
    left = start - now
    if now - booked_at <= GRACE and left > GRACE_UNLESS_WITHIN:
        return Settlement(100, is_in_time=True)
    reached = [tier for tier in policy.tiers if left >= tier.notice]
    if not reached:
        return Settlement(0, is_in_time=False)
    return Settlement(reached[0].percent, is_in_time=reached[0] == policy.tiers[0])


def free_until(policy: Policy, start: datetime) -> datetime:
    """The last moment of the first tier."""
    return start - policy.tiers[0].notice
