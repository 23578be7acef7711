"""Waiting lists: whose turn it is when seats come back, and for how long."""

import enum
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

OFFERED_FOR = timedelta(minutes=15)
OFFERED_FOR_LONGER = timedelta(hours=2)
LONGER_BEFORE = timedelta(hours=48)
# An offer that lapsed goes to the next in the list and not to whoever passes by: its time stays
# held until a worker has seen to that, but no longer than this.
HANDED_ON_WITHIN = timedelta(minutes=2)


class PlaceState(enum.StrEnum):
    WAITING = "waiting"
    OFFERED = "offered"  # a seat is held for this person
    TAKEN = "taken"
    LEFT = "left"
    LAPSED = "lapsed"  # the offer was not taken in time; the next person has it
    OVER = "over"  # the time has come, and no seat


class AlreadyFree(Refusal):
    message = mark("This time is free: you can book it now.")
    field = "start"


class NothingToWaitFor(Refusal):
    message = mark("There is nothing to wait for at this time.")
    field = "start"


class TooManyLists(Refusal):
    message = mark("You are on %(most)s waiting lists already. Leave one of them first.")


class NoLongerYours(Refusal):
    message = mark("This place is no longer held for you: the time to take it is over.")


def place_state_at(
    stored: PlaceState, *, offered_until: datetime | None, over_at: datetime, now: datetime
) -> PlaceState:
    """What a place is now: neither an offer nor a waiting needs a worker to end."""
    if stored is PlaceState.OFFERED and offered_until is not None and now >= offered_until:
        return PlaceState.LAPSED
    if stored is PlaceState.WAITING and now >= over_at:
        return PlaceState.OVER
    return stored


def offered_until(now: datetime, start: datetime) -> datetime:
    """15 minutes, or 2 hours when the start is over 48 hours away; never beyond the start."""
    lasting = OFFERED_FOR_LONGER if start - now > LONGER_BEFORE else OFFERED_FOR
    return min(now + lasting, start)


def may_be_offered(now: datetime, start: datetime) -> bool:
    """A seat in something that begins in the next minutes helps nobody."""
    return start - now > OFFERED_FOR
