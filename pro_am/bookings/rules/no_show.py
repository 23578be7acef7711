"""When somebody did not come: who may say so, until when, and until when the other may differ.

It is a claim, not a verdict. Uncontested it stands and counts in reliability; it never touches the
stars.
"""

from datetime import datetime, timedelta

from pro_am.bookings.rules.disputes import Outcome
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

CLAIM_FROM = timedelta(minutes=15)  # after the start: people are late
CLAIM_UNTIL = timedelta(hours=48)
CONTEST_WITHIN = timedelta(hours=48)

MISSED_BY = {
    Side.HOST: BookingState.NO_SHOW_HOST,
    Side.PROVIDER: BookingState.NO_SHOW_PROVIDER,
}
# The same as states and as outcomes of a dispute: one of the two was not there.
MISSED = {*MISSED_BY.values(), Outcome.NO_SHOW_HOST, Outcome.NO_SHOW_PROVIDER}


class TooEarlyToSay(Refusal):
    message = mark("Please wait a quarter of an hour after the start: people are late sometimes.")


class TooLateToSay(Refusal):
    message = mark("This can be said until two days after the start.")


class TooLateToContest(Refusal):
    message = mark("The two days in which you could answer are over.")


def check_claim(start: datetime, now: datetime) -> None:
    """From a quarter of an hour after the start, for two days."""
    if now < start + CLAIM_FROM:
        raise TooEarlyToSay
    if now >= start + CLAIM_UNTIL:
        raise TooLateToSay


def check_contest(claimed_at: datetime, now: datetime) -> None:
    if now >= contest_until(claimed_at):
        raise TooLateToContest


def contest_until(claimed_at: datetime) -> datetime:
    return claimed_at + CONTEST_WITHIN
