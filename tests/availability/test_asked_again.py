"""A question that was answered before gets the same answer only while it is true."""

from datetime import datetime, timedelta

import pytest

from pro_am.availability import queries as calendars
from pro_am.availability.memory import FreeStarts, bookable_of
from pro_am.availability.memory.known import KnownDay, one_copy
from pro_am.foundation.time_slots import TimeSlot
from tests.factories import make_booking, only_offer

SPAN_FROM, SPAN = timedelta(days=4), timedelta(days=3)


@pytest.fixture
def ask(app, time):
    """A function that asks for the starts of the next days, and checks them with the database."""
    begins = time() + SPAN_FROM

    def ask():
        with app.app_context():
            offer, span = only_offer(), TimeSlot(begins, begins + SPAN)
            [free] = FreeStarts(time()).within([bookable_of(offer)], span)
            calendar = calendars.calendar_of(offer.profile_id)
            timing = calendars.timing_of(calendar, offer)
            assert list(free.starts) == calendars.free_slots(calendar, timing, span, time())
            return list(free.starts)

    return ask


def test_nothing_happened(ask, people):
    assert ask() == ask() == ask() != []


def test_others_came_before(ask, done, people):
    free = [ask() for _ in range(3)][-1]
    done(lambda who: make_booking(who("ana"), only_offer(), start=free[-1]))
    assert free[-1] not in ask()
    assert free[-1] not in ask()


def test_time_passes(ask, people, time):
    free = [ask() for _ in range(3)][-1]

    left = []
    for _ in range(12):
        time.forward(hours=12)
        left.append(len(ask()))

    assert left == sorted(left, reverse=True)
    assert left[-1] < len(free)


def test_a_request_that_nobody_answers_gives_its_time_back(ask, done, people, time):
    free = ask()
    done(lambda who: make_booking(who("ana"), only_offer(), start=free[-1]))
    assert [free[-1] in ask() for _ in range(3)] == [False] * 3

    time.forward(hours=72)

    assert free[-1] in ask()


def test_days_that_are_alike_are_remembered_once():
    def day(*hours):
        return one_copy(
            KnownDay(tuple(datetime(2027, 3, 1, h) for h in hours), datetime(9999, 1, 1))
        )

    evening, longer = day(18, 19), day(18, 19, 20)

    assert day(18, 19) is evening
    assert longer.starts[:2] == evening.starts
    assert longer.starts[0] is evening.starts[0]
