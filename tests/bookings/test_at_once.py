"""Two people act on the same request, or on the same time, at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.availability.models import Hold
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import actions
from pro_am.bookings.actions import Proposal, Sent, Wish
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules.moves import NotPossibleNow
from pro_am.foundation import ids
from pro_am.foundation.database import db
from tests.factories import free_starts, make_booking, only_offer

TOGETHER = 10  # seconds; who waits longer for the others waits in vain


@pytest.fixture
def booking_id(app, people):
    with app.app_context():
        return make_booking(db.session.get_one(Member, people["ana"]), only_offer()).id


@pytest.fixture
def at_once(app, people, booking_id):
    """Let everybody begin at the same moment; what became of each, in their order."""

    def run(*deeds: tuple[str, Callable[[Booking, Member], object]]) -> list[str]:
        ready = Barrier(len(deeds), timeout=TOGETHER)

        def do(deed: tuple[str, Callable[[Booking, Member], object]]) -> str:
            name, act = deed
            with app.test_request_context("/en/"):
                booking = db.session.get_one(Booking, booking_id)
                member = db.session.get_one(Member, people[name])
                ready.wait()
                try:
                    act(booking, member)
                except (SlotTaken, NotPossibleNow):
                    return "refused"
                return "done"

        with ThreadPoolExecutor(len(deeds)) as pool:
            return list(pool.map(do, deeds))

    return run


def test_a_proposal_and_a_request_for_the_same_time_are_one(app, at_once):
    with app.app_context():
        start = free_starts(only_offer())[-1]

    def propose(booking, ben):
        actions.propose(booking, ben, Proposal(start, 2))

    def ask(_booking, cleo):
        key = ids.public_id()
        actions.request_booking(cleo, only_offer(), Wish(start, 2), idempotency_key=key)

    answers = at_once(("ben", propose), ("cleo", ask))

    assert sorted(answers) == ["done", "refused"]
    with app.app_context():
        held = select(func.count(Hold.id)).where(
            Hold.starts_at == start, Hold.released_at.is_(None)
        )
        assert db.session.scalar(held) == 1


def test_accepting_and_withdrawing_at_once_are_one_or_the_other(app, at_once):
    answers = at_once(
        ("ben", lambda booking, ben: actions.confirm(booking, ben, allergies_read=True)),
        ("ana", actions.withdraw),
    )

    assert sorted(answers) == ["done", "refused"]


def test_the_same_click_from_two_windows_is_one_deed(app, at_once):
    def accept(booking, ben):
        actions.confirm(booking, ben, allergies_read=True, sent=Sent("once", 0))

    answers = at_once(*[("ben", accept)] * 4)

    assert answers == ["done"] * 4
    with app.app_context():
        assert db.session.scalar(select(func.count(BookingStep.id))) == 2  # asked, accepted
