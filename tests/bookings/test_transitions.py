"""Who may move a booking where, as a table of everything that is allowed; the rest is refused."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product

import pytest

from pro_am.bookings.rules import disputes, moves, no_show
from pro_am.bookings.rules.life import BookingState, Side, Times
from pro_am.bookings.rules.moves import Act, Facts
from pro_am.foundation.refusal import Refusal

NOON = datetime(2030, 1, 7, 12, 0)
START = NOON + timedelta(hours=48)
END = START + timedelta(hours=2)
TIMES = Times(NOON + timedelta(hours=24), START, END)
S, HOST, PROVIDER = BookingState, Side.HOST, Side.PROVIDER
BEFORE, DURING, AFTER = NOON, START + timedelta(minutes=30), END + timedelta(hours=1)

# While a request waits for its pro-am.
ALLOWED = {
    (S.REQUESTED, BEFORE, Act.CONFIRM, PROVIDER): S.CONFIRMED,
    (S.REQUESTED, BEFORE, Act.DECLINE, PROVIDER): S.DECLINED,
    (S.REQUESTED, BEFORE, Act.PROPOSE, PROVIDER): S.REQUESTED,
    (S.REQUESTED, BEFORE, Act.WITHDRAW, HOST): S.WITHDRAWN,
    (S.CONFIRMED, BEFORE, Act.CANCEL, HOST): S.CANCELLED_BY_HOST,
    (S.CONFIRMED, BEFORE, Act.CANCEL, PROVIDER): S.CANCELLED_BY_PROVIDER,
    # With an open start code a booking is still confirmed when its time has come.
    (S.CONFIRMED, DURING, Act.BEGIN, PROVIDER): S.IN_PROGRESS,
    (S.CONFIRMED, DURING, Act.SAY_NO_SHOW, HOST): S.NO_SHOW_PROVIDER,
    (S.CONFIRMED, DURING, Act.SAY_NO_SHOW, PROVIDER): S.NO_SHOW_HOST,
    (S.CONFIRMED, DURING, Act.DISPUTE, HOST): S.DISPUTED,
    (S.CONFIRMED, DURING, Act.DISPUTE, PROVIDER): S.DISPUTED,
    (S.IN_PROGRESS, DURING, Act.SAY_NO_SHOW, HOST): S.NO_SHOW_PROVIDER,
    (S.IN_PROGRESS, DURING, Act.SAY_NO_SHOW, PROVIDER): S.NO_SHOW_HOST,
    (S.IN_PROGRESS, DURING, Act.DISPUTE, HOST): S.DISPUTED,
    (S.IN_PROGRESS, DURING, Act.DISPUTE, PROVIDER): S.DISPUTED,
    (S.IN_PROGRESS, AFTER, Act.COMPLETE, HOST): S.COMPLETED,
    (S.IN_PROGRESS, AFTER, Act.COMPLETE, PROVIDER): S.COMPLETED,
    (S.IN_PROGRESS, AFTER, Act.SAY_NO_SHOW, HOST): S.NO_SHOW_PROVIDER,
    (S.IN_PROGRESS, AFTER, Act.SAY_NO_SHOW, PROVIDER): S.NO_SHOW_HOST,
    (S.IN_PROGRESS, AFTER, Act.DISPUTE, HOST): S.DISPUTED,
    (S.IN_PROGRESS, AFTER, Act.DISPUTE, PROVIDER): S.DISPUTED,
    (S.COMPLETED, AFTER, Act.DISPUTE, HOST): S.DISPUTED,
    (S.COMPLETED, AFTER, Act.DISPUTE, PROVIDER): S.DISPUTED,
    (S.NO_SHOW_HOST, DURING, Act.CONTEST, HOST): S.DISPUTED,
    (S.NO_SHOW_HOST, AFTER, Act.CONTEST, HOST): S.DISPUTED,
    (S.NO_SHOW_PROVIDER, DURING, Act.CONTEST, PROVIDER): S.DISPUTED,
    (S.NO_SHOW_PROVIDER, AFTER, Act.CONTEST, PROVIDER): S.DISPUTED,
}
# States that cannot be at such a moment: time has moved them on.
IMPOSSIBLE = {
    *product([S.REQUESTED], [DURING, AFTER]),
    (S.CONFIRMED, AFTER),
    *product([S.IN_PROGRESS, S.NO_SHOW_HOST, S.NO_SHOW_PROVIDER], [BEFORE]),
    *product([S.COMPLETED], [BEFORE, DURING]),
}
WAYS = [
    way
    for way in product(BookingState, (BEFORE, DURING, AFTER), Act, Side)
    if way[:2] not in IMPOSSIBLE
]


def facts(state, now, **others):
    times = replace(TIMES, waits_for_code=state is S.CONFIRMED)
    return Facts(state, times, now, **{"claimed_at": START + timedelta(minutes=20), **others})


@pytest.mark.parametrize(("way", "following"), list(ALLOWED.items()))
def test_each_side_has_its_own_moves(way, following):
    state, now, act, side = way

    assert moves.next_state(facts(state, now), act, side) is following


def test_no_other_move_exists():
    for state, now, act, side in set(WAYS) - set(ALLOWED):
        with pytest.raises(Refusal):
            moves.next_state(facts(state, now), act, side)


def test_a_page_offers_exactly_what_will_be_accepted():
    for state, now, _, side in WAYS:
        accepted = [act for act in Act if (state, now, act, side) in ALLOWED]

        assert moves.possible_acts(facts(state, now), side) == accepted


@pytest.mark.parametrize("act", [Act.CONFIRM, Act.DECLINE, Act.PROPOSE])
def test_a_counter_proposal_swaps_the_roles(act):
    answered_by_host = facts(S.REQUESTED, BEFORE, awaits=HOST, round=1)

    assert moves.next_state(answered_by_host, act, HOST)
    assert moves.next_state(answered_by_host, Act.WITHDRAW, PROVIDER) is S.WITHDRAWN
    with pytest.raises(moves.NotYourTurn):
        moves.next_state(answered_by_host, act, PROVIDER)
    with pytest.raises(moves.NotPossibleNow):
        moves.next_state(answered_by_host, Act.WITHDRAW, HOST)


def test_there_are_at_most_five_rounds():
    moves.next_state(facts(S.REQUESTED, BEFORE, round=4), Act.PROPOSE, PROVIDER)

    with pytest.raises(moves.EnoughRounds):
        moves.next_state(facts(S.REQUESTED, BEFORE, round=5), Act.PROPOSE, PROVIDER)
    assert moves.next_state(facts(S.REQUESTED, BEFORE, round=5), Act.CONFIRM, PROVIDER)


@pytest.mark.parametrize(
    ("now", "refusal"),
    [
        (START + timedelta(minutes=15), None),
        (START + timedelta(minutes=15, microseconds=-1), no_show.TooEarlyToSay),
        (START + timedelta(hours=48, microseconds=-1), None),
        (START + timedelta(hours=48), no_show.TooLateToSay),
    ],
)
def test_not_coming_can_be_said_for_two_days(now, refusal):
    said = facts(S.IN_PROGRESS, now)

    if refusal is None:
        assert moves.next_state(said, Act.SAY_NO_SHOW, HOST) is S.NO_SHOW_PROVIDER
    else:
        with pytest.raises(refusal):
            moves.next_state(said, Act.SAY_NO_SHOW, HOST)


@pytest.mark.parametrize(("hours", "is_open"), [(0, True), (47.99, True), (48, False)])
def test_what_was_said_can_be_contested_for_two_days(hours, is_open):
    claimed_at = END + timedelta(hours=5)
    now = claimed_at + timedelta(hours=hours)
    contested = facts(S.NO_SHOW_HOST, now, claimed_at=claimed_at)

    assert (Act.CONTEST in moves.possible_acts(contested, HOST)) is is_open


@pytest.mark.parametrize(
    ("state", "now", "is_open"),
    [
        (S.IN_PROGRESS, START + timedelta(minutes=14), False),
        (S.IN_PROGRESS, START + timedelta(minutes=15), True),
        (S.COMPLETED, END + timedelta(days=2, microseconds=-1), True),
        (S.COMPLETED, END + timedelta(days=2), False),
    ],
)
def test_a_dispute_is_opened_before_it_counts_as_done(state, now, is_open):
    assert (Act.DISPUTE in moves.possible_acts(facts(state, now), HOST)) is is_open


def test_what_has_begun_is_not_cancelled():
    with pytest.raises(moves.HasBegun):
        moves.next_state(facts(S.CONFIRMED, START), Act.CANCEL, HOST)


@pytest.mark.parametrize(
    ("side", "hours_left", "is_possible"),
    [(HOST, 6, True), (HOST, 5.99, False), (PROVIDER, 5.99, True)],
)
def test_an_offer_may_say_until_when_its_host_cancels_alone(side, hours_left, is_possible):
    now = START - timedelta(hours=hours_left)
    noticed = facts(S.CONFIRMED, now, cancel_notice=timedelta(hours=6))

    assert (Act.CANCEL in moves.possible_acts(noticed, side)) is is_possible


@pytest.mark.parametrize(("minutes", "is_possible"), [(60, True), (61, False)])
def test_a_code_is_typed_when_the_two_meet(minutes, is_possible):
    now = START - timedelta(minutes=minutes)

    assert (Act.BEGIN in moves.possible_acts(facts(S.CONFIRMED, now), PROVIDER)) is is_possible


def test_without_a_code_there_is_nothing_to_type():
    without = replace(facts(S.CONFIRMED, BEFORE), times=TIMES)

    with pytest.raises(moves.NoCodeNeeded):
        moves.next_state(without, Act.BEGIN, PROVIDER)


def test_an_answer_is_to_what_stood_on_the_page():
    moves.check_seen(3, 3)
    moves.check_seen(None, 3)

    with pytest.raises(moves.ChangedMeanwhile):
        moves.check_seen(2, 3)


def test_moderators_decide_once():
    moves.check_decidable(S.DISPUTED)

    with pytest.raises(disputes.AlreadyDecided):
        moves.check_decidable(S.RESOLVED)
    with pytest.raises(moves.NotPossibleNow):
        moves.check_decidable(S.COMPLETED)
