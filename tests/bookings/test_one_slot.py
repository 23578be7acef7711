"""One slot, many hosts at once, on both engines; and what would happen without the claim."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability.actions import claiming, holding
from pro_am.availability.models import Hold
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import actions
from pro_am.bookings.actions import Wish
from pro_am.bookings.models import Booking
from pro_am.conversations.models import Message, Thread
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.operations.drills import naive
from pro_am.profiles.models import Offer
from tests.factories import free_starts, only_offer

LETTERS_A_REQUEST = 2  # one to the pro-am, one to the host
TOGETHER = 10  # seconds; who waits longer for the others waits in vain


@pytest.fixture
def ask(app, people):
    """A function for any thread: ask for Ben's first free slot, say what came of it."""
    with app.app_context():
        offer_id, start = only_offer().id, free_starts(only_offer())[0]

    def ask_for_it(number):
        host_id = people["ana" if number % 2 else "cleo"]
        with app.app_context():
            host = db.session.get_one(Member, host_id)  # a read, as every request makes
            offer = db.session.get_one(Offer, offer_id)
            wish = Wish(start, people=2, message="Is it still free?")
            try:
                actions.request_booking(host, offer, wish, idempotency_key=ids.public_id())
            except SlotTaken:
                return "refused"
            return "booked"

    return ask_for_it


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_only_one_of_many_hosts_gets_the_slot(app, ask):
    with ThreadPoolExecutor(16) as pool:
        answers = Counter(pool.map(ask, range(40)))

    assert answers == {"booked": 1, "refused": 39}
    with app.app_context():
        assert [count(model) for model in (Booking, Hold, Thread, Message)] == [1, 1, 1, 1]
        assert count(Letter) == LETTERS_A_REQUEST


def test_without_the_claim_two_hosts_get_the_same_slot(app, ask, monkeypatch):
    """So the promise above is kept by the claim, and its test can fail."""
    both_have_looked, is_bookable = Barrier(2, timeout=TOGETHER), holding.slot_is_bookable

    def look_then_wait(*facts):
        answer = is_bookable(*facts)
        both_have_looked.wait()
        return answer

    monkeypatch.setattr(holding, "slot_is_bookable", look_then_wait)
    for module in (availability, claiming):
        monkeypatch.setattr(module, "claim", naive.look_only)
    with app.app_context():
        naive.begin_late(db.engine)

    with ThreadPoolExecutor(2) as pool:
        answers = Counter(pool.map(ask, range(2)))

    assert answers == {"booked": 2}
    with app.app_context():
        assert [count(model) for model in (Booking, Hold)] == [2, 2]
