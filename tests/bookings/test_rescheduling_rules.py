from datetime import datetime, timedelta
from itertools import product

import pytest

from pro_am.bookings.rules import rescheduling
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.rules.moves import NotPossibleNow
from pro_am.bookings.rules.rescheduling import ProposalState, SameTime, TooLateToMove

NOON = datetime(2030, 1, 7, 12, 0)
OLD = NOON + timedelta(days=3)
NEW = OLD + timedelta(hours=1)
MAY = {
    (BookingState.CONFIRMED, Side.HOST),
    (BookingState.CONFIRMED, Side.PROVIDER),
    (BookingState.REQUESTED, Side.HOST),
}


@pytest.mark.parametrize(("state", "side"), list(product(BookingState, Side)))
def test_only_what_lies_ahead_is_moved_and_a_request_by_its_host_alone(state, side):
    assert rescheduling.may_be_moved(state, side) is ((state, side) in MAY)
    if (state, side) in MAY:
        rescheduling.check_move(state, side, Side.PROVIDER, old=OLD, new=NEW, now=NOON)
    else:
        with pytest.raises(NotPossibleNow):
            rescheduling.check_move(state, side, Side.PROVIDER, old=OLD, new=NEW, now=NOON)


def test_a_pro_am_asks_and_a_host_need_not():
    assert rescheduling.needs_agreement(BookingState.CONFIRMED, Side.PROVIDER)
    assert not rescheduling.needs_agreement(BookingState.CONFIRMED, Side.HOST)
    assert not rescheduling.needs_agreement(BookingState.REQUESTED, Side.HOST)


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [(OLD, OLD, SameTime), (NOON, NEW, TooLateToMove), (NOON - timedelta(1), NEW, TooLateToMove)],
)
def test_a_move_goes_from_a_time_ahead_to_another(old, new, refusal):
    with pytest.raises(refusal):
        rescheduling.check_move(
            BookingState.CONFIRMED, Side.HOST, Side.PROVIDER, old=old, new=new, now=NOON
        )


@pytest.mark.parametrize(
    ("stored", "minutes", "expected"),
    [
        (ProposalState.OPEN, 1, ProposalState.OPEN),
        (ProposalState.OPEN, 0, ProposalState.LAPSED),
        (ProposalState.OPEN, -1, ProposalState.LAPSED),
        (ProposalState.AGREED, -1, ProposalState.AGREED),
        (ProposalState.REFUSED, -1, ProposalState.REFUSED),
    ],
)
def test_a_proposal_lapses_by_itself(stored, minutes, expected):
    answer_by = NOON + timedelta(minutes=minutes)

    assert rescheduling.proposal_state_at(stored, answer_by=answer_by, now=NOON) is expected


def test_what_waits_for_the_host_is_answered_not_moved():
    assert not rescheduling.may_be_moved(BookingState.REQUESTED, Side.HOST, Side.HOST)
