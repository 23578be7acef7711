import pytest

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.standing import actions, queries, rules
from pro_am.standing.rules import SeenHow


@pytest.fixture
def public_id(app, people):
    def read(name):
        with app.app_context():
            return db.session.get_one(Member, people[name]).public_id

    return read


def check_of(app, member_id):
    with app.app_context():
        found = queries.identity_check_of(member_id)
        return found and (found.steward_id, found.how)


@pytest.mark.parametrize("how", list(SeenHow))
def test_a_steward_says_whom_they_have_seen(app, browser_of, steward, people, public_id, how):
    browser = browser_of("cleo")
    assert "Ana Martin" in browser.get("/stewards/").text

    answer = browser.submit(
        "/stewards/", action="/stewards/verify", member=public_id("ana"), how=how.value
    )

    told = browser.follow(answer).text
    assert "Ana Martin is verified." in told
    assert public_id("ana") not in told  # nobody waits twice
    assert check_of(app, people["ana"]) == (steward, how)


def test_saying_it_again_changes_nothing(person):
    ana, ben, cleo = person("ana"), person("ben"), person("cleo")
    actions.verify_identity(ana, cleo, SeenHow.IN_PERSON)

    actions.verify_identity(ana, ben, SeenHow.DOCUMENT)

    check = queries.identity_check_of(ana.id)
    assert (check.steward_id, check.how) == (cleo.id, SeenHow.IN_PERSON)


def test_nobody_verifies_themselves(app, browser_of, steward, people, public_id):
    browser = browser_of("cleo")
    assert public_id("cleo") not in browser.get("/stewards/").text

    answer = browser.submit(
        "/stewards/", action="/stewards/verify", member=public_id("cleo"), how="in_person"
    )

    assert "ask another steward" in browser.follow(answer).text
    assert check_of(app, people["cleo"]) is None


def test_the_rule_says_so_too():
    with pytest.raises(rules.OwnIdentity):
        rules.check_verification(steward_id=1, member_id=1)
    rules.check_verification(steward_id=1, member_id=2)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"member": "nobody", "how": "in_person"}, 404),
        ({"member": "", "how": "in_person"}, 422),
        ({"how": "by hearsay"}, 422),
    ],
)
def test_what_the_page_did_not_offer_is_refused(app, browser_of, steward, people, fields, status):
    answer = browser_of("cleo").submit("/stewards/", action="/stewards/verify", **fields)

    assert answer.status_code == status
    assert [check_of(app, member) for member in people.values()] == [None, None, None]


@pytest.mark.parametrize(("name", "status"), [(None, 303), ("ana", 404), ("cleo", 404)])
def test_the_desk_is_for_stewards(browser_of, name, status):
    assert browser_of(name).get("/stewards/").status_code == status
