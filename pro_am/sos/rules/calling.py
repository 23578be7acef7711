"""When an SOS may be sent, when nobody has answered, and how long its letters can be answered."""

import enum
from collections.abc import Iterable
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.sos.rules.words import AnswerKind

HOUR = timedelta(hours=1)
FREELY_AN_HOUR = 3  # from the next one on we ask first
ALONE_AFTER = timedelta(minutes=10)
ANSWERED_WITHIN = timedelta(days=7)
MOST_WORDS_EACH = 10  # answers in their own words, of one friend
KEPT = timedelta(days=90)


class SureAgain(Refusal):
    """Not a no: one more press sends it."""

    message = mark("Your friends have heard from you three times within an hour. Call them again?")


class NobodyToTell(Refusal):
    message = mark("Nobody would get it yet: no friend follows you whom our letters reach.")


class NothingSaid(Refusal):
    message = mark("Choose some words, or write your own.")
    field = "words"


class SosIsOver(Refusal):
    message = mark("It is over already. Thank you for thinking of it.")


class ManyWords(Refusal):
    message = mark("You have written a lot already. Perhaps a call is better now?")


class Delivery(enum.StrEnum):
    """What is known of a letter to one friend."""

    WAITING = "waiting"
    SENT = "sent"
    UNSURE = "unsure"
    NOT_ARRIVED = "not_arrived"
    ANSWERED = "answered"


DELIVERIES = {
    Delivery.WAITING: mark("on its way"),
    Delivery.SENT: mark("sent"),
    Delivery.UNSURE: mark("perhaps arrived"),
    Delivery.NOT_ARRIVED: mark("does not arrive"),
    Delivery.ANSWERED: mark("has answered"),
}
_OF_LETTERS = {
    "waiting": Delivery.WAITING,
    "sending": Delivery.WAITING,
    "sent": Delivery.SENT,
    "unknown": Delivery.UNSURE,
}


def check_calling(
    earlier: Iterable[datetime], now: datetime, *, friends: int, is_sure: bool
) -> None:
    """`earlier` are the moments of this client's latest ones."""
    if not friends:
        raise NobodyToTell
    if not is_sure and sum(now - each < HOUR for each in earlier) >= FREELY_AN_HOUR:
        raise SureAgain


def check_answering(kind: AnswerKind, *, is_over: bool, written: int) -> None:
    """`written`: how often this friend has answered in words of their own."""
    if is_over:
        raise SosIsOver
    if kind is AnswerKind.WORDS and written >= MOST_WORDS_EACH:
        raise ManyWords


def is_alone(*, called_at: datetime, answers: int, is_over: bool, now: datetime) -> bool:
    """Whether it is time to offer calling somebody: nobody has answered for ten minutes."""
    return not is_over and not answers and now - called_at >= ALONE_AFTER


def delivery_of(letter_state: str | None, *, has_answered: bool) -> Delivery:
    """Without a letter (we forget them after 90 days) it was sent, as far as anybody knows."""
    if has_answered:
        return Delivery.ANSWERED
    if letter_state is None:
        return Delivery.SENT
    return _OF_LETTERS.get(letter_state, Delivery.NOT_ARRIVED)
