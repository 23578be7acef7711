"""Standing: how sure the community is that an account is a real, known person."""

from collections.abc import Iterable

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers, sum_by


def identity_evidence(
    *,
    is_steward: bool = False,
    seen_by_steward: bool = False,
    payment_days: float | None = None,
    counterparty_standings: Iterable[float] = (),
) -> float:
    """The evidence e in [0, 1] that an account belongs to one real person.

    `payment_days` is the age of the payment instrument, None without one.
    `counterparty_standings` holds one standing for each distinct counterparty of a settled
    booking, as stored yesterday: read today's, and two members could lift each other.
    """
    if is_steward:
        return c.STEWARD_EVIDENCE
    evidence = 0.0
    if seen_by_steward:
        evidence += c.SEEN_EVIDENCE
    if payment_days is not None and payment_days >= c.PAYMENT_MIN_DAYS:
        evidence += c.PAYMENT_EVIDENCE
    known = sum(s >= c.COUNTERPARTY_MIN_STANDING for s in counterparty_standings)
    evidence += min(c.COUNTERPARTY_EVIDENCE_MOST, known * c.COUNTERPARTY_EVIDENCE)
    return min(1.0, evidence)


def standing(
    evidence: Floats, vouch_from: Integers, vouch_to: Integers, vouch_weight: Floats, n: int
) -> Floats:
    """The standing s of each of n members: s = min(1, e + vouches received).

    A voucher shares half of their own standing among the members they vouch for, as if there
    were at least five. All that a group can pass to itself is therefore half of what it has, so
    accounts that hold vouches only from each other and from k outsiders have together at most
    2 * sum(e) + 0.2 * (standing of the k outsiders), however many accounts there are.
    """
    given = sum_by(vouch_from, vouch_weight, n)
    passed_on = c.PASSED_ON * vouch_weight / np.maximum(c.FULL_VOUCHES, given)[vouch_from]
    current: Floats = np.minimum(1.0, evidence)
    while True:
        received = sum_by(vouch_to, current[vouch_from] * passed_on, n)
        following: Floats = np.minimum(1.0, evidence + received)
        if np.all(np.abs(following - current) <= c.STANDING_TOLERANCE):
            return following
        current = following
