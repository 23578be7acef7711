"""Stewards, moderators and an operator who took no part, and something to decide about."""

import pytest

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.foundation.database import db
from tests.factories import make_member


@pytest.fixture
def bench(app, people):
    """Three stewards (Sam, Sol, Sue), a moderator (Mo) and an operator (Ola), by name."""
    with app.app_context():
        for name, role in (
            ("Sam Roux", Role.STEWARD),
            ("Sol Blanc", Role.STEWARD),
            ("Sue Noir", Role.STEWARD),
            ("Mo Vert", Role.MODERATOR),
            ("Ola Bleu", Role.ADMIN),
        ):
            member = make_member(name)
            accounts.grant_role(member, role, by=None)
            people[name.split()[0].lower()] = member.id
    return people


@pytest.fixture
def operator(app, people):
    """An operator, Ola, in a community without stewards."""
    with app.app_context():
        member = make_member("Ola Bleu")
        accounts.grant_role(member, Role.ADMIN, by=None)
        people["ola"] = member.id
        db.session.get_one(Member, member.id)
    return people
