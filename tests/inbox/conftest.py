"""Fixtures for conversations: a booking asked for, a question, and a message by Ben to report."""

import pytest

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.conversations import actions as conversations
from pro_am.foundation.database import db
from tests.factories import make_booking, only_offer


@pytest.fixture
def booked(app, people):
    """The conversation of a booking that Ana has asked Ben for."""
    with app.app_context():
        booking = make_booking(db.session.get_one(Member, people["ana"]), only_offer())
        return f"/inbox/{booking.reference}"


@pytest.fixture
def asked(app, people):
    """Ana has asked Ben a question."""
    with app.test_request_context("/en/"):
        question = conversations.ask(
            db.session.get_one(Member, people["ana"]),
            only_offer().profile,
            "Do you do lunches?",
            idempotency_key="asked",
        )
        return f"/inbox/{question.public_id}"


@pytest.fixture
def moderator(app, people):
    """Cleo reads reports."""
    with app.app_context():
        accounts.grant_role(db.session.get_one(Member, people["cleo"]), Role.MODERATOR, by=None)
