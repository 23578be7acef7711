"""Another time for a booking: who may move it, and what becomes of a proposal."""

import enum
from datetime import datetime, timedelta

from pro_am.bookings.rules.life import STATES, BookingState, Side
from pro_am.bookings.rules.moves import NotPossibleNow
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class Deed(enum.StrEnum):
    """A step in a booking's story that leaves its state as it is."""

    MOVED = "moved"
    PROPOSED = "proposed"  # another time
    REFUSED = "refused"
    TOOK_BACK = "took_back"
    WILL_COME = "will_come"


class ProposalState(enum.StrEnum):
    """Of another time that a pro-am proposes for what is agreed."""

    OPEN = "open"
    AGREED = "agreed"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"  # by whoever proposed it, or because the booking ended
    LAPSED = "lapsed"  # not answered in time: the old time stays


class SameTime(Refusal):
    message = mark("This is the time you have already. Choose another one.")
    field = "start"


class TooLateToMove(Refusal):
    message = mark("It begins too soon to be moved. Write to each other, or cancel.")


class ProposalOver(Refusal):
    message = mark("This proposal no longer stands. The booking is where it was.")


class ProposalOpen(Refusal):
    message = mark("Another time is proposed already: it waits for an answer.")


def may_be_moved(state: BookingState, side: Side, awaits: Side = Side.PROVIDER) -> bool:
    """Either side may move what is agreed; a request, its host while the pro-am is to answer."""
    if state is BookingState.REQUESTED:
        return side is Side.HOST and awaits is Side.PROVIDER
    return state is BookingState.CONFIRMED


def needs_agreement(state: BookingState, side: Side) -> bool:
    """A pro-am proposes; a host chooses among the times that are free for everybody."""
    return state is BookingState.CONFIRMED and side is Side.PROVIDER


def check_move(
    state: BookingState, side: Side, awaits: Side, *, old: datetime, new: datetime, now: datetime
) -> None:
    if not may_be_moved(state, side, awaits):
        raise NotPossibleNow(state=STATES[state])
    if old <= now:
        raise TooLateToMove
    if new == old:
        raise SameTime


def check_notice(*, start: datetime, now: datetime, notice_minutes: int | None) -> None:
    """Whether the pro-am lets a host move so shortly before; None: until it begins."""
    if start - now < timedelta(minutes=notice_minutes or 0):
        raise TooLateToMove


def proposal_state_at(
    stored: ProposalState, *, answer_by: datetime, now: datetime
) -> ProposalState:
    """What a proposal is now: it needs no worker to lapse."""
    if stored is ProposalState.OPEN and now >= answer_by:
        return ProposalState.LAPSED
    return stored
