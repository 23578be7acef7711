"""Disputes: the two differ about what took place, and a moderator hears both."""

import enum
from datetime import datetime, timedelta

from pro_am.bookings.rules.life import COMPLETES_AFTER
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

OPEN_FROM = timedelta(minutes=15)  # after the start, as for somebody who did not come
MOST_PICTURES = 4
LONGEST = 4000
READING = mark("read a dispute")  # as the log has it
READ_AGAIN_AFTER = timedelta(hours=1)
LEFT_OVER_AFTER = timedelta(days=1)


class Outcome(enum.StrEnum):
    """What a moderator decides."""

    AS_PLANNED = "as_planned"
    NO_SHOW_HOST = "no_show_host"
    NO_SHOW_PROVIDER = "no_show_provider"
    NOBODYS_FAULT = "nobodys_fault"


OUTCOMES = {
    Outcome.AS_PLANNED: mark("It took place as planned"),
    Outcome.NO_SHOW_HOST: mark("The host was not there"),
    Outcome.NO_SHOW_PROVIDER: mark("The pro-am was not there"),
    Outcome.NOBODYS_FAULT: mark("It did not take place, by nobody’s fault"),
}


class TooEarlyToDiffer(Refusal):
    message = mark("The booking has only just begun. Talk to each other first.")


class TooLateToDiffer(Refusal):
    message = mark("This can be brought to the moderators until two days after the end.")


class AlreadySaid(Refusal):
    message = mark("You have told your side already; the moderators read it.")


class AlreadyDecided(Refusal):
    message = mark("The moderators have decided already.")


class SayWhatHappened(Refusal):
    message = mark("Please say what happened, in your own words.")
    field = "text"


class TooManyPictures(Refusal):
    message = mark("At most four pictures. Choose those that show most.")
    field = "pictures"


class ReasonNeeded(Refusal):
    message = mark("Both people read your reason: please write it in both languages.")
    field = "words_fr"


class OwnBooking(Refusal):
    message = mark("Nobody decides about their own booking.")


def check_open(start: datetime, end: datetime, now: datetime) -> None:
    """From a quarter of an hour after the start until it would count as done."""
    if now < start + OPEN_FROM:
        raise TooEarlyToDiffer
    if now >= end + COMPLETES_AFTER:
        raise TooLateToDiffer


def check_statement(text: str, *, pictures: int, has_spoken: bool, is_decided: bool) -> None:
    """Each side tells its story once, with at most four pictures, before it is decided."""
    if is_decided:
        raise AlreadyDecided
    if has_spoken:
        raise AlreadySaid
    if not text.strip():
        raise SayWhatHappened
    if pictures > MOST_PICTURES:
        raise TooManyPictures


def check_decision(*, moderator_id: int, parties: tuple[int, int], words: tuple[str, str]) -> None:
    if moderator_id in parties:
        raise OwnBooking
    if not all(word.strip() for word in words):
        raise ReasonNeeded
