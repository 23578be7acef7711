from datetime import datetime, timedelta

import pytest

from pro_am.bookings.rules.disputes import Outcome
from pro_am.bookings.rules.life import HAPPENED, BookingState, Side
from pro_am.reviews import rules
from pro_am.reviews.rules import STARS, window
from pro_am.reviews.rules.cases import CaseOutcome
from pro_am.reviews.rules.facets import FACETS, Facet, facets_asked
from pro_am.reviews.rules.letters import Moment, due_moment
from pro_am.reviews.rules.window import BookingFacts
from pro_am.reviews.rules.witnesses import (
    MOST_A_WEEK,
    AlreadySaid,
    AlreadySettled,
    EnoughThisWeek,
    NoBookingOfYourOwn,
    NotKnownEnough,
    OwnReview,
    ReasonNeeded,
    WitnessFacts,
    WitnessKind,
    check_witness,
)
from pro_am.standing.rules import ReviewedAs
from pro_am.standing.rules.constants import VOUCHING_STANDING

END = datetime(2030, 1, 8, 19, 0)
MOMENT = timedelta(microseconds=1)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def facts(state=BookingState.COMPLETED, side=Side.HOST, **others):
    took_place = others.pop("took_place", state in HAPPENED)
    return BookingFacts(state, took_place, side, END, **others)


DECIDED = {"state": BookingState.RESOLVED, "decided_at": END + 5 * DAY}
CLAIMED = {"state": BookingState.NO_SHOW_HOST, "claimed_at": END - HOUR}
STANDS = END - HOUR + 2 * DAY
DOUBTED = {"doubt_settled_at": END + 6 * DAY}
WINDOWS = [
    ("it is over", {}, END, END + 14 * DAY),
    ("under way until then", {"state": BookingState.IN_PROGRESS}, END, END + 14 * DAY),
    (
        "found as planned",
        {**DECIDED, "outcome": Outcome.AS_PLANNED, "took_place": True},
        END + 5 * DAY,
        END + 19 * DAY,
    ),
    ("the host was away", {**CLAIMED, "side": Side.PROVIDER}, STANDS, STANDS + 14 * DAY),
    (
        "found that the host was away",
        {**DECIDED, "outcome": Outcome.NO_SHOW_HOST, "side": Side.PROVIDER},
        END + 5 * DAY,
        END + 19 * DAY,
    ),
    (
        "a doubt was dismissed",
        {**DOUBTED, "doubt": CaseOutcome.DISMISSED},
        END + 6 * DAY,
        END + 20 * DAY,
    ),
    ("a doubt was taken back", {**DOUBTED, "doubt": CaseOutcome.TAKEN_BACK}, END, END + 14 * DAY),
]


@pytest.mark.parametrize(
    ("told", "opens", "closes"),
    [case[1:] for case in WINDOWS],
    ids=[case[0] for case in WINDOWS],
)
def test_a_booking_is_reviewed_within_fourteen_days_of_its_settling(told, opens, closes):
    booking = facts(**told)

    for now in (opens, closes - MOMENT):
        window.check_open(booking, now)
    with pytest.raises((window.TooEarly, window.NotSettled)):
        window.check_open(booking, opens - MOMENT)
    with pytest.raises(window.WindowClosed):
        window.check_open(booking, closes)


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"state": BookingState.REQUESTED}, window.TooEarly),
        ({"state": BookingState.CONFIRMED}, window.TooEarly),
        ({"state": BookingState.DECLINED}, window.NeverHappened),
        ({"state": BookingState.CANCELLED_BY_HOST}, window.NeverHappened),
        ({"state": BookingState.CALLED_OFF}, window.NeverHappened),
        ({"state": BookingState.DISPUTED}, window.NotSettled),
        (CLAIMED, window.YouWereAway),
        ({**DECIDED, "outcome": Outcome.NO_SHOW_HOST}, window.YouWereAway),
        ({**DECIDED, "outcome": Outcome.NOBODYS_FAULT}, window.NeverHappened),
        ({"doubt": CaseOutcome.UPHELD}, window.FoundNotToHaveHappened),
        ({"doubt": CaseOutcome.AGREED}, window.FoundNotToHaveHappened),
    ],
)
def test_whoever_has_nothing_to_review_is_told_why(told, refusal):
    with pytest.raises(refusal):
        window.check_open(facts(**told), END + 6 * DAY)


def test_a_review_is_sealed_until_both_are_in_or_the_window_closes():
    now = END + DAY

    assert rules.shown_from(opened=END, both_are_in=False, now=now) == END + 14 * DAY
    assert rules.shown_from(opened=END, both_are_in=True, now=now) == now


def test_what_is_public_stays_as_it_is():
    rules.check_sealed(END, END - MOMENT)

    with pytest.raises(rules.AlreadyShown):
        rules.check_sealed(END, END)


@pytest.mark.parametrize(
    ("is_subject", "has_reply", "after", "may"),
    [
        (True, False, timedelta(0), True),
        (True, False, 30 * DAY - MOMENT, True),
        (True, False, 30 * DAY, False),
        (True, False, -MOMENT, False),
        (True, True, DAY, False),
        (False, False, DAY, False),
    ],
)
def test_the_person_reviewed_replies_once_within_thirty_days(is_subject, has_reply, after, may):
    facts = {"is_subject": is_subject, "has_reply": has_reply, "shown_from": END}

    if may:
        rules.check_reply(**facts, now=END + after)
        return
    with pytest.raises(rules.NotForYou):
        rules.check_reply(**facts, now=END + after)


@pytest.mark.parametrize(
    ("passed", "left"),
    [
        (timedelta(0), 14),
        (MOMENT, 14),
        (DAY, 13),
        (14 * DAY - MOMENT, 1),
        (14 * DAY, 0),
        (99 * DAY, 0),
    ],
)
def test_the_days_left_count_the_present_one(passed, left):
    assert window.days_left(END + window.WINDOW, END + passed) == left


def test_every_star_and_every_facet_has_its_words():
    assert sorted(STARS) == [1, 2, 3, 4, 5]
    assert {facet for facets in FACETS.values() for facet in facets} == set(Facet)


def test_a_craft_asks_in_its_own_words_and_hosts_are_asked_about_the_same_everywhere():
    own = [{"key": "care", "names": {"fr": "Hygiène", "en": "Hygiene"}}]

    assert [facet.names["en"] for facet in facets_asked(own, ReviewedAs.PROVIDER)] == ["Hygiene"]
    assert len(facets_asked([], ReviewedAs.PROVIDER)) == len(FACETS[ReviewedAs.PROVIDER])
    assert [each.key for each in facets_asked(own, ReviewedAs.HOST)] == list(
        FACETS[ReviewedAs.HOST]
    )


@pytest.mark.parametrize(
    ("passed", "moment"),
    [
        (-MOMENT, None),
        (timedelta(0), Moment.OPENED),
        (DAY - MOMENT, Moment.OPENED),
        (DAY, None),
        (11 * DAY - MOMENT, None),
        (11 * DAY, Moment.LAST_DAYS),
        (12 * DAY, None),
    ],
)
def test_letters_are_due_when_the_window_opens_and_with_three_days_left(passed, moment):
    assert due_moment(END, END + passed) is moment


KNOWN = {
    "is_party": False,
    "has_booking": True,
    "standing": VOUCHING_STANDING,
    "in_the_week": MOST_A_WEEK - 1,
    "spoke": None,
    "was_settled": False,
}


@pytest.mark.parametrize(
    ("otherwise", "kind", "reason", "refusal"),
    [
        ({}, WitnessKind.SAME, "", None),
        ({}, WitnessKind.WAS_THERE, "", None),
        ({}, WitnessKind.MISMATCH, "It was warm.", None),
        ({}, WitnessKind.MISMATCH, "  ", ReasonNeeded),
        ({"is_party": True}, WitnessKind.SAME, "", OwnReview),
        ({"has_booking": False}, WitnessKind.SAME, "", NoBookingOfYourOwn),
        ({"standing": VOUCHING_STANDING - 0.001}, WitnessKind.SAME, "", NotKnownEnough),
        ({"in_the_week": MOST_A_WEEK}, WitnessKind.SAME, "", EnoughThisWeek),
        ({"spoke": WitnessKind.SAME}, WitnessKind.MISMATCH, "It was warm.", AlreadySaid),
        ({"was_settled": True}, WitnessKind.MISMATCH, "It was warm.", AlreadySettled),
        ({"was_settled": True}, WitnessKind.SAME, "", None),
    ],
)
def test_a_review_is_vouched_for_by_known_members_with_a_booking_of_their_own(
    otherwise, kind, reason, refusal
):
    facts_of_member = WitnessFacts(**{**KNOWN, **otherwise})

    if refusal is None:
        check_witness(facts_of_member, kind, reason)
        return
    with pytest.raises(refusal):
        check_witness(facts_of_member, kind, reason)
