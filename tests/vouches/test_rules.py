"""Who may vouch for whom, how many times, and what of it counts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.foundation.refusal import Refusal
from pro_am.standing.rules.levels import Level
from pro_am.vouches.rules import budget, confirming, invitations
from pro_am.vouches.rules.budget import BUDGET, FREE_AFTER, NO_COST_WITHIN, Place
from pro_am.vouches.rules.giving import MEMBER_FOR, VouchedFacts, VoucherFacts, check_giving
from pro_am.vouches.rules.invitations import AcceptingFacts, InvitationState
from pro_am.vouches.rules.reciprocity import counted_once
from pro_am.vouches.rules.refusals import (
    AlreadyVouching,
    CannotVouchFor,
    NoPlaceLeft,
    NotYetKnown,
    TooNew,
    VouchingForYourself,
)
from pro_am.vouches.rules.vouch import Basis, Ending, basis_of, weight_of

NOW = datetime(2030, 1, 7, 12)
DAY = timedelta(days=1)
ANA = VoucherFacts(1, Level.KNOWN, NOW - 400 * DAY, ())
BEN = VouchedFacts(2, is_here=True, is_kept_apart=False, is_vouched_for=False)


def five(**ended):
    return tuple(Place(NOW - 100 * DAY, **ended) for _ in range(BUDGET))


@pytest.mark.parametrize(
    ("changed", "of_ben", "refusal"),
    [
        ({}, {}, None),
        ({"level": Level.TRUSTED}, {}, None),
        ({"level": Level.REACHABLE}, {}, NotYetKnown),
        ({"joined_at": NOW - MEMBER_FOR + timedelta(seconds=1)}, {}, TooNew),
        ({"joined_at": NOW - MEMBER_FOR}, {}, None),
        ({"member_id": 2}, {}, VouchingForYourself),
        ({}, {"is_here": False}, CannotVouchFor),
        ({}, {"is_kept_apart": True}, CannotVouchFor),
        ({}, {"is_vouched_for": True}, AlreadyVouching),
        ({"places": five()}, {}, NoPlaceLeft),
        ({"places": five(), "level": Level.STEWARD}, {}, None),
        ({"places": five() + five()[:3], "level": Level.STEWARD}, {}, NoPlaceLeft),
        ({"places": five()[:4]}, {}, None),
    ],
)
def test_who_may_vouch_for_whom(changed, of_ben, refusal):
    facts = VoucherFacts(**{**vars(ANA), **changed}), VouchedFacts(**{**vars(BEN), **of_ben})

    if refusal is None:
        check_giving(*facts, NOW)
    else:
        with pytest.raises(refusal):
            check_giving(*facts, NOW)


@pytest.mark.parametrize(
    ("days_held", "ending", "days_since", "is_taken"),
    [
        (13, Ending.WITHDRAWN, 0, False),
        (14, Ending.WITHDRAWN, 0, True),
        (14, Ending.WITHDRAWN, 89, True),
        (14, Ending.WITHDRAWN, 90, False),
        (200, Ending.DECLINED, 0, False),
        (395, Ending.LAPSED, 0, False),
        (200, Ending.GONE, 0, False),
    ],
)
def test_a_place_is_free_again(days_held, ending, days_since, is_taken):
    ended = NOW - days_since * DAY
    place = Place(ended - days_held * DAY, ended, ending)

    assert place.is_taken(NOW) is is_taken


def test_a_vouch_that_moderators_took_out_keeps_its_place_for_a_while():
    assert Place(NOW - 300 * DAY, voided_at=NOW - 89 * DAY).is_taken(NOW)
    assert not Place(NOW - 300 * DAY, voided_at=NOW - 90 * DAY).is_taken(NOW)


DEEDS = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(["give", "withdraw", "decline"])), max_size=60
)


@given(DEEDS)
@settings(max_examples=100)
def test_nobody_ever_has_more_standing_vouches_than_places(deeds):
    now, held = NOW, []
    for days, deed in deeds:
        now += days * DAY
        standing = [each for each in held if each.withdrawn_at is None]
        left = budget.places_left(held, Level.KNOWN, now)
        if deed == "give" and left:
            held.append(Place(now))
        elif deed != "give" and standing:
            held.remove(standing[0])
            ending = Ending.WITHDRAWN if deed == "withdraw" else Ending.DECLINED
            held.append(Place(standing[0].given_at, now, ending))
        taken = sum(each.is_taken(now) for each in held)

        assert sum(each.withdrawn_at is None for each in held) <= taken <= BUDGET
        assert budget.places_left(held, Level.KNOWN, now) == BUDGET - taken


@given(st.integers(0, 13), st.integers(0, 4))
@settings(max_examples=50)
def test_changing_ones_mind_within_a_fortnight_costs_nothing(days, others):
    before = [Place(NOW - 50 * DAY)] * others
    withdrawn = Place(NOW, NOW + days * DAY, Ending.WITHDRAWN)

    after = budget.places_left([*before, withdrawn], Level.KNOWN, NOW + days * DAY)

    assert days * DAY < NO_COST_WITHIN
    assert after == BUDGET - others


def test_the_next_place_is_told():
    soon = Place(NOW - 200 * DAY, NOW - 80 * DAY, Ending.WITHDRAWN)
    late = Place(NOW - 200 * DAY, NOW - 10 * DAY, Ending.WITHDRAWN)

    assert budget.next_place_at([late, soon, Place(NOW)], NOW) == NOW - 80 * DAY + FREE_AFTER
    assert budget.next_place_at([Place(NOW)], NOW) is None


@pytest.mark.parametrize(
    ("days", "asked_after", "asks", "confirmable"),
    [
        (334, None, False, False),
        (335, None, True, True),
        (340, 335, False, True),
        (365, 335, True, True),
        (380, 365, False, True),
        (394, 365, False, True),
        (395, 365, False, False),
    ],
)
def test_a_vouch_is_asked_for_a_month_before_its_year_is_over(days, asked_after, asks, confirmable):
    confirmed_at = NOW - days * DAY
    asked_at = None if asked_after is None else confirmed_at + asked_after * DAY

    assert confirming.is_to_be_asked(confirmed_at, asked_at, NOW) is asks
    assert confirming.can_be_confirmed(confirmed_at, NOW) is confirmable


@dataclass(frozen=True)
class Given:
    id: int
    voucher_id: int
    vouched_id: int
    given_at: datetime


@st.composite
def networks(draw):
    pairs = draw(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), unique=True))
    return [
        Given(number, a, b, NOW + draw(st.integers(0, 3)) * DAY)
        for number, (a, b) in enumerate(pairs)
        if a != b
    ]


@given(networks(), st.randoms())
@settings(max_examples=100)
def test_a_reciprocal_pair_counts_once_whatever_the_order(vouches, random):
    counted = counted_once(vouches)
    shuffled = random.sample(vouches, len(vouches))

    pairs = {(each.voucher_id, each.vouched_id) for each in counted}
    assert not pairs & {(b, a) for a, b in pairs}
    assert {frozenset(pair) for pair in pairs} == {
        frozenset((each.voucher_id, each.vouched_id)) for each in vouches
    }
    assert {each.id for each in counted_once(shuffled)} == {each.id for each in counted}


def test_of_a_reciprocal_pair_the_earlier_counts():
    first, answer = Given(1, 1, 2, NOW), Given(2, 2, 1, NOW + DAY)

    assert counted_once([answer, first]) == [first]


@pytest.mark.parametrize(
    ("have_met", "is_steward", "basis", "weight"),
    [
        (True, True, Basis.BOOKING, 1.0),
        (True, False, Basis.BOOKING, 1.0),
        (False, True, Basis.STEWARD, 1.0),
        (False, False, Basis.RELATION, 0.5),
    ],
)
def test_a_declared_relation_weighs_half(have_met, is_steward, basis, weight):
    assert basis_of(have_met=have_met, is_steward=is_steward) is basis
    assert weight_of(basis) == weight
    assert weight_of(Basis.INVITATION) == 0.5


GUEST = AcceptingFacts(
    state=InvitationState.OPEN,
    inviter_id=1,
    invited_at=NOW - DAY,
    member_id=2,
    joined_at=NOW,
    was_invited=False,
    came_through_them=False,
)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({}, None),
        ({"member_id": 1}, invitations.OwnInvitation),
        ({"came_through_them": True, "joined_at": NOW - 9 * DAY}, invitations.InvitedInACircle),
        ({"joined_at": NOW - 2 * DAY}, invitations.HereAlready),
        ({"was_invited": True}, invitations.HereAlready),
        ({"state": InvitationState.OVER}, invitations.InvitationOver),
        ({"state": InvitationState.ACCEPTED}, invitations.InvitationOver),
        ({"state": InvitationState.WITHDRAWN}, invitations.InvitationOver),
    ],
)
def test_an_invitation_leads_to_new_people_alone(changed, refusal):
    facts = AcceptingFacts(**{**vars(GUEST), **changed})

    if refusal is None:
        invitations.check_accepting(facts)
    else:
        with pytest.raises(refusal):
            invitations.check_accepting(facts)


@pytest.mark.parametrize(
    ("open_count", "lately", "email", "refusal"),
    [
        (9, 9, "new@example.org", None),
        (10, 10, "new@example.org", invitations.TooManyInvitations),
        (0, 20, None, invitations.ManyInvitations),
        (0, 0, "ana@example.org", invitations.OwnAddress),
    ],
)
def test_invitations_are_few(open_count, lately, email, refusal):
    facts = {"open_count": open_count, "lately": lately, "email": email}

    if refusal is None:
        invitations.check_inviting(**facts, own_email="ana@example.org")
    else:
        with pytest.raises(refusal) as refused:
            invitations.check_inviting(**facts, own_email="ana@example.org")
        assert isinstance(refused.value, Refusal)
