"""A small community with a past: who dined at Ben's, and what they said of it."""

from collections.abc import Callable

import pytest
from flask import Flask

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.standing import actions as standing
from pro_am.standing.rules import SeenHow
from pro_am.trust import actions as trust
from tests.conftest import Clock
from tests.factories import make_member
from tests.reviews.evenings import evening, review


@pytest.fixture
def verify(steward: int) -> Callable[[Member], None]:
    """A function: Cleo, the steward, says that she has met this member."""

    def verify_by_cleo(member: Member) -> None:
        standing.verify_identity(member, db.session.get_one(Member, steward), SeenHow.IN_PERSON)

    return verify_by_cleo


@pytest.fixture
def proven(app: Flask, steward: int, verify: Callable[[Member], None], time: Clock) -> None:
    """Ben has a score: Cleo, a steward, and two members she has met were his guests."""
    with app.app_context():
        dora, emil = make_member("Dora Roux"), make_member("Emil Blanc")
        verify(dora)
        verify(emil)
        for guest in (db.session.get_one(Member, steward), dora, emil):
            review(evening(guest, time), 5, text=f"A feast, says {guest.name}.")
            time.forward(days=8)
        trust.recompute()
