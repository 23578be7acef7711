"""An evening that took place: Ana was Ben's guest, and it is just over."""

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

import pytest
from flask import Flask

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import events
from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from tests.conftest import Clock
from tests.reviews.evenings import evening, known, review

E = TypeVar("E")


@pytest.fixture
def dinner(person: Callable[[str], Member], time: Clock) -> Booking:
    """For tests of actions, in their open context."""
    return evening(person("ana"), time)


@pytest.fixture
def dinner_path(app: Flask, people: dict[str, int], time: Clock) -> str:
    """For tests of views."""
    with app.app_context():
        return f"/bookings/{evening(db.session.get_one(Member, people['ana']), time).reference}"


@pytest.fixture
def by_ana(person: Callable[[str], Member], dinner: Booking, time: Clock) -> Review:
    """Her public review of Ben; Cleo, who is known here, was his guest on another evening."""
    evening(person("cleo"), time)
    known(cleo=0.6, ana=0.6)
    return db.session.get_one(Review, review(dinner, 2, text="Late, and cold."))


@pytest.fixture
def hears(monkeypatch: pytest.MonkeyPatch) -> Callable[[type[E]], list[E]]:
    """A function that begins to listen: what is published from then on, in a list."""
    listeners = {kind: list(known) for kind, known in events._listeners.items()}
    monkeypatch.setattr(events, "_listeners", defaultdict(list, listeners))

    def listen(kind: type[E]) -> list[E]:
        heard: list[E] = []
        events.listen(kind, heard.append)
        return heard

    return listen
