"""Ana has friends who follow, and calls them."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.sos import actions
from pro_am.sos.actions import Call
from pro_am.sos.models import Sos
from pro_am.sos.rules.words import Pick
from pro_am.supporters import actions as supporters
from pro_am.supporters.actions import Guest
from pro_am.supporters.models import Supporter


def follow(client: Member, name: str, language: str = "en") -> Supporter:
    """A friend who said yes."""
    guest = Guest(name, f"{name.lower()}@example.com", language, [])
    friend = supporters.ask(client, guest)
    supporters.accept(friend)
    return friend


@pytest.fixture
def friends(person) -> Callable[..., list[Supporter]]:
    """A function from names to friends of Ana's."""
    return lambda *names: [follow(person("ana"), name) for name in names]


@pytest.fixture
def call(person) -> Callable[..., Sos]:
    """Let Ana call, with a pick or with words."""

    def send(words: str = "", *, pick: Pick | None = None, is_sure: bool = False) -> Sos:
        said = Call(pick or (None if words else Pick.KEBAB), words)
        return actions.call(person("ana"), said, is_sure=is_sure, idempotency_key=ids.public_id())

    return send


def letters(template: str) -> list[Letter]:
    db.session.rollback()
    written = select(Letter).where(Letter.template == template).order_by(Letter.id)
    return list(db.session.scalars(written))
