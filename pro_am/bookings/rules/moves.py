"""Who may move a booking where: one table, asked both by what is done and by what is shown."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.bookings.rules import disputes, no_show, start_code
from pro_am.bookings.rules.life import STATES, BookingState, Side, Times
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

MOST_ROUNDS = 5  # counter-proposals, of both together


class Act(enum.StrEnum):
    CONFIRM = "confirm"
    DECLINE = "decline"
    PROPOSE = "propose"  # another time, instead of yes or no
    WITHDRAW = "withdraw"
    CANCEL = "cancel"
    BEGIN = "begin"  # with the start code
    COMPLETE = "complete"
    SAY_NO_SHOW = "say_no_show"
    CONTEST = "contest"
    DISPUTE = "dispute"


class NotPossibleNow(Refusal):
    message = mark("This is no longer possible: the booking is %(state)s.")


class NotYourTurn(NotPossibleNow):
    message = mark("It is the other person’s turn to answer.")


class NotOverYet(Refusal):
    message = mark("The booking is not over yet.")


class HasBegun(NotPossibleNow):
    message = mark("The booking has begun: it can no longer be cancelled.")


class TooLateToCancel(NotPossibleNow):
    message = mark(
        "So shortly before the start this can no longer be cancelled here. Write to the other"
        " person: together you find a way."
    )


class ChangedMeanwhile(Refusal):
    message = mark(
        "This booking has changed since you opened the page. Look at it again, then choose."
    )


class EnoughRounds(Refusal):
    message = mark(
        "You have proposed times to each other five times. Please accept or decline, or agree in"
        " the messages first."
    )


class NoCodeNeeded(Refusal):
    message = mark("This booking begins without a code.")


@dataclass(frozen=True)
class Facts:
    """What decides about a move, at one moment."""

    state: BookingState  # as it is now, not as it is stored
    times: Times
    now: datetime
    awaits: Side = Side.PROVIDER  # who has to answer a request
    round: int = 0  # counter-proposals so far
    claimed_at: datetime | None = None  # when somebody said that the other did not come
    cancel_notice: timedelta | None = None  # until when a host may cancel by themselves

    @property
    def is_over(self) -> bool:
        return self.now >= self.times.end


_S = BookingState
_MOVES: dict[tuple[BookingState, Act], dict[Side, BookingState]] = {
    (_S.REQUESTED, Act.CONFIRM): dict.fromkeys(Side, _S.CONFIRMED),
    (_S.REQUESTED, Act.DECLINE): dict.fromkeys(Side, _S.DECLINED),
    (_S.REQUESTED, Act.PROPOSE): dict.fromkeys(Side, _S.REQUESTED),
    (_S.REQUESTED, Act.WITHDRAW): dict.fromkeys(Side, _S.WITHDRAWN),
    (_S.CONFIRMED, Act.CANCEL): {
        Side.HOST: _S.CANCELLED_BY_HOST,
        Side.PROVIDER: _S.CANCELLED_BY_PROVIDER,
    },
    (_S.CONFIRMED, Act.BEGIN): {Side.PROVIDER: _S.IN_PROGRESS},
    (_S.IN_PROGRESS, Act.COMPLETE): dict.fromkeys(Side, _S.COMPLETED),
    (_S.IN_PROGRESS, Act.SAY_NO_SHOW): {
        Side.HOST: _S.NO_SHOW_PROVIDER,
        Side.PROVIDER: _S.NO_SHOW_HOST,
    },
    (_S.IN_PROGRESS, Act.DISPUTE): dict.fromkeys(Side, _S.DISPUTED),
    (_S.COMPLETED, Act.DISPUTE): dict.fromkeys(Side, _S.DISPUTED),
    (_S.NO_SHOW_HOST, Act.CONTEST): {Side.HOST: _S.DISPUTED},
    (_S.NO_SHOW_PROVIDER, Act.CONTEST): {Side.PROVIDER: _S.DISPUTED},
}
# With a code still open, a booking whose time has come is confirmed, and yet may go wrong.
_MOVES[_S.CONFIRMED, Act.SAY_NO_SHOW] = _MOVES[_S.IN_PROGRESS, Act.SAY_NO_SHOW]
_MOVES[_S.CONFIRMED, Act.DISPUTE] = _MOVES[_S.IN_PROGRESS, Act.DISPUTE]
_ANSWERS = {Act.CONFIRM, Act.DECLINE, Act.PROPOSE}


def next_state(facts: Facts, act: Act, side: Side) -> BookingState:
    """Where an act by one side leads; or the refusal that says why not."""
    following = _MOVES.get((facts.state, act), {}).get(side)
    if following is None:
        raise NotPossibleNow(state=STATES[facts.state])
    _check_turn(facts, act, side)
    _check_time(facts, act)
    if act is Act.CANCEL and side is Side.HOST:
        _check_notice(facts)
    return following


def possible_acts(facts: Facts, side: Side) -> list[Act]:
    """What a page offers: exactly what would be accepted."""
    return [act for act in Act if _is_possible(facts, act, side)]


def check_seen(seen: int | None, revision: int) -> None:
    """What somebody answers must be what stood on their page."""
    if seen is not None and seen != revision:
        raise ChangedMeanwhile


def check_decidable(state: BookingState) -> None:
    """A moderator decides what is disputed, once."""
    if state is BookingState.RESOLVED:
        raise disputes.AlreadyDecided
    if state is not BookingState.DISPUTED:
        raise NotPossibleNow(state=STATES[state])


def _check_turn(facts: Facts, act: Act, side: Side) -> None:
    if act in _ANSWERS and side is not facts.awaits:
        raise NotYourTurn
    if act is Act.WITHDRAW and side is facts.awaits:
        raise NotPossibleNow(state=STATES[facts.state])
    if act is Act.PROPOSE and facts.round >= MOST_ROUNDS:
        raise EnoughRounds


def _check_time(facts: Facts, act: Act) -> None:
    now, times = facts.now, facts.times
    if act is Act.CANCEL and now >= times.start:
        raise HasBegun
    if act is Act.BEGIN:
        if not times.waits_for_code:
            raise NoCodeNeeded
        start_code.check_early(times.start, now)
    if act is Act.COMPLETE and not facts.is_over:
        raise NotOverYet
    if act is Act.SAY_NO_SHOW:
        no_show.check_claim(times.start, now)
    if act is Act.CONTEST and facts.claimed_at:
        no_show.check_contest(facts.claimed_at, now)
    if act is Act.DISPUTE:
        disputes.check_open(times.start, times.end, now)


def _check_notice(facts: Facts) -> None:
    notice = facts.cancel_notice
    if notice is not None and facts.times.start - facts.now < notice:
        raise TooLateToCancel


def _is_possible(facts: Facts, act: Act, side: Side) -> bool:
    try:
        next_state(facts, act, side)
    except Refusal:
        return False
    return True
