"""Those who run the community: made from a shell; what they may do to other members' accounts."""

import json
import re

import pytest
from sqlalchemy import func, select

from pro_am.accounts import actions, queries, rules
from pro_am.accounts.models import Member, MemberRole, SignedInSession
from pro_am.accounts.rules import Role
from pro_am.foundation.audit import AuditEntry
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.profiles import queries as profiles
from pro_am.profiles.actions import pause_profile
from pro_am.search.queries import offers
from tests.accounts.letters import templates
from tests.factories import PASSWORD


@pytest.fixture
def shell(app):
    def run(*arguments):
        return app.test_cli_runner().invoke(args=["create-admin", *arguments])

    return run


def suspend_ben(person):
    actions.suspend(person("ben"), by=person("ana"), why="Several guests were frightened.")


def found(app):
    """How many offers the search may show."""
    with app.app_context():
        return len(offers.ids_by_trust())


def acts():
    return list(db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.id)))


def test_somebody_new_becomes_the_administrator_by_a_link_that_works_once(app, shell, browser_of):
    told = shell("Olga@Example.org").stdout
    path = re.search(r"^http://127\.0\.0\.1:8000(/\S+)$", told, re.MULTILINE).group(1)
    browser = browser_of(None, "fr")
    browser.submit(path, password="a horse of another colour")

    answer = browser.submit(
        "/account/sign-in", email="olga@example.org", password="a horse of another colour"
    )

    assert answer.status_code == 303
    assert browser.get("/admin/").status_code == 200
    again = browser_of(None).submit(path, password="another of another colour")
    assert again.status_code == 409
    with app.app_context():
        assert acts() == ["role granted"]


def test_a_member_is_promoted_and_gets_no_link(app, shell, people):
    answer = json.loads(shell("ana@example.org", "--json").stdout)

    assert answer == {
        "email": "ana@example.org",
        "is_new": False,
        "was_admin": False,
        "link": None,
    }
    with app.app_context():
        assert queries.member_with_email("ana@example.org").has_role(Role.ADMIN)


def test_saying_it_again_changes_nothing(app, shell):
    first = json.loads(shell("olga@example.org", "--json", "--name", "Olga Opérateur").stdout)
    again = json.loads(shell("olga@example.org", "--json").stdout)

    assert (first["is_new"], first["was_admin"]) == (True, False)
    assert (again["is_new"], again["was_admin"]) == (False, True)
    assert again["link"] != first["link"]  # the first may be lost; the second kills it
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Member)) == 1
        assert db.session.scalar(select(func.count()).select_from(MemberRole)) == 1
        assert queries.member_with_email("olga@example.org").name == "Olga Opérateur"


@pytest.mark.parametrize("address", ["olga", "@example.org", "olga @example.org", "olga@"])
def test_what_is_no_address_is_refused(shell, address):
    answer = shell(address)

    assert answer.exit_code == 2
    assert "not an e-mail address" in answer.stderr


def test_a_suspended_member_is_out_at_once_and_cannot_come_back(done, browser_of):
    browser = browser_of("ben")
    assert browser.get("/bookings").status_code == 200

    done(suspend_ben)

    assert browser.get("/bookings").status_code == 303
    answer = browser.submit("/account/sign-in", email="ben@example.org", password=PASSWORD)
    assert answer.status_code == 409
    assert "This account is suspended" in answer.text
    assert "bonjour@localhost" in answer.text


def test_a_wrong_password_does_not_tell_who_is_suspended(done, browser_of):
    done(suspend_ben)

    answer = browser_of(None).submit("/account/sign-in", email="ben@example.org", password="x")

    assert "suspended" not in answer.text


def test_their_profile_leaves_the_search_and_comes_back_with_them(app, done, browser_of):
    visitor = browser_of(None)
    done(suspend_ben)
    hidden = visitor.get("/pro/ben-keller").status_code, found(app)

    done(lambda person: actions.reinstate(person("ben"), by=person("ana")))

    assert hidden == (404, 0)
    assert (visitor.get("/pro/ben-keller").status_code, found(app)) == (200, 1)
    with app.app_context():
        assert templates() == ["moderation/statement", "accounts/reinstated"]
        assert acts() == ["member suspended", "member reinstated"]


def test_a_pause_of_their_own_outlasts_a_suspension(person, offer):
    pause_profile(profiles.profile_of(person("ben")))
    actions.suspend(person("ben"), by=person("ana"), why="A mistake.")
    actions.reinstate(person("ben"), by=person("ana"))

    assert profiles.profile_of(person("ben")).state == "paused"


def test_the_letter_gives_the_reason_and_no_markup(person):
    actions.suspend(person("ben"), by=person("ana"), why="See [this](https://evil.example).")

    letter = db.session.scalars(select(Letter)).one()
    assert "See [this](https://evil.example)." in letter.text
    words = letter.html.partition("<main")[2].partition("</main>")[0]
    assert words.count("<a ") == 1  # the page with the reasons


def test_nobody_suspends_themselves_or_without_a_reason(person):
    with pytest.raises(rules.OwnAccount):
        actions.suspend(person("ana"), by=person("ana"), why="Enough.")
    with pytest.raises(rules.NoReason):
        actions.suspend(person("ben"), by=person("ana"), why="  ")
    with pytest.raises(rules.OwnAccount):
        actions.withdraw_role(person("ana"), Role.ADMIN, by=person("ana"))

    assert person("ben").suspended_at is None


def test_a_role_is_granted_once_and_withdrawn(person):
    ana, ben = person("ana"), person("ben")
    for _ in range(2):
        actions.grant_role(ben, Role.STEWARD, by=ana)
        db.session.expire_all()
    assert ben.has_role(Role.STEWARD)

    for _ in range(2):
        actions.withdraw_role(ben, Role.STEWARD, by=ana)

    db.session.expire_all()
    assert not ben.has_role(Role.STEWARD)
    assert acts() == ["role granted", "role withdrawn"]


def test_ended_sessions_are_ended_everywhere(app, done, browser_of):
    browsers = [browser_of("ben"), browser_of("ben")]

    done(lambda person: actions.sign_out_everywhere(person("ben"), by=person("ana")))

    assert [each.get("/bookings").status_code for each in browsers] == [303, 303]
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(SignedInSession)) == 0
