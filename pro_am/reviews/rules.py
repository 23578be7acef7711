"""Pure: who may review what, until when, and when it is shown."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.standing.rules import ReviewedAs

WINDOW = timedelta(days=14)
REPLY_WITHIN = timedelta(days=30)
LONGEST = 2000


class Facet(enum.StrEnum):
    KEPT_WORD = "kept_word"
    SKILL = "skill"
    WELCOME = "welcome"
    CARE = "care"
    VALUE = "value"
    RESPECT = "respect"
    PUNCTUALITY = "punctuality"
    COMMUNICATION = "communication"


FACETS = {
    ReviewedAs.PROVIDER: {
        Facet.KEPT_WORD: mark("Kept what was promised"),
        Facet.SKILL: mark("Skill"),
        Facet.WELCOME: mark("Welcome"),
        Facet.CARE: mark("Hygiene and safety"),
        Facet.VALUE: mark("Value for the price"),
    },
    ReviewedAs.HOST: {
        Facet.RESPECT: mark("Respect"),
        Facet.PUNCTUALITY: mark("Punctuality"),
        Facet.COMMUNICATION: mark("Communication"),
    },
}
STARS = {
    1: mark("not good"),
    2: mark("rather disappointing"),
    3: mark("fair"),
    4: mark("good"),
    5: mark("excellent"),
}


class TooEarly(Refusal):
    message = mark("You can review each other once the booking is over.")


class WindowClosed(Refusal):
    message = mark("The fourteen days for reviews are over.")


class NeverHappened(Refusal):
    message = mark("Only bookings that took place can be reviewed.")


class AlreadyShown(Refusal):
    message = mark("This review is public now and stays as it is.")


class NotForYou(Refusal):
    message = mark("Only the person reviewed can reply, once, within 30 days.")


@dataclass(frozen=True)
class BookingFacts:
    """What decides whether a booking can be reviewed (UTC)."""

    happened: bool
    end: datetime


def check_open(booking: BookingFacts, now: datetime) -> None:
    """Raise unless the window is open: from the end of a booking that happened, for 14 days."""
    if now < booking.end:
        raise TooEarly
    if not booking.happened:
        raise NeverHappened
    if now >= booking.end + WINDOW:
        raise WindowClosed


def check_sealed(shown_from: datetime, now: datetime) -> None:
    if now >= shown_from:
        raise AlreadyShown


def shown_from(*, end: datetime, both_are_in: bool, now: datetime) -> datetime:
    """Sealed until both are in or the window closes, whichever comes first."""
    return now if both_are_in else end + WINDOW


def check_reply(*, is_subject: bool, has_reply: bool, shown_from: datetime, now: datetime) -> None:
    if not is_subject or has_reply or not shown_from <= now < shown_from + REPLY_WITHIN:
        raise NotForYou


def days_left(end: datetime, now: datetime) -> int:
    """Whole days in which a review is still possible, the present one included."""
    return max(0, -((now - end - WINDOW) // timedelta(days=1)))
