"""Whom a client may ask, and how often."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.supporters.rules.life import OPEN, SupporterState

MOST_SUPPORTERS = 50  # of a client, those who have not answered included
MOST_A_DAY = 10
AGAIN_AFTER = timedelta(days=30)  # one address is asked once in so many days
LONGEST_NAME = 60


class OwnAddress(Refusal):
    message = mark("This is your own address: friends follow you by theirs.")
    field = "email"


class AsksNobody(Refusal):
    message = mark("Whoever reads this address wants to be asked by nobody. We respect that.")
    field = "email"


class SaidNo(Refusal):
    message = mark("%(name)s would rather not get recaps. We do not ask a second time.")
    field = "email"


class AskedLately(Refusal):
    message = mark("%(name)s was asked a short time ago. You can ask again after 30 days.")
    field = "email"


class TooManySupporters(Refusal):
    message = mark("50 friends is the most. Remove somebody to make room.")


class TooManyAsks(Refusal):
    message = mark("You have asked 10 friends today. You can ask more tomorrow.")


@dataclass(frozen=True)
class Before:
    """The friend of that address, if this client has asked them before."""

    name: str
    state: SupporterState
    asked_at: datetime


@dataclass(frozen=True)
class AskingFacts:
    is_own_address: bool
    asks_nobody: bool  # said never to be asked again, by anybody
    before: Before | None
    open_count: int
    asked_lately: int  # within a day


def is_there(before: Before | None) -> bool:
    """The same address twice is one."""
    return before is not None and before.state in OPEN


def check_asking(facts: AskingFacts, now: datetime) -> None:
    if facts.is_own_address:
        raise OwnAddress
    if facts.asks_nobody:
        raise AsksNobody
    if facts.before and facts.before.state is SupporterState.DECLINED:
        raise SaidNo(name=facts.before.name)
    if facts.before and now < facts.before.asked_at + AGAIN_AFTER:
        raise AskedLately(name=facts.before.name)
    if facts.open_count >= MOST_SUPPORTERS:
        raise TooManySupporters
    if facts.asked_lately >= MOST_A_DAY:
        raise TooManyAsks
