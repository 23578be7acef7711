"""Those who run the community hide a profile, say why, and show it again."""

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.foundation.audit import AuditEntry
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.profiles import actions, queries, rules
from pro_am.profiles.actions import withdrawing
from pro_am.profiles.rules import Publication


def profile_of_ben(person):
    return queries.profile_of(person("ben"))


def withdraw(person):
    withdrawing.withdraw_profile(
        profile_of_ben(person), by=person("ana"), why="The picture is not yours."
    )


@pytest.fixture
def profile(person, offer):
    return profile_of_ben(person)


def test_a_withdrawn_profile_is_nobodys_to_find_and_its_owner_reads_why(app, done, browser_of):
    done(withdraw)

    assert browser_of("cleo").get("/pro/ben-keller").status_code == 404
    assert "The picture is not yours." in browser_of("ben").get("/my-profile/").text
    with app.app_context():
        letter = db.session.scalars(select(Letter)).one()
        assert "The picture is not yours." in letter.text
        assert letter.recipient == "ben@example.org"


@pytest.mark.parametrize("deed", [actions.pause_profile, actions.publish_profile])
def test_its_owner_cannot_show_it_again(person, profile, deed):
    withdrawing.withdraw_profile(profile, by=person("ana"), why="The picture is not yours.")

    with pytest.raises(rules.Withdrawn):
        deed(profile)

    assert profile.state is Publication.WITHDRAWN


def test_a_paused_profile_is_withdrawn_too_else_it_would_be_published_again(person, profile):
    actions.pause_profile(profile)

    withdrawing.withdraw_profile(profile, by=person("ana"), why="The picture is not yours.")

    with pytest.raises(rules.Withdrawn):
        actions.publish_profile(profile)


def test_shown_again_it_is_as_it_was(app, done, browser_of):
    done(withdraw)

    done(lambda person: withdrawing.restore_profile(profile_of_ben(person), by=person("ana")))

    assert browser_of("cleo").get("/pro/ben-keller").status_code == 200
    with app.app_context():
        acts = list(db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.id)))
        assert acts == ["profile withdrawn", "profile shown again"]


def test_with_a_suspended_owner_it_waits_for_them(person, profile):
    withdrawing.withdraw_profile(profile, by=person("ana"), why="The picture is not yours.")
    accounts.suspend(person("ben"), by=person("ana"), why="Several guests were frightened.")

    withdrawing.restore_profile(profile, by=person("ana"))
    assert profile.state is Publication.WITHDRAWN

    accounts.reinstate(person("ben"), by=person("ana"))
    assert profile.state is Publication.PUBLISHED


@pytest.mark.parametrize(
    ("state", "why", "refusal"),
    [
        (Publication.DRAFT, "A reason.", rules.NotShown),
        (Publication.WITHDRAWN, "A reason.", rules.NotShown),
        (Publication.PUBLISHED, " ", rules.NoReason),
        (Publication.PAUSED, "", rules.NoReason),
    ],
)
def test_what_is_not_shown_and_what_has_no_reason_is_not_withdrawn(state, why, refusal):
    with pytest.raises(refusal):
        rules.check_withdrawal(state, why)
