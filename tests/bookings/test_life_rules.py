"""Reminders, start codes, disputes and reliability, as tables of cases."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.bookings.rules import answer_reminders, disputes, life, start_code
from pro_am.bookings.rules.answer_reminders import Moment
from pro_am.bookings.rules.reliability import Reliability

NOON = datetime(2030, 1, 7, 12, 0)


@pytest.mark.parametrize(
    ("hours_to_answer", "hours_passed", "reached"),
    [
        (48, 23.9, None),
        (48, 24, Moment.HALF_TIME),
        (48, 45.9, Moment.HALF_TIME),
        (48, 46, Moment.LAST_HOURS),
        (48, 48, None),
        (4, 1.9, None),
        (4, 2, Moment.HALF_TIME),
        # Two letters within minutes would help nobody.
        (3, 1.5, Moment.HALF_TIME),
        (3, 2.9, Moment.HALF_TIME),
    ],
)
def test_who_has_to_answer_is_reminded_twice_at_most(hours_to_answer, hours_passed, reached):
    answer_by = NOON + timedelta(hours=hours_to_answer)
    now = NOON + timedelta(hours=hours_passed)

    assert answer_reminders.moment_reached(NOON, answer_by, now) is reached


@given(st.timedeltas(timedelta(minutes=10), timedelta(days=30)))
def test_there_is_time_left_after_every_reminder(ahead):
    start = NOON + ahead
    answer_by = life.answer_deadline(NOON, start)
    moments = list(answer_reminders.moments(NOON, answer_by).values())

    assert moments == sorted(moments)
    assert all(NOON < at < answer_by for at in moments)


@pytest.mark.parametrize(
    ("code", "tries", "is_open"),
    [("", 0, False), ("204826", 0, True), ("204826", 4, True), ("204826", 5, False)],
)
def test_a_booking_waits_for_a_code_while_there_are_tries_left(code, tries, is_open):
    assert start_code.is_open(code, tries) is is_open


@pytest.mark.parametrize(
    ("typed", "is_right"),
    [
        ("204826", True),
        (" 204 826 ", True),
        ("204827", False),
        ("20482", False),
        ("", False),
        ("٢٠٤٨٢٦", False),
    ],
)
def test_a_code_is_compared_digit_by_digit(typed, is_right):
    assert start_code.is_right(typed, "204826") is is_right


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({}, None),
        ({"text": " "}, disputes.SayWhatHappened),
        ({"pictures": 4}, None),
        ({"pictures": 5}, disputes.TooManyPictures),
        ({"has_spoken": True}, disputes.AlreadySaid),
        ({"is_decided": True}, disputes.AlreadyDecided),
    ],
)
def test_each_side_tells_its_story_once(told, refusal):
    told = {"text": "I rang twice.", "pictures": 0, "has_spoken": False, "is_decided": False} | told

    if refusal is None:
        disputes.check_statement(**told)
    else:
        with pytest.raises(refusal):
            disputes.check_statement(**told)


@pytest.mark.parametrize(
    ("moderator", "words", "refusal"),
    [
        (3, ("Raison", "Reason"), None),
        (1, ("Raison", "Reason"), disputes.OwnBooking),
        (3, ("", "Reason"), disputes.ReasonNeeded),
        (3, ("Raison", " "), disputes.ReasonNeeded),
    ],
)
def test_a_decision_has_a_reason_that_both_read(moderator, words, refusal):
    facts = {"moderator_id": moderator, "parties": (1, 2), "words": words}

    if refusal is None:
        disputes.check_decision(**facts)
    else:
        with pytest.raises(refusal):
            disputes.check_decision(**facts)


@pytest.mark.parametrize(
    ("kept", "cancelled", "missed", "share"),
    [(0, 0, 0, None), (4, 0, 0, 1.0), (3, 1, 0, 0.75), (2, 1, 1, 0.5)],
)
def test_reliability_is_the_share_of_what_was_agreed(kept, cancelled, missed, share):
    assert Reliability(kept, cancelled, missed).share_kept == share
