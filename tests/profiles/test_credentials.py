"""The stewards' desk for diplomas."""

import pytest

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.profiles import queries
from tests.factories import make_pro_am

DESK = "/stewards/credentials/"


@pytest.fixture
def coach(app, people, steward):
    """Ana coaches, and names a diploma that nobody has seen; Cleo is the steward."""
    with app.app_context():
        ana = db.session.get_one(Member, people["ana"])
        make_pro_am(ana, craft="fitness", price_minor=0, credential="State diploma in running")


def test_a_steward_says_that_they_have_seen_it(app, browser_of, coach, people):
    cleo = browser_of("cleo")
    assert "State diploma in running" in cleo.get(DESK).text

    answer = cleo.submit(DESK, action="/verify")

    assert "The diploma of Ana Martin is verified." in cleo.follow(answer).text
    with app.app_context():
        profile = queries.profile_of(db.session.get_one(Member, people["ana"]))
        assert profile is not None
        assert profile.credential_verified_at is not None
        assert profile.credential_verified_by_id == people["cleo"]


def test_the_desk_is_for_stewards_alone(browser_of, coach):
    assert browser_of("ana").get(DESK).status_code == 404
    assert browser_of(None).get(DESK).status_code == 303


def test_an_unknown_profile_is_not_found(browser_of, coach):
    cleo = browser_of("cleo")
    token = cleo.get(DESK).text.split('name="csrf_token" value="')[1].split('"')[0]

    answer = cleo.client.post(
        "/en/stewards/credentials/nobody/verify",
        base_url="http://127.0.0.1",
        data={"csrf_token": token},
    )

    assert answer.status_code == 404
