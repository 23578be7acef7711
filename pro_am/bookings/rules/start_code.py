"""The start code: six digits that the host shows and the pro-am types when they meet."""

import hmac
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

DIGITS = 6
MOST_TRIES = 5
TYPED_FROM = timedelta(hours=1)  # before the start, for those who are early


class TooEarlyToBegin(Refusal):
    message = mark("The code is typed when you meet: from an hour before the start.")
    field = "code"


class WrongCode(Refusal):
    message = mark("This is not the code. Ask your host to read it out once more.")
    field = "code"


class NoTriesLeft(Refusal):
    message = mark("That was the last try. No harm done: the booking begins without the code.")
    field = "code"


def is_open(code: str, tries: int) -> bool:
    """Whether a booking waits for its code; without one, or tried too often, time begins it."""
    return bool(code) and tries < MOST_TRIES


def is_right(typed: str, code: str) -> bool:
    """Compared in constant time; spaces between the digits are no mistake."""
    return hmac.compare_digest("".join(typed.split()).encode(), code.encode())


def check_early(start: datetime, now: datetime) -> None:
    if now < start - TYPED_FROM:
        raise TooEarlyToBegin
