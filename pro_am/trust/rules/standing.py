"""Standing: how sure the community is that an account is a real, known person."""

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers, sum_by


def identity_evidence(
    *,
    is_steward: bool = False,
    seen_by_steward: bool = False,
    payment_days: float | None = None,
    from_meetings: float = 0.0,
) -> float:
    """The evidence e in [0, 1] that an account belongs to one real person.

    `payment_days` is the age of the payment instrument, None without one; `from_meetings` is of
    `evidence_from_meetings`.
    """
    if is_steward:
        return c.STEWARD_EVIDENCE
    evidence = from_meetings
    if seen_by_steward:
        evidence += c.SEEN_EVIDENCE
    if payment_days is not None and payment_days >= c.PAYMENT_MIN_DAYS:
        evidence += c.PAYMENT_EVIDENCE
    return min(1.0, evidence)


def evidence_from_meetings(one: Integers, other: Integers, yesterday: Floats) -> Floats:
    """What members gain by settled bookings with people whom the community knows.

    Each pair of distinct counterparties once, in either order; `yesterday` holds the standings as
    stored yesterday: with today's, two members could lift each other. Whoever is known lends to
    all they ever met a fixed sum together, so that one bought identity cannot make a crowd
    credible by meeting it on paper.
    """
    n = len(yesterday)
    met = np.bincount(one, minlength=n) + np.bincount(other, minlength=n)
    known = yesterday >= c.COUNTERPARTY_MIN_STANDING
    lent = np.minimum(c.COUNTERPARTY_EVIDENCE, c.COUNTERPARTY_LENT_MOST / np.maximum(met, 1))
    lent = np.where(known, lent, 0.0)
    gained = sum_by(one, lent[other], n) + sum_by(other, lent[one], n)
    return np.minimum(c.COUNTERPARTY_EVIDENCE_MOST, gained)


def standing(
    evidence: Floats, vouch_from: Integers, vouch_to: Integers, vouch_weight: Floats, n: int
) -> Floats:
    """The standing s of each of n members: s = min(1, e + vouches received).

    A voucher shares half of their own standing among the members they vouch for, as if there
    were at least five. All that a group can pass to itself is therefore half of what it has, so
    accounts that hold vouches only from each other and from k outsiders have together at most
    2 * sum(e) + 0.2 * (standing of the k outsiders), however many accounts there are.
    """
    share = shares(vouch_from, vouch_weight, n)
    current: Floats = np.minimum(1.0, evidence)
    while True:
        received = sum_by(vouch_to, current[vouch_from] * share, n)
        following: Floats = np.minimum(1.0, evidence + received)
        if np.all(np.abs(following - current) <= c.STANDING_TOLERANCE):
            return following
        current = following


def passed_on(standings: Floats, vouch_from: Integers, vouch_weight: Floats) -> Floats:
    """What each vouch brings to the standing of the one it is for."""
    return standings[vouch_from] * shares(vouch_from, vouch_weight, len(standings))


def shares(vouch_from: Integers, vouch_weight: Floats, n: int) -> Floats:
    """The share of their voucher's standing that vouches pass on."""
    given = sum_by(vouch_from, vouch_weight, n)
    return c.PASSED_ON * vouch_weight / np.maximum(c.FULL_VOUCHES, given)[vouch_from]
