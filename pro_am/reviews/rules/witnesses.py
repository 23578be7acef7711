"""Pure: who may say of a review by somebody else whether it matches what they saw."""

import enum
from dataclasses import dataclass
from datetime import timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.standing.rules.constants import VOUCHING_STANDING

MOST_A_WEEK = 10
WEEK = timedelta(days=7)
LONGEST_REASON = 1000
# The standings of those who say that a review does not match, together: from here it is a case.
CASE_STANDING = 1.0


class WitnessKind(enum.StrEnum):
    WAS_THERE = "was_there"
    SAME = "same"
    MISMATCH = "mismatch"


WITNESS_KINDS = {
    WitnessKind.WAS_THERE: mark("I was there: it was like this"),
    WitnessKind.SAME: mark("My own experience was the same"),
    WitnessKind.MISMATCH: mark("This does not match what I saw"),
}
CONFIRMING = (WitnessKind.WAS_THERE, WitnessKind.SAME)


class OwnReview(Refusal):
    message = mark("This review is by you or about you: others say whether it matches.")


class NoBookingOfYourOwn(Refusal):
    message = mark("Only members who had a booking with the same person can say this.")


class NotKnownEnough(Refusal):
    message = mark(
        "This needs members who are known here: whom a steward has met, or others vouch for."
    )


class EnoughThisWeek(Refusal):
    message = mark("You have spoken about ten reviews this week. Please go on next week.")


class AlreadySaid(Refusal):
    message = mark("You have said what you saw already. Take it back first, then say it anew.")


class ReasonNeeded(Refusal):
    message = mark("Please say what does not match: the author and our moderators read it.")
    field = "reason"


class NoLongerShown(Refusal):
    message = mark("This review is no longer shown.")


class AlreadySettled(Refusal):
    message = mark("Our moderators have looked at this review already, and decided.")


@dataclass(frozen=True)
class WitnessFacts:
    """What decides whether a member may speak about a review."""

    is_party: bool  # its author or its subject
    has_booking: bool  # of their own with the subject, and it took place
    standing: float
    in_the_week: int  # how many reviews they have spoken about
    spoke: WitnessKind | None  # what they say of this one already
    was_settled: bool  # moderators have decided whether it matches


def check_shown(*, is_shown: bool) -> None:
    if not is_shown:
        raise NoLongerShown


def is_case(disputing: float) -> bool:
    """Whether those who say that it does not match are known well enough together."""
    return disputing >= CASE_STANDING - 1e-9  # sums of fractions


def check_witness(facts: WitnessFacts, kind: WitnessKind, reason: str) -> None:
    _check_member(facts)
    if facts.spoke is not None:
        raise AlreadySaid
    if facts.in_the_week >= MOST_A_WEEK:
        raise EnoughThisWeek
    if kind is WitnessKind.MISMATCH:
        if facts.was_settled:
            raise AlreadySettled
        if not reason.strip():
            raise ReasonNeeded


def _check_member(facts: WitnessFacts) -> None:
    if facts.is_party:
        raise OwnReview
    if not facts.has_booking:
        raise NoBookingOfYourOwn
    if facts.standing < VOUCHING_STANDING:
        raise NotKnownEnough
