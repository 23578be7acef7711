"""An evening that took place: Ana was Ben's guest, and it is just over."""

from collections.abc import Callable

import pytest
from flask import Flask

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation.database import db
from tests.conftest import Clock
from tests.reviews.evenings import evening


@pytest.fixture
def dinner(person: Callable[[str], Member], time: Clock) -> Booking:
    """For tests of actions, in their open context."""
    return evening(person("ana"), time)


@pytest.fixture
def dinner_path(app: Flask, people: dict[str, int], time: Clock) -> str:
    """For tests of views."""
    with app.app_context():
        return f"/bookings/{evening(db.session.get_one(Member, people['ana']), time).reference}"
