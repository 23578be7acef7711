"""Pure: what the operator's desk says without saying too much, and how it counts."""

import enum
import re
from dataclasses import dataclass

from pro_am.foundation.words import mark
from pro_am.reviews.rules.cases import CaseOutcome

LETTER_STATES = {
    "failed": mark("failed"),
    "unknown": mark("lost on the way"),
    "waiting": mark("waiting"),
    "sending": mark("being sent"),
    "sent": mark("sent"),
    "undeliverable": mark("to mailboxes that take none"),
    "unwanted": mark("no longer wanted"),
    "dropped": mark("dropped"),
}

ROLE_NAMES = {
    "steward": mark("steward"),
    "moderator": mark("moderator"),
    "admin": mark("administrator"),
}

_ADDRESS = re.compile(r"([^\s@<>'\"(]{1,64})@([^\s@<>'\")]{1,255})")


def masked(text: str) -> str:
    """`l…@example.org`: who it is can be guessed by those who know, and is not written out."""
    return _ADDRESS.sub(lambda found: f"{found[1][:1]}…@{found[2]}", text)


def last_line(error: str | None) -> str:
    """The line of an error that says what it was, without the addresses in it."""
    lines = (error or "").strip().splitlines()
    return masked(lines[-1])[:300] if lines else ""


@dataclass(frozen=True)
class Size:
    """Bytes, as people count them."""

    number: float
    unit: str


def size_of(count: float) -> Size:
    for unit in (mark("kB"), mark("MB"), mark("GB")):
        count /= 1000
        if count < 1000:
            return Size(count, unit)
    return Size(count / 1000, mark("TB"))


class AlarmAct(enum.StrEnum):
    """What may be done about an alarm."""

    HARMLESS = "harmless"
    VOID = "void"
    PAUSE = "pause"


ALARM_ACTS = {
    AlarmAct.HARMLESS: mark("Looked at, and harmless"),
    AlarmAct.VOID: mark("Reviews do not count any more"),
    AlarmAct.PAUSE: mark("Offers are paused"),
}
# By their kinds, as trust raises them.
ALARMS = {
    "burst": mark("Far more reviews in a week than usual"),
    "clique": mark("A circle of people who all praise each other"),
    "newcomers": mark("Several newcomers contradict everybody else"),
    "price_jump": mark("A price jumped while people have booked"),
}

CASE_OUTCOMES = {
    CaseOutcome.UPHELD: mark("Whoever objects is right"),
    CaseOutcome.DISMISSED: mark("The objection does not hold"),
    CaseOutcome.AGREED: mark("Both say the same"),
    CaseOutcome.TAKEN_BACK: mark("The objection was taken back"),
}
