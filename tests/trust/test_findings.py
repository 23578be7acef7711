"""What runs find beside scores: alarms, raised once, and offers that wait for a person."""

import pytest
from sqlalchemy import select

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.moderation.models import Restriction
from pro_am.profiles.actions.offers_pause import let_go
from pro_am.profiles.models import Profile
from pro_am.standing.rules import constants as c
from pro_am.trust import actions
from pro_am.trust.models import Alarm
from pro_am.trust.rules.alarms import AlarmKind
from tests.factories import make_member
from tests.reviews.evenings import evening, review


@pytest.fixture
def disappoint(person, offer, verify, time):
    """A function: so many verified guests are disappointed by Ben's dinner, or delighted."""

    def dine(count, stars):
        for number in range(count):
            guest = make_member(f"G{number}x{clock.now():%j%H%M} Noir")
            verify(guest)
            review(evening(guest, time), stars)

    return dine


def is_paused():
    return db.session.scalars(select(Profile)).one().offers_paused_at is not None


def test_three_bad_reviews_of_five_pause_the_offers_and_two_do_not(disappoint):
    disappoint(2, 5)
    disappoint(2, 1)
    actions.recompute()
    assert not is_paused()

    disappoint(1, 1)
    actions.recompute()

    assert is_paused()


def test_offers_that_a_person_opened_again_wait_for_a_further_bad_review(disappoint, time):
    disappoint(3, 1)
    actions.recompute()
    assert is_paused()
    lift()

    time.forward(days=1)
    actions.recompute()
    assert not is_paused()

    disappoint(1, 1)
    actions.recompute()
    assert is_paused()


def lift():
    """As when stewards have heard the appeal."""
    with transaction():
        for each in db.session.scalars(select(Restriction)):
            each.ended_at = clock.now()
        let_go(db.session.scalars(select(Profile)).one().member_id)


def test_an_alarm_is_raised_once_until_a_person_has_looked(disappoint, time):
    disappoint(1, 5)
    time.forward(days=200)
    disappoint(c.BURST_LEAST + 2, 5)
    actions.recompute()
    raised = db.session.scalars(select(Alarm)).all()
    assert [alarm.kind for alarm in raised] == [AlarmKind.BURST]
    assert raised[0].reviews
    assert raised[0].figures

    actions.recompute()

    assert len(db.session.scalars(select(Alarm)).all()) == 1
