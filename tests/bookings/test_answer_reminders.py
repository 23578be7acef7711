"""Whoever has to answer is reminded at half time and two hours before the end, each once."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from pro_am.bookings import actions
from pro_am.bookings.actions import Proposal
from pro_am.bookings.models import AnswerReminder
from pro_am.foundation import events
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from tests.factories import free_starts, make_booking


@pytest.fixture
def booking(person, offer):
    return make_booking(person("ana"), offer, start=free_starts(offer)[-1])


def reminded():
    found = select(Letter.recipient).where(Letter.template == "bookings/answer_due")
    return [each.partition("@")[0] for each in db.session.scalars(found.order_by(Letter.id))]


def test_ben_is_reminded_twice_whatever_the_worker_does(booking, time):
    half_time = booking.requested_at + (booking.answer_by - booking.requested_at) / 2
    seen = []
    for now in (
        half_time - timedelta(minutes=1),
        half_time,
        half_time + timedelta(hours=1),
        booking.answer_by - timedelta(hours=2),
        booking.answer_by - timedelta(minutes=1),
        booking.answer_by,
    ):
        time.now = now
        actions.remind_to_answer()
        actions.remind_to_answer()
        seen.append(len(reminded()))

    assert seen == [0, 1, 1, 2, 2, 2]
    assert set(reminded()) == {"ben"}


def test_after_a_proposal_it_is_ana_who_is_reminded_anew(person, offer, booking, time):
    time.now = booking.answer_by - timedelta(hours=1)
    actions.remind_to_answer()
    actions.propose(booking, person("ben"), Proposal(free_starts(offer)[-3], 2))
    asked_at = time.now
    time.now = asked_at + (booking.answer_by - asked_at) / 2
    actions.remind_to_answer()

    assert reminded() == ["ben", "ana"]


def test_nobody_is_reminded_of_what_is_answered(person, booking, time):
    actions.decline(booking, person("ben"))
    time.now = booking.answer_by - timedelta(hours=1)

    actions.remind_to_answer()

    assert reminded() == []


def test_a_worker_that_dies_leaves_no_half_reminder(booking, time, monkeypatch):
    time.now = booking.answer_by - timedelta(hours=1)

    def die(_event):
        raise RuntimeError("the power is gone")

    with monkeypatch.context() as patch:
        patch.setitem(events._listeners, actions.answer_reminders.AnswerDue, [die])
        with pytest.raises(RuntimeError):
            actions.remind_to_answer()
    assert db.session.scalar(select(func.count()).select_from(AnswerReminder)) == 0

    actions.remind_to_answer()

    assert reminded() == ["ben"]
