"""From being asked to following, and every way to end it."""

import enum
from collections.abc import Mapping
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

REMINDED_AFTER = timedelta(days=5)
LAPSES_AFTER = timedelta(days=30)


class SupporterState(enum.StrEnum):
    ASKED = "asked"
    FOLLOWING = "following"
    DECLINED = "declined"  # by the friend, who is never asked by this client again
    LEFT = "left"  # by the friend
    REMOVED = "removed"  # by the client
    LAPSED = "lapsed"  # nobody answered


class Act(enum.StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    LEAVE = "leave"
    REMOVE = "remove"
    LAPSE = "lapse"
    ASK = "ask again"


STATES = {
    SupporterState.ASKED: mark("has not answered yet"),
    SupporterState.FOLLOWING: mark("follows you"),
    SupporterState.DECLINED: mark("would rather not"),
    SupporterState.LEFT: mark("follows no more"),
    SupporterState.REMOVED: mark("removed by you"),
    SupporterState.LAPSED: mark("the question is over"),
}
TABLE: Mapping[tuple[SupporterState, Act], SupporterState] = {
    (SupporterState.ASKED, Act.ACCEPT): SupporterState.FOLLOWING,
    (SupporterState.ASKED, Act.DECLINE): SupporterState.DECLINED,
    (SupporterState.ASKED, Act.REMOVE): SupporterState.REMOVED,
    (SupporterState.ASKED, Act.LAPSE): SupporterState.LAPSED,
    (SupporterState.FOLLOWING, Act.LEAVE): SupporterState.LEFT,
    (SupporterState.FOLLOWING, Act.REMOVE): SupporterState.REMOVED,
    (SupporterState.LEFT, Act.ASK): SupporterState.ASKED,
    (SupporterState.REMOVED, Act.ASK): SupporterState.ASKED,
    (SupporterState.LAPSED, Act.ASK): SupporterState.ASKED,
}
OPEN = frozenset({SupporterState.ASKED, SupporterState.FOLLOWING})


class NotPossibleNow(Refusal):
    message = mark("This is not possible any more: something has changed meanwhile.")


def after(state: SupporterState, act: Act) -> SupporterState:
    """The state that an act leads to; raises NotPossibleNow."""
    try:
        return TABLE[state, act]
    except KeyError:
        raise NotPossibleNow from None


def can(state: SupporterState, act: Act) -> bool:
    return (state, act) in TABLE


def needs_reminder(asked_at: datetime, reminded_at: datetime | None, now: datetime) -> bool:
    """Once, and not when the answer would come too late anyway."""
    return reminded_at is None and asked_at + REMINDED_AFTER <= now < asked_at + LAPSES_AFTER


def is_over(asked_at: datetime, now: datetime) -> bool:
    return now >= asked_at + LAPSES_AFTER
