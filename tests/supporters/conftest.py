"""A friend whom Ana asks, and what was written to them."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.supporters import actions
from pro_am.supporters.actions import Guest
from pro_am.supporters.models import Supporter
from pro_am.supporters.rules import sight

DEE = "dee@example.com"


@pytest.fixture
def ask() -> Callable[..., Supporter]:
    """A function from a client to the friend whom they asked."""

    def ask(client: Member, email: str = DEE, *, name: str = "Dee", sees=sight.AT_FIRST):
        return actions.ask(client, Guest(name, email, "en", [each.value for each in sees]))

    return ask


def letters(template: str = "supporters/%") -> list[Letter]:
    written = select(Letter).where(Letter.template.like(template)).order_by(Letter.id)
    return list(db.session.scalars(written))
