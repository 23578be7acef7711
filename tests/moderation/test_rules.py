"""Who hears an appeal, and what voices amount to: pure, as tables of cases."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.accounts.rules.keys import PENDING, counts_from
from pro_am.moderation.rules import Outcome, appeals, takeovers
from pro_am.moderation.rules.appeals import Answer, Panel, Speaker
from pro_am.moderation.rules.freezing import factor_of
from pro_am.moderation.rules.restrictions import (
    OwnDecision,
    SecondNeeded,
    check_second,
    may_decide_alone,
)

NOON = datetime(2030, 1, 7, 12)
UP, OVER = Answer.UPHELD, Answer.OVERTURNED
STEWARD = Speaker(1, is_steward=True, is_operator=False)
OPERATOR = Speaker(2, is_steward=False, is_operator=True)
ONLY_OPERATOR = Speaker(2, is_steward=False, is_operator=True, is_only_operator=True)
MODERATOR = Speaker(3, is_steward=False, is_operator=False)


@pytest.mark.parametrize(
    ("stewards", "uninvolved", "panel"),
    [
        (0, 0, Panel.OPERATOR),
        (2, 2, Panel.OPERATOR),
        (3, 3, Panel.STEWARDS),
        (3, 2, Panel.STEWARDS),
        (3, 1, Panel.OPERATOR),
        (9, 0, Panel.OPERATOR),
    ],
)
def test_two_stewards_who_took_no_part_hear_it_or_else_the_operator(stewards, uninvolved, panel):
    assert appeals.panel_for(stewards=stewards, uninvolved=uninvolved) is panel


@pytest.mark.parametrize(
    ("votes", "panel", "answer"),
    [
        ([], Panel.STEWARDS, None),
        ([UP], Panel.STEWARDS, None),
        ([UP, UP], Panel.STEWARDS, UP),
        ([OVER, OVER], Panel.STEWARDS, OVER),
        ([UP, OVER], Panel.STEWARDS, None),
        ([UP, OVER, OVER], Panel.STEWARDS, OVER),
        ([OVER, UP, UP], Panel.STEWARDS, UP),
        ([], Panel.OPERATOR, None),
        ([OVER], Panel.OPERATOR, OVER),
        ([UP, OVER], Panel.OPERATOR, OVER),
    ],
)
def test_both_must_agree_and_a_third_decides_if_they_differ(votes, panel, answer):
    assert appeals.answer_after(votes, panel) is answer


@pytest.mark.parametrize(
    ("speaker", "panel", "votes_by", "involved", "is_answered", "refusal"),
    [
        (STEWARD, Panel.STEWARDS, [], set(), False, None),
        (STEWARD, Panel.STEWARDS, [9], set(), False, None),
        (STEWARD, Panel.STEWARDS, [1], set(), False, appeals.AlreadySpoken),
        (STEWARD, Panel.STEWARDS, [], {1}, False, appeals.TookPart),
        (STEWARD, Panel.STEWARDS, [], set(), True, appeals.AlreadyAnswered),
        (STEWARD, Panel.OPERATOR, [], set(), False, appeals.ForTheOperator),
        (OPERATOR, Panel.STEWARDS, [], set(), False, appeals.NotYourTurn),
        (OPERATOR, Panel.STEWARDS, [9], set(), False, appeals.NotYourTurn),
        (OPERATOR, Panel.STEWARDS, [8, 9], set(), False, None),
        (OPERATOR, Panel.OPERATOR, [], set(), False, None),
        (OPERATOR, Panel.OPERATOR, [], {2}, False, appeals.TookPart),
        (ONLY_OPERATOR, Panel.OPERATOR, [], {2}, False, None),
        (MODERATOR, Panel.STEWARDS, [], set(), False, appeals.NotYourTurn),
        (MODERATOR, Panel.OPERATOR, [], set(), False, appeals.ForTheOperator),
    ],
)
def test_who_may_speak(speaker, panel, votes_by, involved, is_answered, refusal):
    refused = appeals.why_not(
        speaker,
        panel=panel,
        votes_by=votes_by,
        involved=frozenset(involved),
        is_answered=is_answered,
    )

    assert type(refused) is (refusal or type(None))


def test_a_moderator_does_not_decide_between_two_stewards():
    assert isinstance(
        appeals.why_not(
            MODERATOR,
            panel=Panel.STEWARDS,
            votes_by=[8, 9],
            involved=frozenset(),
            is_answered=False,
        ),
        appeals.NotYourTurn,
    )


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({}, None),
        ({"words": "  "}, appeals.SayWhy),
        ({"is_contested": True}, appeals.AlreadyContested),
        ({"told_at": None}, appeals.NothingToContest),
        ({"told_at": NOON - timedelta(days=183)}, None),
        ({"told_at": NOON - timedelta(days=184)}, appeals.TooLateToContest),
    ],
)
def test_when_a_decision_can_be_contested(changed, refusal):
    facts = {
        "words": "It was not me.",
        "is_contested": False,
        "told_at": NOON - timedelta(days=1),
        "ending": None,
        "now": NOON,
        **changed,
    }
    if refusal is None:
        appeals.check_appeal(facts.pop("words"), **facts)
    else:
        with pytest.raises(refusal):
            appeals.check_appeal(facts.pop("words"), **facts)


def test_an_exclusion_takes_a_second_person_who_took_no_part():
    check_second(by_id=2, first_id=1, involved=frozenset({5}))
    with pytest.raises(SecondNeeded):
        check_second(by_id=1, first_id=1, involved=frozenset())
    with pytest.raises(OwnDecision):
        check_second(by_id=5, first_id=1, involved=frozenset({5}))


@pytest.mark.parametrize(
    ("is_operator", "stewards", "alone"),
    [(True, 2, True), (True, 3, False), (False, 0, False)],
)
def test_only_an_operator_with_few_stewards_decides_alone(is_operator, stewards, alone):
    assert may_decide_alone(is_operator=is_operator, stewards=stewards) is alone


@pytest.mark.parametrize(
    ("outcomes", "factor"),
    [
        ([], 1.0),
        ([None], 0.25),
        ([None, None], 0.25),
        ([Outcome.WARNED], 0.0),
        ([Outcome.NOTHING_WRONG], 1.0),
        ([Outcome.NOTHING_WRONG, None], 1.0),
        ([Outcome.HIDDEN, None], 0.0),
    ],
)
def test_a_review_under_threat_weighs_a_quarter_then_nothing_or_all(outcomes, factor):
    assert factor_of(outcomes) == factor


@given(
    st.lists(st.integers(-200, 200), max_size=6).map(
        lambda hours: [NOON + timedelta(hours=each) for each in hours]
    )
)
def test_what_is_written_counts_at_once_or_at_most_three_days_later(changes):
    found = counts_from(NOON, changes)

    assert NOON <= found <= NOON + PENDING
    assert (found == NOON) == all(not each <= NOON < each + PENDING for each in changes)


@pytest.mark.parametrize(
    ("since", "refusal"),
    [
        (NOON - timedelta(days=30), None),
        (NOON - timedelta(days=30, seconds=1), takeovers.NotThatLongAgo),
        (NOON, takeovers.NotInTheFuture),
    ],
)
def test_since_when_somebody_else_had_it(since, refusal):
    if refusal is None:
        takeovers.check_since(since, NOON)
    else:
        with pytest.raises(refusal):
            takeovers.check_since(since, NOON)
